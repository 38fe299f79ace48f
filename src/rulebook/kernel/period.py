"""The measuring period over which the norms are judged (Handleiding Inburgeren 2025, §1.5.3)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

STARTS = ((1, 1), (4, 1), (9, 1))
"""Month and day on which a measuring period may start."""

LONGEST_EXTENSION_MONTHS = 16
"""An extended period ends at most this long after its normal end (contract, `uitkomst.md`)."""

LAST_YEAR = 9998
"""Terms count on from a period; a later year would leave the calendar."""


class PeriodError(ValueError):
    """The dates are no measuring period; the message is Dutch and names the dates that are."""


def add_months(day: date, months: int) -> date:
    """`day` so many months on, clamped to the month's last day (31 August + 6 is 28 or 29 February)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class MeasuringPeriod:
    """First and last day included."""

    first: date
    last: date

    @classmethod
    def starting(cls, first: date, last: date | None = None) -> Self:
        """Give the period that starts on `first`: twelve months, or extended to `last`.

        Raises PeriodError when a date is no start, or no end, of a measuring period.
        """
        if (first.month, first.day) not in STARTS or first.year > LAST_YEAR:
            raise PeriodError(
                f"{first} is geen begin van een Meetperiode. Een Meetperiode begint op "
                f"{first.year}-01-01, {first.year}-04-01 of {first.year}-09-01."
            )
        normal_end = add_months(first, 12) - timedelta(days=1)
        if last is None:
            return cls(first, normal_end)
        latest = add_months(first, 12 + LONGEST_EXTENSION_MONTHS) - timedelta(days=1)
        after = last + timedelta(days=1)
        if (after.month, after.day) not in STARTS or not normal_end <= last <= latest:
            possible = ", ".join(str(end) for end in _ends(normal_end, latest))
            raise PeriodError(
                f"{last} is geen einde van een Meetperiode die op {first} begint. Mogelijk zijn: {possible}."
            )
        return cls(first, last)

    @property
    def extended(self) -> bool:
        return self.last > add_months(self.first, 12)


def _ends(earliest: date, latest: date) -> list[date]:
    days = (
        date(year, *start) - timedelta(days=1)
        for year in range(earliest.year, latest.year + 2)
        for start in STARTS
    )
    return [day for day in days if earliest <= day <= latest]
