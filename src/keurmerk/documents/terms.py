"""How long a document is kept, and why (docs/decisions/0009)."""

from collections.abc import Callable, Collection, Mapping
from datetime import date

from rulebook.kernel.period import add_months

KEPT_YEARS = 7
"""A decision can be disputed for years after it; the rows under a judgement live as long."""

type EndsOfMarks = Callable[[Collection[int]], Mapping[int, date]]
"""Of these schools (ids), the day on which the mark ended, for those that hold it no more."""

_known: list[EndsOfMarks] = []


def tell_ends_with(ends: EndsOfMarks) -> None:
    """Registered by the app that knows certificates; until then every school counts as holding the mark."""
    _known.append(ends)


def ends_of_marks(schools: Collection[int]) -> dict[int, date]:
    return {school: day for ends in _known for school, day in ends(schools).items()}


def years_after(day: date) -> date:
    return add_months(day, 12 * KEPT_YEARS)
