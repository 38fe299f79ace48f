"""An objection is admitted, laid before a committee, heard, postponed, withdrawn."""

from datetime import date, datetime

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.certification.errors import refuse
from keurmerk.certification.letter_data import objection_postponement_letter
from keurmerk.certification.models import Objection
from keurmerk.certification.queries.objections import DECIDE, decision_term
from keurmerk.certification.service import moving
from keurmerk.certification.service.keeping import keep_letter, letter_reference
from keurmerk.certification.service.objections.knowing import held, known_of, recount
from keurmerk.certification.service.objections.telling import tell_objector
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.events import ObjectionEvent
from rulebook.lifecycle.pieces import Actor

DEFAULTED = "ingebrekestelling"


@journaled
def admit(objection_id: int, *, ground: str, by: User, today: date) -> Objection:
    """Handle it on its merits: it is in time, or late for a reason that excuses."""
    objection = held(objection_id)
    _move(objection, ObjectionEvent.ADMIT, by, today, grounds=(ground,))
    return objection


@journaled
def to_committee(objection_id: int, *, by: User, today: date, report: bool = True) -> Objection:
    """A committee will advise. Only when that is reported to the objector are there twelve weeks."""
    objection = held(objection_id)
    known = known_of(objection, today)
    objection.committee, objection.committee_reported = True, report
    move = moving.Move(event=ObjectionEvent.TO_COMMITTEE, by=Actor.STAFF, user=by, on=today)
    moving.carry_out(objection, move, known)
    _reported(objection, today)
    return objection


@journaled
def report_committee(objection_id: int, *, by: User, today: date) -> Objection:
    """Report it after all, while the six weeks still run."""
    objection = held(objection_id)
    moving.demand_staff(by)
    term = decision_term(objection)
    if not objection.committee or objection.committee_reported or objection.ended_on:
        raise refuse("geen_commissie", "Er is geen commissie die nog gemeld moet worden.", "Awb 7:13")
    if term is None or term.last_day < today:
        raise refuse("te_laat", "De beslistermijn is voorbij: melden verlengt die niet meer.", "Awb 7:10")
    objection.committee_reported = True
    objection.save(update_fields=["committee_reported"])
    moving.tell(objection, "committee_reported", by)
    _reported(objection, today)
    return objection


@journaled
def record_advice(objection_id: int, *, advice: str, by: User) -> Objection:
    objection = held(objection_id)
    moving.demand_staff(by)
    if not objection.committee or objection.ended_on is not None:
        raise refuse("geen_commissie", "Over dit bezwaar adviseert geen commissie.", "Awb 7:13")
    if not advice.strip():
        raise refuse("advies", "Schrijf het advies van de commissie op.", "Awb 7:13")
    objection.committee_advice = advice.strip()
    objection.save(update_fields=["committee_advice"])
    moving.tell(objection, "advice_recorded", by)
    return objection


@journaled
def hear(objection_id: int, *, heard_on: date, report: str, by: User, today: date) -> Objection:
    objection = held(objection_id)
    if not objection.received_on <= heard_on <= today:
        raise refuse(
            "gehoord_op", "De dag van de hoorzitting ligt tussen de ontvangst en vandaag.", "Awb 7:2"
        )
    if not report.strip():
        raise refuse("verslag", "Schrijf een verslag van de hoorzitting.", "Awb 7:7")
    objection.heard_on, objection.report = heard_on, report.strip()
    _move(objection, ObjectionEvent.HEAR, by, today)
    return objection


@journaled
def waive_hearing(objection_id: int, *, because: str, by: User, today: date) -> Objection:
    objection = held(objection_id)
    if not because.strip():
        raise refuse("reden_ontbreekt", "Schrijf op waarom niet wordt gehoord.", "Awb 7:3")
    objection.hearing_waived = because.strip()
    _move(objection, ObjectionEvent.WAIVE_HEARING, by, today)
    return objection


@journaled
def postpone(objection_id: int, *, because: str, by: User, now: datetime) -> Objection:
    """Six weeks more, once, by letter. Not of a term that a court fixed."""
    today = timezone.localdate(now)
    objection = held(objection_id)
    term = decision_term(objection)
    if not because.strip():
        raise refuse("reden_ontbreekt", "Schrijf op waarom de beslissing later komt.", "Awb 7:10")
    if term is None or term.kind != DECIDE:
        raise refuse(
            "termijn_rechter", "Deze termijn gaf de rechtbank; die kan niet worden verdaagd.", "Awb 8:72"
        )
    known = known_of(objection, today)
    objection.postponed, objection.postponed_because = True, because.strip()
    move = moving.Move(event=ObjectionEvent.POSTPONE, by=Actor.STAFF, user=by, on=today)
    moving.carry_out(objection, move, known)
    recount(objection)
    letter = objection_postponement_letter(
        objection,
        reference=letter_reference(objection.case, "B3"),
        sender=by,
        today=today,
    )
    document = keep_letter(letter, title="Verdaging van de beslissing", case=objection.case, now=now)
    tell_objector(objection, "school_objection_postponed", today=today, attachments=[document])
    return objection


@journaled
def withdraw(objection_id: int, *, by: User, today: date) -> Objection:
    """The objector takes it back; staff enter what came on paper."""
    objection = held(objection_id)
    objection.ended_on = today
    move = moving.Move(event=ObjectionEvent.WITHDRAW, by=Actor.SCHOOL, user=by, on=today)
    moving.carry_out(objection, move, known_of(objection, today))
    moving.end_terms(objection, ("te_laat_uitleggen", DEFAULTED), on=today)
    tell_objector(objection, "school_objection_withdrawn", today=today)
    return objection


def _move(
    objection: Objection, event: ObjectionEvent, by: User, today: date, grounds: tuple[str, ...] = ()
) -> None:
    move = moving.Move(event=event, by=Actor.STAFF, user=by, on=today, grounds=grounds)
    moving.carry_out(objection, move, known_of(objection, today))


def _reported(objection: Objection, today: date) -> None:
    if objection.committee_reported:
        recount(objection)
        tell_objector(objection, "school_objection_committee", today=today)
