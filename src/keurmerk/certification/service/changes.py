"""The one way in which a certificate changes. Everything else asks this."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from keurmerk.accounts.models import User
from keurmerk.certification.errors import NotPossibleError, refuse
from keurmerk.certification.models import Case, Certificate, Change, Decision
from keurmerk.certification.queries import known_now, record_of
from keurmerk.certification.queries.facts import contested_change
from keurmerk.certification.service import fields, running
from keurmerk.certification.service.parameters import parameter_obstacles, period_to_change
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from rulebook.lifecycle import machine
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import Actor, After, Before, Heard, Keep, Parameter, Transition
from rulebook.lifecycle.record import known_facts
from rulebook.lifecycle.states import State
from rulebook.lifecycle.table import CERTIFICATE

if TYPE_CHECKING:
    from rulebook.lifecycle.machine import Obstacle

ABOUT_A_PERIOD = frozenset({Event.COMPENSATE, Event.BE_LENIENT, Event.EXEMPT, Event.REFUSE_EXEMPTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Somebody wants this to happen to a certificate."""

    event: Event
    by: Actor
    user: User | None = None
    grounds: tuple[str, ...] = ()
    heard: Heard = Heard.NO
    values: dict[Parameter, str] = field(default_factory=dict)


def locked(certificate_id: int) -> Certificate:
    """The certificate, held until the transaction ends: of two deciders the second waits and looks again."""
    return Certificate.objects.select_for_update().get(pk=certificate_id)


def obstacles(certificate: Certificate, step: Step, today: date) -> tuple["Obstacle", ...]:
    """Everything that stands in the way now; empty when `make` would do it."""
    attempt = machine.Attempt(
        event=step.event,
        by=step.by,
        grounds=step.grounds,
        heard=step.heard,
        parameters=frozenset(name for name, value in step.values.items() if value),
    )
    found = machine.obstacles(CERTIFICATE, certificate.state_, known_now(certificate, today), attempt)
    return found or parameter_obstacles(step.event, step.values, certificate, today)


@transaction.atomic
def make(
    certificate_id: int, step: Step, *, case: Case, today: date, decision: Decision | None = None
) -> Change:
    """Do it: new state, terms, duties and journal line in one transaction, or NotPossibleError and nothing.

    A transition that asks for a decision happens only with that decision, signed by another.
    """
    certificate = locked(certificate_id)
    if found := obstacles(certificate, step, today):
        raise NotPossibleError(*found)
    row = _row(certificate, step.event)
    _demand_decision(row, decision)
    undone = _undone(certificate, row)
    before = certificate.state_
    after = State(
        machine.target_of(
            row.target,
            before,
            before=undone.before_ if undone else None,
            after=undone.after_ if undone else None,
        )
    )
    change = _write(certificate, step, case=case, today=today, before=before, after=after)
    running.end_for_certificate(certificate.pk, row.ends, on=change.on, by=change)
    fields.apply(certificate, change, undone=undone)
    if undone is not None:
        _undo(undone, change, row)
    _start(certificate, row, change, after)
    _keep_up(certificate)
    _tell(change, step)
    return change


@transaction.atomic
def mark_undone(change: Change, *, by: Change) -> None:
    """An annulled decision counts for nothing any more, also where the status has moved on since."""
    change.undone_by = by
    change.save(update_fields=["undone_by"])


def _row(certificate: Certificate, event: Event) -> Transition[State]:
    return CERTIFICATE.cells[certificate.state_, event]


def _demand_decision(row: Transition[State], decision: Decision | None) -> None:
    if row.decision is None and decision is None:
        return
    if (
        row.decision is None
        or decision is None
        or decision.kind != row.decision
        or decision.event != row.event
    ):
        raise refuse("geen_besluit", "Dit gebeurt alleen met een ondertekend besluit van deze soort.")


def _undone(certificate: Certificate, row: Transition[State]) -> Change | None:
    """The change that is undone, or the stay that ends."""
    if not isinstance(row.target, Before | After):
        return None
    changes = list(certificate.changes.all())
    if isinstance(row.target, After):
        stays = [each for each in changes if each.event == Event.STAY and each.undone_by_id is None]
        return Change.objects.filter(undone_by=stays[-1]).first() if stays else None
    return contested_change(certificate, changes)


def _write(
    certificate: Certificate, step: Step, *, case: Case, today: date, before: State, after: State
) -> Change:
    known = known_facts(record_of(certificate, today), {}, today)
    values = {name.value: value for name, value in step.values.items() if value}
    return Change.objects.create(
        certificate=certificate,
        case=case,
        number=certificate.version + 1,
        event=step.event,
        before=before,
        after=after,
        on=date.fromisoformat(values.get(Parameter.EFFECTIVE_ON, today.isoformat())),
        actor=step.by,
        user=step.user,
        grounds=list(step.grounds),
        parameters=values,
        facts={
            fact.value: holds for fact, holds in sorted({**known, **known_now(certificate, today)}.items())
        },
        earlier=fields.snapshot(certificate),
        about_period=about_period(certificate, step.event, case, today),
    )


def about_period(certificate: Certificate, event: Event, case: Case, today: date) -> date | None:
    if event in ABOUT_A_PERIOD:
        if case.period_first:
            return case.period_first
        periods = record_of(certificate, today).periods
        return periods[-1].first if periods else None
    return period_to_change(certificate, today).first if event == Event.CHANGE_PERIOD else None


def _undo(undone: Change, change: Change, row: Transition[State]) -> None:
    if isinstance(row.target, Before):
        mark_undone(undone, by=change)
        running.reopen(undone)
        return
    stay = undone.undone_by
    undone.undone_by = None
    undone.save(update_fields=["undone_by"])
    if stay is not None:
        running.end_for_certificate(undone.certificate_id, (running.EVERYTHING,), on=change.on, by=change)
        running.reopen(stay)
        mark_undone(stay, by=change)


def _start(certificate: Certificate, row: Transition[State], change: Change, after: State) -> None:
    for rule in row.starts:
        facts = fields.term_facts(certificate, change, rule)
        running.start_term(rule, facts, case=change.case, on=change.on, change=change)
    if not isinstance(row.target, Keep):
        running.start_duties(machine.duties_of(row, after), case=change.case, on=change.on, change=change)
    fields.adjust_terms(certificate, change)


def _keep_up(certificate: Certificate) -> None:
    running.refresh_next_day(certificate.cases.filter(closed_on=None).values_list("pk", flat=True))


def _tell(change: Change, step: Step) -> None:
    journal.record(
        actor=step.user or SYSTEM,
        kind=f"certificate.{change.event}",
        subject=change.certificate,
        payload={
            "from": change.before,
            "to": change.after,
            "case": change.case.number,
            "on": change.on.isoformat(),
        },
        ground=", ".join(change.grounds)[:300],
    )
