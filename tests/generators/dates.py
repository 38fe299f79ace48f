"""Measuring periods, and dates on the limits that the norms draw around them."""

import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from tests.reference.period import Period, add_months

STARTS = ((1, 1), (4, 1), (9, 1))
ENDS = ((12, 31), (3, 31), (8, 31))
DAY = timedelta(days=1)
FIXED_LIMITS = (date(2022, 1, 1), date(2022, 6, 30))
MONTHS = (0, 2, 3, 6, 12, 24, 48)
DAYS = (28, 42)


def possible_ends(first: date) -> list[date]:
    """The normal end of the period and every end to which it can be extended."""
    normal = add_months(first, 12) - DAY
    latest = add_months(normal, 16)
    ends = (date(year, *end) for year in range(first.year, first.year + 4) for end in ENDS)
    return sorted(end for end in ends if normal <= end <= latest)


def random_period(rng: random.Random) -> Period:
    first = date(rng.choice((2021, 2022, 2023, 2024, 2025, 2025, 2026, 2027)), *rng.choice(STARTS))
    ends = possible_ends(first)
    return Period(first, ends[0] if rng.random() < 0.65 else rng.choice(ends))


def around(day: date) -> tuple[date, date, date]:
    return day - DAY, day, day + DAY


def limits(period: Period) -> list[date]:
    """The edges of P, and the days that lie a term of the norms away from them."""
    found = set(FIXED_LIMITS)
    for edge in period:
        found |= {add_months(edge, sign * months) for months in MONTHS for sign in (-1, 1)}
        found |= {edge + timedelta(days=sign * days) for days in DAYS for sign in (-1, 1)}
    return sorted(found)


class Dates:
    """Draws dates for one dossier: most of them from a few hot days, so that equal dates are common."""

    def __init__(self, rng: random.Random, period: Period) -> None:
        self.rng = rng
        self.period = period
        pool = limits(period)
        month_ends = [date(year, *end) for year in range(2021, 2029) for end in ((8, 31), (2, 28), (10, 31))]
        self.hot: Sequence[date] = [
            rng.choice(around(day))
            for day in [period.first, period.last, *rng.sample(pool, 9), rng.choice(month_ends)]
        ]

    def any(self) -> date:
        """Sometimes a hot day, sometimes a day in P, sometimes one in the years around it."""
        draw = self.rng.random()
        if draw < 0.5:
            return self.rng.choice(self.hot)
        if draw < 0.6:
            return self.rng.choice(around(self.rng.choice(self.period)))
        if draw < 0.9:
            return self.inside()
        return self.inside() + timedelta(days=self.rng.randint(-800, 500))

    def inside(self) -> date:
        length = (self.period.last - self.period.first).days
        return self.period.first + timedelta(days=self.rng.randint(0, length))

    def near(self, days: Iterable[date | None]) -> date:
        """On, just before or just after one of these days, or any date at all."""
        known = [day for day in days if day is not None]
        if not known or self.rng.random() < 0.15:
            return self.any()
        return self.rng.choice(around(self.rng.choice(known)))

    def from_(self, day: date) -> date:
        """A date on or after this day."""
        later = [hot for hot in self.hot if hot >= day]
        if later and self.rng.random() < 0.5:
            return self.rng.choice(later)
        return day + timedelta(days=self.rng.choice((0, 0, 1, 2, 27, 28, 29, 41, 42, 43, 90, 200, 365)))


def maybe(rng: random.Random, chance: float, day: date) -> date | None:
    return day if rng.random() < chance else None


def cell(day: date | None) -> str:
    return "" if day is None else day.isoformat()
