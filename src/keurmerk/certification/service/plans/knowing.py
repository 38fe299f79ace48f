"""What is known of one plan, and what stands in the way of what somebody wants with it."""

from datetime import date

from keurmerk.certification.errors import refuse
from keurmerk.certification.models import Case, Decision, Plan
from keurmerk.certification.service import changes, moving
from rulebook.lifecycle.events import PlanEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.machine import Obstacle
from rulebook.lifecycle.pieces import Actor, Parameter


def held(plan_id: int) -> Plan:
    """The plan, its certificate and its case, held in the order in which everybody holds them."""
    plan = Plan.objects.get(pk=plan_id)
    changes.locked(plan.certificate_id)
    Case.objects.select_for_update(no_key=True).get(pk=plan.case_id)
    return Plan.objects.select_for_update(no_key=True).get(pk=plan_id)


def known_of(plan: Plan, today: date) -> dict[Fact, bool]:
    own = {
        Fact.PLAN_TERM_OVER: plan.file_by < today,
        Fact.PLAN_COMPLETE: bool(plan.causes.strip() and plan.measures.strip()),
        Fact.BODY_REQUESTED: plan.body_requested,
    }
    return moving.known_with(plan, own, today)


def obstacles_for(decision: Decision, today: date) -> tuple[Obstacle, ...]:
    """What stands in the way of this judgement of a plan."""
    plan = plan_of(decision)
    return moving.obstacles(plan, judgement(decision, today), known_of(plan, today))


def judgement(decision: Decision, today: date) -> moving.Move:
    return moving.Move(
        event=PlanEvent(decision.event),
        by=Actor.DECIDER,
        on=today,
        grounds=tuple(decision.grounds),
        values={Parameter(name): str(value) for name, value in decision.parameters.items()},
    )


def plan_of(decision: Decision) -> Plan:
    if decision.plan is None:
        raise refuse("geen_plan", "Dit besluit gaat niet over een plan van aanpak.")
    return decision.plan
