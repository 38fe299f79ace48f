"""Objections: what they lack, their terms, how they went."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from keurmerk.certification.enums import CourtMatter, Subject
from keurmerk.certification.models import Case, CourtCase, Decision, Objection, Term
from keurmerk.certification.queries.plans import Moment
from rulebook.lifecycle.states import ObjectionState

DECIDE = "beslissing_bezwaar"


def missing_demands(objection: Objection) -> list[str]:
    """Which of the six demands of §7.10.1 are not met, as an objector reads them."""
    met = {
        "uw naam en adres": bool(objection.objector.strip() and objection.address.strip()),
        "de dagtekening": objection.dated_on is not None,
        "het kenmerk van het besluit": bool(objection.reference.strip()),
        "een machtiging, omdat u namens een ander bezwaar maakt": objection.authorised
        or not objection.for_another,
        "de gronden: waarom u het niet eens bent met het besluit": bool(objection.arguments.strip()),
        "een ondertekening": objection.signed,
    }
    return [demand for demand, holds in met.items() if not holds]


def decision_term(objection: Objection) -> Term | None:
    """The term to decide on it: the one that runs, else the last that ran."""
    mine = Term.objects.filter(
        case_id=objection.case_id, subject=Subject.OBJECTION, subject_id=objection.pk, code=DECIDE
    )
    return mine.filter(ended_on=None).first() or mine.order_by("-pk").first()


def running_objection(decision: Decision) -> Objection | None:
    """The school's own objection against this decision, unless it was withdrawn."""
    mine = Objection.objects.filter(decision=decision, by_school=True)
    return mine.exclude(state=ObjectionState.WITHDRAWN).select_related("case").first()


def contested_by(case: Case) -> Objection | None:
    """The objection that a case is about."""
    return Objection.objects.filter(case=case).select_related("decision", "decision__case").first()


def objection_timeline(objection: Objection) -> list[Moment]:
    """What happened to an objection and in court, the oldest first."""
    moments = chain(_of_objection(objection), *map(_of_court, objection.court_cases.all()))
    return sorted(moments, key=lambda moment: moment.on)


def _of_objection(objection: Objection) -> Iterator[Moment]:
    said = (
        (
            objection.received_on,
            f"bezwaar ontvangen, {objection.get_manner_display()}",
            objection.in_time_because,
        ),
        (objection.repair_asked_on, "herstel gevraagd", ""),
        (objection.repaired_on, "bezwaar hersteld", ""),
        (objection.heard_on, "hoorzitting gehouden", objection.report),
        (objection.default_notice_on, "ingebrekestelling ontvangen", ""),
    )
    for on, what, text in said:
        if on is not None:
            yield Moment(on, what, text)
    for answer in objection.answers.exclude(sent_on=None):
        yield Moment(_day(answer.sent_on), f"{answer.title} {answer.reference}")
    if objection.state == ObjectionState.WITHDRAWN and objection.ended_on:
        yield Moment(objection.ended_on, "bezwaar ingetrokken")


def _of_court(court_case: CourtCase) -> Iterator[Moment]:
    what = CourtMatter(court_case.matter).label
    yield Moment(court_case.filed_on, f"{what} ingediend bij {court_case.court}")
    if court_case.decided_on:
        yield Moment(
            court_case.decided_on, f"{what}: {court_case.get_outcome_display()}", court_case.consequence
        )
    if court_case.ended_on:
        yield Moment(court_case.ended_on, f"{what} geëindigd")


def _day(day: date | None) -> date:
    if day is None:
        raise ValueError("what was sent has a day")
    return day
