"""Norms that a school fails lawfully over a measuring period, as the app that knows dispensations tells.

That app lies above this one, so it registers itself, as certification does with `documents.terms`. The
judgement itself never changes (contract, normen.md): what is lawful is only not held against the school.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rulebook.kernel.period import MeasuringPeriod
from rulebook.kernel.verdict import Verdict

type Rows = Sequence[Mapping[str, Any]]
"""Rows of `normen` in an outcome."""
type LawfulNorms = Callable[[int, MeasuringPeriod, Rows], Mapping[str, str]]
"""Of this school (id) over this period: by norm that is failed lawfully, the reference of what allows it."""

_known: list[LawfulNorms] = []


def tell_lawful_with(lawful: LawfulNorms) -> None:
    """Registered once, when the program starts; until then no failed norm is lawful."""
    _known.append(lawful)


def lawful_norms(school_id: int, period: MeasuringPeriod, rows: Rows) -> dict[str, str]:
    return {norm: reference for told in _known for norm, reference in told(school_id, period, rows).items()}


def without_lawful(outcome: Mapping[str, Any], lawful: Mapping[str, str]) -> Mapping[str, Any]:
    """The outcome with every lawfully failed row as one to which the norm does not apply."""
    if not lawful:
        return outcome
    return {**outcome, "normen": [_excused(row, lawful) for row in outcome["normen"]]}


def _excused(row: Mapping[str, Any], lawful: Mapping[str, str]) -> Mapping[str, Any]:
    if row["norm"] not in lawful or row["oordeel"] != Verdict.NOT_MET:
        return row
    return {**row, "oordeel": Verdict.NOT_APPLICABLE.value}
