"""The plans of a certificate, and one plan as it went."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from keurmerk.certification.enums import Subject
from keurmerk.certification.models import Certificate, Plan, Term
from rulebook.lifecycle.tables.plan import OPEN


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened on a day."""

    on: date
    what: str
    text: str = ""


def open_plan(certificate: Certificate) -> Plan | None:
    """The one plan that runs, if any."""
    states = [state.value for state in OPEN]
    return certificate.plans.filter(state__in=states).select_related("case").first()


def plan_terms(plan: Plan) -> list[Term]:
    """The terms that run for this plan, the nearest first."""
    return list(
        Term.objects.filter(case_id=plan.case_id, subject=Subject.PLAN, subject_id=plan.pk, ended_on=None)
    )


def plan_timeline(plan: Plan) -> list[Moment]:
    """What happened to a plan, the oldest first."""
    return sorted(_moments(plan), key=lambda moment: moment.on)


def _moments(plan: Plan) -> Iterator[Moment]:
    yield Moment(plan.asked_on, "plan van aanpak gevraagd", plan.facts_text)
    if plan.filed_on:
        yield Moment(plan.filed_on, "plan te laat ingediend" if plan.late else "plan ingediend")
    if plan.referred_on:
        yield Moment(plan.referred_on, f"voorgelegd aan {plan.body_name}")
    if plan.body_advised_on:
        yield Moment(plan.body_advised_on, f"advies van {plan.body_name}", plan.body_advice)
    if plan.judged_on:
        approved = plan.carry_out_by is not None
        yield Moment(plan.judged_on, "plan goedgekeurd" if approved else "plan afgekeurd")
    if plan.ended_on and plan.ended_on != plan.judged_on:
        yield Moment(plan.ended_on, plan.state_.words, plan.end_reason)
