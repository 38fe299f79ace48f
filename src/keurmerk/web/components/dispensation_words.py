"""Dispensations in words, the same for every audience: state, days, norms and points."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from keurmerk.dispensations.enums import COUNTING, State
from keurmerk.dispensations.models import Dispensation, DispensationNorm, Point
from keurmerk.dispensations.queries import of_school
from keurmerk.dispensations.queries.granted import last_day
from keurmerk.dispensations.service.letter import effect_words, norm_title
from keurmerk.organisations.models import School
from keurmerk.web.components import dutch
from keurmerk.web.components.verdicts import Look
from rulebook.dispensations import Condition

LOOKS = {
    State.ASKED: Look("in behandeling", "eye", "accent"),
    State.NEEDS_MORE: Look("aanvulling gevraagd", "warning", "warn"),
    State.ADVISED: Look("ligt ter beslissing", "eye", "accent"),
    State.GRANTED: Look("verleend", "check", "good"),
    State.REFUSED: Look("geweigerd", "cross", "bad"),
    State.WITHDRAWN: Look("ingetrokken", "minus", "quiet"),
    State.ENDED: Look("eerder beëindigd", "minus", "quiet"),
}
OVER = Look("afgelopen", "minus", "quiet")
NOT_YET = Look("verleend, geldt nog niet", "check", "good")


@dataclass(frozen=True, slots=True)
class NormLine:
    norm: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class PointLine:
    """A condition, and how it was judged when it was."""

    condition: Condition
    point: Point | None


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """One dispensation in the list of a school."""

    dispensation: Dispensation
    look: Look
    days: str


def lines_of_school(school: School, today: date, *, granted: bool = False) -> list[SchoolLine]:
    """The newest first; `granted` leaves out what was not, or not yet."""
    return [
        SchoolLine(each, look_of(each, today), days_of(each))
        for each in of_school(school)
        if not granted or each.state_ in COUNTING
    ]


def look_of(dispensation: Dispensation, today: date) -> Look:
    if dispensation.state_ is State.GRANTED and dispensation.valid_from is not None:
        if dispensation.valid_from > today:
            return NOT_YET
        if dispensation.valid_until is not None and dispensation.valid_until < today:
            return OVER
    return LOOKS[dispensation.state_]


def days_of(dispensation: Dispensation) -> str:
    """The days on which it holds, or those that were asked."""
    if dispensation.valid_from is None:
        return _days(dispensation.wanted_from, dispensation.wanted_until)
    return _days(dispensation.valid_from, last_day(dispensation))


def norm_lines(dispensation: Dispensation) -> list[NormLine]:
    return [NormLine(row.norm, norm_title(row.norm), _granted(row)) for row in dispensation.norms.all()]


def point_groups(dispensation: Dispensation) -> list[tuple[str, list[PointLine]]]:
    judged = {point.code: point for point in dispensation.points.select_related("judged_by")}
    return [
        (heading, [PointLine(each, judged.get(each.code)) for each in conditions])
        for heading, conditions in dispensation.kind_.groups
    ]


def evidence_lines(dispensation: Dispensation) -> Sequence[tuple[str, list[object]]]:
    """What was handed in, under what was asked; what is asked and lacks is there with nothing."""
    given: dict[str, list[object]] = {}
    for each in dispensation.evidence.select_related("document"):
        given.setdefault(each.code, []).append(each.document)
    asked = [(each.text, given.pop(each.code, [])) for each in dispensation.kind_.evidence]
    return [*asked, *(("Aanvulling", documents) for documents in given.values())]


def _days(first: date, last: date | None) -> str:
    return dutch.period(first, last) if last else f"{dutch.day(first)}, zonder einddatum"


def _granted(row: DispensationNorm) -> str:
    if row.granted is None:
        return "gevraagd"
    return effect_words(row) if row.granted else "niet verleend"
