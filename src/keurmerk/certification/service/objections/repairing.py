"""What an objection lacks is asked once, and supplied in time or not (Awb 6:5, 6:6)."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.errors import refuse
from keurmerk.certification.letter_data import objection_repair_letter
from keurmerk.certification.models import Objection
from keurmerk.certification.queries.objections import missing_demands
from keurmerk.certification.service import moving
from keurmerk.certification.service.keeping import keep_letter, letter_reference
from keurmerk.certification.service.objections.knowing import held, known_of, recount
from keurmerk.certification.service.objections.telling import tell_objector
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.events import ObjectionEvent
from rulebook.lifecycle.pieces import Actor, Parameter
from rulebook.lifecycle.states import ObjectionState

REPAIRABLE = (ObjectionState.IN_REPAIR, ObjectionState.UNREPAIRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """What was missing; what is None stays as it was."""

    objector: str | None = None
    address: str | None = None
    dated_on: date | None = None
    reference: str | None = None
    authorised: bool | None = None
    arguments: str | None = None
    signed: bool | None = None


@journaled
def ask_repair(objection_id: int, *, until: date, by: User, now: datetime) -> Objection:
    """Ask once, by letter, for everything that is missing; the decision term stands still meanwhile."""
    today = timezone.localdate(now)
    objection = held(objection_id)
    known = known_of(objection, today)
    objection.repair_asked_on, objection.repair_by = today, until
    move = moving.Move(
        event=ObjectionEvent.ASK_REPAIR,
        by=Actor.STAFF,
        user=by,
        on=today,
        values={Parameter.UNTIL: until.isoformat()},
    )
    moving.carry_out(objection, move, known)
    recount(objection)
    missing = missing_demands(objection)
    letter = objection_repair_letter(
        objection,
        reference=letter_reference(objection.case, "B2"),
        missing=missing,
        sender=by,
        today=today,
    )
    document = keep_letter(letter, title="Verzoek om het bezwaar aan te vullen", case=objection.case, now=now)
    tell_objector(
        objection,
        "school_objection_repair",
        today=today,
        attachments=[document],
        missing=missing,
        until=until,
    )
    return objection


@journaled
def repair(
    objection_id: int,
    supplement: Supplement,
    *,
    by: User,
    today: date,
    received_on: date | None = None,
) -> Objection:
    """Supply what was missing. It is repaired when nothing is missing any more; until then it can go on.

    `received_on` is of a supplement on paper or by e-mail: its day counts, not that of entering it.
    """
    objection = held(objection_id)
    moving.demand_party(objection, by)
    received = _received(objection, by, received_on, today)
    if objection.state_ not in REPAIRABLE or (objection.repair_by and objection.repair_by < received):
        raise refuse("herstel_voorbij", "Dit bezwaar kan niet (meer) worden aangevuld.", "Awb 6:6")
    for each in fields(supplement):
        value = getattr(supplement, each.name)
        if value is not None:
            setattr(objection, each.name, value.strip() if isinstance(value, str) else value)
    if by.role == Role.SCHOOL:
        objection.signed = True
    if missing_demands(objection):
        objection.save()
        moving.tell(objection, "supplemented", by)
        return objection
    objection.repaired_on = received
    move = moving.Move(event=ObjectionEvent.REPAIR, by=Actor.SCHOOL, user=by, on=received)
    moving.carry_out(objection, move, known_of(objection, received))
    recount(objection)
    tell_objector(objection, "school_objection_repaired", today=today)
    return objection


def miss_repairs(today: date) -> int:
    """Every objection whose repair term has passed; returns how many."""
    due = Objection.objects.filter(state=ObjectionState.IN_REPAIR, repair_by__lt=today)
    return sum(_miss_one(pk, today) for pk in list(due.values_list("pk", flat=True)))


@journaled
def _miss_one(objection_id: int, today: date) -> int:
    objection = held(objection_id)
    if objection.state_ is not ObjectionState.IN_REPAIR:
        return 0
    move = moving.Move(event=ObjectionEvent.REPAIR_MISSED, by=Actor.LAW, on=today)
    moving.carry_out(objection, move, known_of(objection, today))
    tell_objector(objection, "school_objection_unrepaired", today=today)
    return 1


def _received(objection: Objection, by: User, received_on: date | None, today: date) -> date:
    if received_on is None:
        return today
    if by.role != Role.STAFF:
        raise refuse("ontvangen_op", "De dag van ontvangst vult alleen een medewerker in.")
    asked = objection.repair_asked_on
    if received_on > today or (asked is not None and received_on < asked):
        raise refuse(
            "ontvangen_op", "De dag van ontvangst ligt voor het verzoek of in de toekomst.", "Awb 6:6"
        )
    return received_on
