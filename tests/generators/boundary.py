"""The wide boundary frame: about 20,000 one-learner worlds in a few big dossiers.

One judgement of such a dossier meets thousands of combinations of an attempt's date with the start, the
last lesson, the exit statement, the edges of P, other attempts, act, route, niveau and ending.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from tests.generators.boundary_attempts import (
    Some,
    around_the_end,
    around_the_start,
    five_exams,
    never_started,
    series,
    two_fates,
    whose_attempt,
)
from tests.generators.boundary_groups import group_sizes
from tests.generators.boundary_schools import compensation_schools
from tests.generators.boundary_staff import certificates
from tests.generators.boundary_tracks import course_dates, hours, started_together
from tests.generators.columns import Tables
from tests.generators.worlds import World, combine
from tests.reference.period import Period

# the three starts, a leap year, an extended one
PERIODS = (
    Period(date(2025, 1, 1), date(2025, 12, 31)),
    Period(date(2025, 4, 1), date(2026, 3, 31)),
    Period(date(2023, 9, 1), date(2024, 8, 31)),
    Period(date(2024, 1, 1), date(2024, 12, 31)),
    Period(date(2023, 4, 1), date(2025, 3, 31)),
)
type Family = Callable[[Period, Some], Iterator[World]]
# each family with the share of its combinations that one period takes
FAMILIES: tuple[tuple[Family, float], ...] = (
    (around_the_start, 1.0),
    (around_the_end, 0.1),
    (series, 0.1),
    (two_fates, 0.2),
    (never_started, 1.0),
    (whose_attempt, 0.3),
    (five_exams, 0.2),
    (course_dates, 0.8),
    (hours, 0.04),
    (started_together, 1.0),
)


def boundary_dossiers(part: int = 1, seed: int = 2025) -> list[tuple[Tables, date, date]]:
    """Three dossiers per period: cursisten, lessons and docenten; a part of 10 takes a tenth of them.

    After these come a few small schools, always all of them.
    """
    learners = [boundary_dossier(period, part, seed) for period in PERIODS]
    sizes = [
        (group_sizes(period, sampler(f"{seed}/groups/{period.last}", 1 / part)), *period)
        for period in PERIODS
    ]
    teachers = [
        (certificates(period, sampler(f"{seed}/staff/{period.last}", 1 / part)), *period)
        for period in PERIODS
    ]
    schools = [(tables, *PERIODS[0]) for tables in compensation_schools(PERIODS[0])]
    return learners + sizes + teachers + schools


def boundary_dossier(period: Period, part: int = 1, seed: int = 2025) -> tuple[Tables, date, date]:
    worlds = (
        world
        for place, (family, share) in enumerate(FAMILIES)
        for world in family(period, sampler(f"{seed}/{place}/{period.first}/{period.last}", share / part))
    )
    return combine(worlds), period.first, period.last


def sampler(seed: str, share: float) -> Some:
    """Takes a share of the combinations, another choice for every family and period."""
    rng = random.Random(seed)

    def some(combinations: Iterable[tuple]) -> Iterator[tuple]:  # type: ignore[type-arg]
        return (combination for combination in combinations if rng.random() < share)

    return some
