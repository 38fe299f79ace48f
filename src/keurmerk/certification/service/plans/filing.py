"""A plan comes in, in time or late, or it does not."""

from dataclasses import dataclass
from datetime import date

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Plan
from keurmerk.certification.service import cases, moving
from keurmerk.certification.service.plans.knowing import held, known_of
from keurmerk.certification.service.telling import tell_school
from keurmerk.documents.models import Document
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.events import PlanEvent
from rulebook.lifecycle.pieces import Actor
from rulebook.lifecycle.states import PlanState


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What a plan says: why it went wrong and what is done about it (§7.6)."""

    causes: str
    measures: str
    body_requested: bool = False
    received_on: date | None = None
    """Of a plan on paper or by e-mail, that staff enter."""


@journaled
def file(
    plan_id: int, filed: Filed, *, filed_by: User, today: date, document: Document | None = None
) -> Plan:
    """File the plan. On the last day it is in time; after that it is kept and counts as late."""
    plan = held(plan_id)
    received = _received(plan, filed, filed_by, today)
    _check(filed)
    late = plan.file_by < received
    plan.causes, plan.measures = filed.causes.strip(), filed.measures.strip()
    plan.body_requested, plan.document = filed.body_requested, document
    plan.filed_on, plan.late = received, late
    move = moving.Move(
        event=PlanEvent.FILE_LATE if late else PlanEvent.FILE, by=Actor.SCHOOL, user=filed_by, on=received
    )
    if late and plan.state_ is PlanState.ASKED:
        _miss(plan, today)
    moving.carry_out(plan, move, known_of(plan, received))
    if document is not None:
        cases.add_paper(plan.case, document, added_by=filed_by)
    _confirm(plan, today)
    return plan


@journaled
def request_body(plan_id: int, *, by: User) -> Plan:
    """The school asks that a certifying body judges its plan (§7.6)."""
    plan = held(plan_id)
    moving.demand_party(plan, by)
    if plan.state_ is not PlanState.FILED:
        raise refuse("niet_ingediend", "Dit kan alleen zolang wij uw plan van aanpak beoordelen.", "§7.6")
    if not plan.body_requested:
        plan.body_requested = True
        plan.save(update_fields=["body_requested"])
        moving.tell(plan, "body_requested", by)
    return plan


def miss_due(today: date) -> int:
    """Every plan whose last day has passed; returns how many."""
    due = Plan.objects.filter(state=PlanState.ASKED, file_by__lt=today).values_list("pk", flat=True)
    return sum(_miss_one(plan_id, today) for plan_id in list(due))


@journaled
def _miss_one(plan_id: int, today: date) -> int:
    plan = held(plan_id)
    if plan.state_ is not PlanState.ASKED or plan.file_by >= today:
        return 0
    _miss(plan, today)
    tell_school(
        plan.case,
        "school_plan_missed",
        {"school": plan.case.school.name, "file_by": plan.file_by},
        key=f"plan:{plan.public_id}:missed",
        today=today,
    )
    return 1


def _miss(plan: Plan, today: date) -> None:
    moving.carry_out(plan, moving.Move(event=PlanEvent.MISS, by=Actor.LAW, on=today), known_of(plan, today))


def _received(plan: Plan, filed: Filed, filed_by: User, today: date) -> date:
    if filed.received_on is None:
        return today
    if filed_by.role != Role.STAFF:
        raise refuse("ontvangen_op", "De dag van ontvangst vult alleen een medewerker in.")
    if filed.received_on > today:
        raise refuse("ontvangen_op", "De dag van ontvangst ligt in de toekomst.")
    if filed.received_on < plan.asked_on:
        raise refuse("ontvangen_op", "De dag van ontvangst ligt voor de dag waarop het plan is gevraagd.")
    return filed.received_on


def _check(filed: Filed) -> None:
    if not filed.causes.strip():
        raise refuse("oorzaken", "Beschrijf de oorzaken van de tekortkomingen.", "§7.6")
    if not filed.measures.strip():
        raise refuse("maatregelen", "Beschrijf hoe u de tekortkomingen wegneemt.", "§7.6")


def _confirm(plan: Plan, today: date) -> None:
    (judging,) = moving.terms_of(plan, "plan_beoordelen")
    tell_school(
        plan.case,
        "school_plan_received",
        {
            "school": plan.case.school.name,
            "received_on": plan.filed_on,
            "late": plan.late,
            "judge_by": judging.last_day,
        },
        key=f"plan:{plan.public_id}:filed",
        today=today,
    )
