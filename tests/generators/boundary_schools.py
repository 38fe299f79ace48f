"""Small schools on the limits of compensation (§7.3.2): how many profiles fail, and lessons at a distance."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from tests.generators.boundary_tracks import lesson
from tests.generators.columns import Tables
from tests.generators.worlds import Cells, World, attempt, combine, track, wi2013, wi2021
from tests.reference.period import Period

MODES = ("klassikaal", "afstand")


def compensation_schools(period: Period) -> Iterator[Tables]:
    """One or two leerprofielen under the norm; lessons of either act in class or not, in P or before."""
    day = period.first + timedelta(days=60)
    for old_act, new_act, failing in product(MODES, MODES, (1, 2)):
        yield school(day, old_act, new_act, failing)
    yield school(period.first - timedelta(days=1), "afstand", "afstand", 1)


def school(day: date, old_act: str, new_act: str, failing: int) -> Tables:
    profiles = ("laag", "midden", "hoog")
    worlds = [
        world(wi2013(profile), day, old_act, passed=place >= failing)
        for place, profile in enumerate(profiles)
        for _ in range(3)
    ]
    return combine([*worlds, world(wi2021("B1"), day, new_act, passed=True)])


def world(learner: Cells, day: date, mode: str, *, passed: bool) -> World:
    return World(
        learner,
        [track("1", day, day)],
        [attempt("1", day + timedelta(days=30), passed=passed)],
        [lesson(mode, "nt2", day, 60, present=True)],
    )
