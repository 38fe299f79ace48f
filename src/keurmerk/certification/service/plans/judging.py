"""A plan is looked at, decided on, carried out or not."""

from dataclasses import replace
from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Decision, Plan
from keurmerk.certification.service import moving
from keurmerk.certification.service.parameters import as_day
from keurmerk.certification.service.plans.knowing import held, judgement, known_of, plan_of
from keurmerk.certification.service.telling import tell_school
from keurmerk.journal.unit import journaled
from rulebook.lifecycle.events import PlanEvent
from rulebook.lifecycle.pieces import Actor, Parameter


@journaled
def refer(plan_id: int, *, body_name: str, by: User, today: date) -> Plan:
    """Lay the plan before a certifying body, because the school asked for that."""
    plan = held(plan_id)
    if not body_name.strip():
        raise refuse("instelling", "Vul in welke certificerende instelling het plan beoordeelt.", "§7.6")
    plan.body_name, plan.referred_on = body_name.strip(), today
    return _move(plan, PlanEvent.REFER, by, today)


@journaled
def body_advises(plan_id: int, *, advice: str, by: User, today: date) -> Plan:
    plan = held(plan_id)
    if not advice.strip():
        raise refuse("advies", "Schrijf op wat de certificerende instelling vindt.", "§7.6")
    plan.body_advice, plan.body_advised_on = advice.strip(), today
    return _move(plan, PlanEvent.BODY_ADVISES, by, today)


@journaled
def judged(decision: Decision, *, by: User, today: date) -> None:
    """Carry out a signed judgement of a plan."""
    plan = held(plan_of(decision).pk)
    move = judgement(decision, today)
    plan.judged_on = today
    if move.event is PlanEvent.APPROVE:
        plan.carry_out_by = as_day(move.values.get(Parameter.UNTIL, ""))
    else:
        plan.ended_on = today
    moving.carry_out(plan, replace(move, user=by), known_of(plan, today))


@journaled
def carried_out(plan_id: int, *, because: str, by: User, today: date) -> Plan:
    """The plan was carried out and it helped; `because` says what shows that."""
    return _end(held(plan_id), PlanEvent.CARRIED_OUT, because, by, today)


@journaled
def fail(plan_id: int, *, grounds: tuple[str, ...], because: str, by: User, today: date) -> Plan:
    return _end(held(plan_id), PlanEvent.FAIL, because, by, today, grounds)


@journaled
def cancel(plan_id: int, *, because: str, by: User, today: date) -> Plan:
    return _end(held(plan_id), PlanEvent.CANCEL, because, by, today)


def _move(plan: Plan, event: PlanEvent, by: User, today: date, grounds: tuple[str, ...] = ()) -> Plan:
    move = moving.Move(event=event, by=Actor.STAFF, user=by, on=today, grounds=grounds)
    moving.carry_out(plan, move, known_of(plan, today))
    return plan


def _end(
    plan: Plan, event: PlanEvent, because: str, by: User, today: date, grounds: tuple[str, ...] = ()
) -> Plan:
    if not because.strip():
        raise refuse("reden_ontbreekt", "Schrijf op waaruit dit blijkt.", "§7.6")
    plan.ended_on, plan.end_reason = today, because.strip()
    _move(plan, event, by, today, grounds)
    tell_school(
        plan.case,
        "school_plan_ended",
        {"school": plan.case.school.name, "what": plan.state_.words, "because": plan.end_reason},
        key=f"plan:{plan.public_id}:ended",
        today=today,
    )
    return plan
