"""A decision on its way: prepared, filled in, put before somebody to sign, or dropped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import prefetch_related_objects
from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.assessments.models import Assessment
from keurmerk.certification.details import missing_details
from keurmerk.certification.enums import DecisionState, Subject
from keurmerk.certification.errors import NotPossibleError, refuse
from keurmerk.certification.figures import limit_of, measured, rows_behind
from keurmerk.certification.lawful import lawful_norms
from keurmerk.certification.letter_data import letter_obstacles
from keurmerk.certification.letter_kinds import RESTS_ON_NORMS
from keurmerk.certification.models import Case, Decision, Intention, Motivation, Objection, Plan
from keurmerk.certification.queries import Situation, situation_of
from keurmerk.certification.service import changes, objections, plans
from keurmerk.certification.service.motivating import motivation_obstacles
from keurmerk.certification.service.references import hold, next_reference
from keurmerk.certification.service.telling import tell_signers
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from rulebook.kernel.verdict import Verdict
from rulebook.lifecycle.events import Event, ObjectionEvent, PlanEvent
from rulebook.lifecycle.machine import Obstacle
from rulebook.lifecycle.pieces import Actor, DecisionKind, Heard, Parameter, Transition
from rulebook.lifecycle.states import State
from rulebook.lifecycle.table import CERTIFICATE, OBJECTION, PLAN

OPEN = (DecisionState.DRAFT, DecisionState.SUBMITTED)
TEXTS = ("heard_reason", "facts_text", "weighing")


@journaled
def prepare(
    case: Case,
    event: StrEnum,
    *,
    prepared_by: User,
    plan: Plan | None = None,
    objection: Objection | None = None,
) -> Decision:
    """Start a decision that the table allows from here; the norms that were not met come along."""
    case = hold(case)
    row = row_for(case, event, plan=plan, objection=objection)
    if row is None or row.decision is None:
        raise refuse("niet_in_tabel", "Dit besluit kan niet vanuit de status van nu.")
    subject = Subject.PLAN if plan else Subject.OBJECTION if objection else Subject.CERTIFICATE
    running = Decision.objects.filter(case=case, subject=subject, event=event.value, state__in=OPEN).first()
    if running is not None:
        return running
    decision = Decision.objects.create(
        case=case,
        subject=subject,
        plan=plan,
        objection=objection,
        kind=row.decision,
        event=event.value,
        reference=next_reference(case),
        prepared_by=prepared_by,
        authors=[prepared_by.pk],
        intention=case.intentions.filter(event=event.value).exclude(state="ingetrokken").first(),
    )
    if decision.kind_ in RESTS_ON_NORMS:
        motivate_from_assessment(decision)
    _tell(decision, "prepared", prepared_by)
    return decision


def row_for(
    case: Case, event: StrEnum, *, plan: Plan | None = None, objection: Objection | None = None
) -> Transition[State] | Transition | None:
    if plan is not None:
        return PLAN.find(plan.state_, event)
    if objection is not None:
        return OBJECTION.find(objection.state_, event)
    return CERTIFICATE.find(case.certificate.state_, event)


@journaled
def fill(
    decision_id: int,
    *,
    by: User,
    texts: Mapping[str, str] | None = None,
    grounds: list[str] | None = None,
    values: Mapping[Parameter, str] | None = None,
    details: Mapping[str, object] | None = None,
    heard: Heard | None = None,
    intention: Intention | None = None,
) -> Decision:
    """Write in a draft. Who writes in it does not sign it."""
    decision = held_draft(decision_id)
    for name, text in (texts or {}).items():
        if name in TEXTS:
            setattr(decision, name, text.strip())
    if grounds is not None:
        decision.grounds = grounds
    if values is not None:
        decision.parameters = {name.value: value for name, value in values.items() if value}
    if details is not None:
        decision.details = dict(details)
    if heard is not None:
        decision.heard = heard
    if intention is not None:
        decision.intention = intention
    _add_author(decision, by)
    decision.save()
    return decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What one norm adds to a decision."""

    norm: str
    group: str = ""
    value: str
    limit: str
    rows: str
    facts: str


@journaled
def motivate(
    decision_id: int, reason: Reason, *, by: User, assessment: Assessment | None = None
) -> Motivation:
    decision = held_draft(decision_id)
    found = {"value": reason.value, "limit": reason.limit, "rows": reason.rows, "facts": reason.facts}
    motivation, _ = Motivation.objects.update_or_create(
        decision=decision,
        norm=reason.norm.strip(),
        group=reason.group.strip(),
        defaults=found | ({"assessment": assessment} if assessment else {}),
    )
    _add_author(decision, by)
    decision.save(update_fields=["authors"])
    return motivation


@journaled
def drop_motivation(decision_id: int, motivation_id: int, *, by: User) -> None:
    """The norm does not bear this decision after all."""
    decision = held_draft(decision_id)
    decision.motivations.filter(pk=motivation_id).delete()
    _add_author(decision, by)
    decision.save(update_fields=["authors"])


def motivate_from_assessment(decision: Decision) -> None:
    """Put in every norm that was not met, with its figures; the facts are for a person to write.

    What the school fails lawfully bears no decision and is left out.
    """
    newest = (
        Assessment.objects.filter(delivery__school_id=decision.case.school_id)
        .select_related("delivery")
        .order_by("-delivery__period_first", "-delivery_id", "-number")
        .first()
    )
    if newest is None:
        return
    delivery = newest.delivery
    lawful = lawful_norms(delivery.school_id, delivery.period, newest.outcome["normen"])
    for result in newest.norms.filter(verdict=Verdict.NOT_MET).exclude(norm__in=lawful):
        Motivation.objects.create(
            decision=decision,
            norm=result.norm,
            group=result.group,
            assessment=newest,
            value=measured(result),
            limit=limit_of(result),
            rows=rows_behind(result),
        )


def sign_obstacles(decision: Decision, today: date) -> tuple[Obstacle, ...]:
    """What this decision still lacks, from the table, from the law on reasons and for its letter."""
    situation = situation_of(decision.case.certificate, today)
    return obstacles_before_letter(decision, situation) or letter_obstacles(decision, situation)


def obstacles_before_letter(decision: Decision, situation: Situation) -> tuple[Obstacle, ...]:
    """All but what only making the letter shows."""
    return (
        *_table_obstacles(decision, situation),
        *motivation_obstacles(decision),
        *_heard_obstacles(decision),
        *missing_details(decision, situation.today),
    )


def step_of(decision: Decision, *, user: User | None = None) -> changes.Step:
    return changes.Step(
        event=Event(decision.event),
        by=Actor.DECIDER,
        user=user,
        grounds=tuple(decision.grounds),
        heard=Heard(decision.heard),
        values={Parameter(name): str(value) for name, value in decision.parameters.items()},
    )


@journaled
def submit(decision_id: int, *, by: User, today: date) -> Decision:
    """Put it before whoever may sign. Refused with everything that is still missing."""
    decision = held_draft(decision_id)
    prefetch_related_objects([decision], "motivations")
    if found := sign_obstacles(decision, today):
        raise NotPossibleError(*found)
    decision.state = DecisionState.SUBMITTED
    decision.submitted_at = timezone.now()
    decision.seen_version = decision.case.certificate.version
    decision.returned_because = ""
    _add_author(decision, by)
    decision.save()
    tell_signers(decision, today=today)
    _tell(decision, "submitted", by)
    return decision


@journaled
def give_back(decision_id: int, *, because: str, by: User) -> Decision:
    """Back to who prepared it, with what has to be better."""
    decision = held(decision_id)
    if decision.state != DecisionState.SUBMITTED:
        raise refuse("niet_voorgelegd", "Dit besluit ligt niet ter ondertekening.")
    if not because.strip():
        raise refuse("reden_ontbreekt", "Vul in wat er anders moet.")
    decision.state, decision.submitted_at = DecisionState.DRAFT, None
    decision.returned_because = because.strip()
    decision.save()
    _tell(decision, "returned", by)
    return decision


@journaled
def cancel(decision_id: int, *, by: User) -> Decision:
    decision = held(decision_id)
    if decision.state not in OPEN:
        raise refuse("al_getekend", "Een ondertekend besluit kan niet vervallen.")
    decision.state = DecisionState.CANCELLED
    decision.save(update_fields=["state"])
    _tell(decision, "cancelled", by)
    return decision


def held(decision_id: int) -> Decision:
    rows = Decision.objects.select_for_update(no_key=True, of=("self",)).select_related("case__school")
    return rows.get(pk=decision_id)


def held_draft(decision_id: int) -> Decision:
    decision = held(decision_id)
    if decision.state != DecisionState.DRAFT:
        raise refuse(
            "geen_concept", f"Dit besluit is {decision.get_state_display()} en kan niet meer veranderen."
        )
    return decision


def _table_obstacles(decision: Decision, situation: Situation) -> tuple[Obstacle, ...]:
    if decision.subject == Subject.CERTIFICATE:
        return changes.obstacles(step_of(decision), situation)
    if decision.subject == Subject.PLAN:
        return plans.obstacles_for(decision, situation.today)
    return objections.obstacles_for(decision, situation.today)


def type_of(decision: Decision) -> type[StrEnum]:
    return {Subject.PLAN: PlanEvent, Subject.OBJECTION: ObjectionEvent}.get(Subject(decision.subject), Event)


def _heard_obstacles(decision: Decision) -> tuple[Obstacle, ...]:
    """Heard means: about this, in this case; not heard means: for a reason that is written down."""
    match Heard(decision.heard):
        case Heard.YES if decision.intention is None or decision.intention.state == "verzonden":
            text = "De school kan nog reageren op het voornemen, of er is geen voornemen verzonden."
            return (Obstacle("voornemen", text, "Awb 4:8"),)
        case Heard.URGENT | Heard.OWN_DATA if not decision.heard_reason.strip():
            return (
                Obstacle("reden_niet_gehoord", "Schrijf op waarom de school niet is gehoord.", "Awb 4:11"),
            )
        case _:
            return ()


def _add_author(decision: Decision, by: User) -> None:
    if by.pk not in decision.authors:
        decision.authors = [*decision.authors, by.pk]


def _tell(decision: Decision, what: str, by: User) -> None:
    journal.record(
        actor=by,
        kind=f"decision.{what}",
        subject=decision,
        payload={"what": DecisionKind(decision.kind).value, "case": decision.case.number},
    )
