"""The one way in which a certificate changes. Everything else asks this."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from keurmerk.accounts.models import User
from keurmerk.certification.errors import NotPossibleError, refuse
from keurmerk.certification.hearers import let_hear
from keurmerk.certification.models import Case, Certificate, Change, Decision
from keurmerk.certification.queries import Situation, situation_of
from keurmerk.certification.queries.periods import about_period
from keurmerk.certification.queries.snapshot import snapshot
from keurmerk.certification.queries.standing import RESTORING, held_up
from keurmerk.certification.service import fields, running
from keurmerk.certification.service.parameters import parameter_obstacles
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.journal.unit import journaled
from rulebook.lifecycle import machine
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import Actor, After, Before, Heard, Keep, Parameter, Transition
from rulebook.lifecycle.states import State, state_of
from rulebook.lifecycle.table import CERTIFICATE

if TYPE_CHECKING:
    from rulebook.lifecycle.machine import Obstacle


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
    return Certificate.objects.select_for_update(no_key=True).get(pk=certificate_id)


def obstacles(step: Step, situation: Situation) -> tuple["Obstacle", ...]:
    """Everything that stands in the way now; empty when `make` would do it."""
    attempt = machine.Attempt(
        event=step.event,
        by=step.by,
        grounds=step.grounds,
        heard=step.heard,
        parameters=frozenset(name for name, value in step.values.items() if value),
    )
    certificate = situation.certificate
    found = machine.obstacles(CERTIFICATE, certificate.state_, situation.known, attempt)
    return (
        found
        or parameter_obstacles(step.event, step.values, certificate, situation.today)
        or _nothing_to_undo(step, situation)
    )


@journaled
def make(
    certificate_id: int, step: Step, *, case: Case, today: date, decision: Decision | None = None
) -> Change:
    """Do it: new state, terms, duties and journal line in one transaction, or NotPossibleError and nothing.

    A transition that asks for a decision happens only with that decision, signed by another.
    """
    certificate = locked(certificate_id)
    situation = situation_of(certificate, today)
    if found := obstacles(step, situation):
        raise NotPossibleError(*found)
    row = _row(certificate, step.event)
    _demand_decision(row, decision)
    undone = _undone(row, situation)
    chain = _chain_of(undone, row)
    first = chain[-1] if chain else None
    before = certificate.state_
    after = State(
        machine.target_of(
            row.target,
            before,
            before=_in_mark_of(before, first.before_) if first else None,
            after=_in_mark_of(before, undone.after_) if undone else None,
        )
    )
    change = _write(step, situation, case=case, after=after)
    running.end_for_certificate(certificate.pk, row.ends, on=change.on, by=change)
    fields.apply(certificate, change, undone=first)
    if undone is not None:
        _undo_or_revive(chain, change, row)
    _start(certificate, row, change, after)
    _keep_up(certificate)
    _tell(change, step)
    let_hear(change)
    return change


@journaled
def mark_annulled(change: Change, *, on: date) -> None:
    """It counts for nothing any more, also where the status has moved on; what it asked for ends."""
    change.annulled_on = on
    change.save(update_fields=["annulled_on"])
    running.end_started_by(change, on=on)


def _row_of(change: Change) -> Transition[State]:
    return CERTIFICATE.cells[change.before_, change.event_]


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


def _undone(row: Transition[State], situation: Situation) -> Change | None:
    """The change that is undone, or the one that was held up and works again."""
    if not isinstance(row.target, Before | After):
        return None
    if isinstance(row.target, After):
        return held_up(situation.changes)
    said, standing = situation.contested, situation.standing
    match row.event:
        case Event.ANNUL:
            return next((each for each in standing if each.pk in said.annulled), None)
        case Event.STAY:
            return next((each for each in standing if each.pk in said.stayed), None)
        case _:
            return standing[0] if standing else None


def _nothing_to_undo(step: Step, situation: Situation) -> tuple["Obstacle", ...]:
    """A status that was entered without its history has no earlier one to go back to."""
    row = _row(situation.certificate, step.event)
    if not isinstance(row.target, Before | After) or _undone(row, situation):
        return ()
    text = (
        "Welke status hiervoor gold is niet vastgelegd. Die kan dus niet terugkomen; opnieuw aanvragen kan."
    )
    return (machine.Obstacle("niets_terug_te_zetten", text, row.source),)


def _chain_of(undone: Change | None, row: Transition[State]) -> list[Change]:
    """The change that is undone, and before it what was annulled: that does not come back. Newest first."""
    if undone is None:
        return []
    chain = [undone]
    if isinstance(row.target, After):
        return chain
    for each in undone.certificate.changes.filter(number__lt=undone.number).order_by("-number"):
        if each.event in RESTORING or each.before == each.after or each.after != chain[-1].before:
            continue
        if each.annulled_on is None:
            break
        chain.append(each)
    return chain


def _in_mark_of(now: State, target: State) -> State:
    """A certificate that was extended or granted meanwhile keeps the form that it has now."""
    ours, theirs = now.held, target.held
    if ours is None or theirs is None:
        return target
    return state_of(ours[0], theirs[1])


def _write(step: Step, situation: Situation, *, case: Case, after: State) -> Change:
    certificate, today = situation.certificate, situation.today
    values = {name.value: value for name, value in step.values.items() if value}
    return Change.objects.create(
        certificate=certificate,
        case=case,
        number=certificate.version + 1,
        event=step.event,
        before=certificate.state,
        after=after,
        on=date.fromisoformat(values.get(Parameter.EFFECTIVE_ON, today.isoformat())),
        actor=step.by,
        user=step.user,
        grounds=list(step.grounds),
        parameters=values,
        facts={fact.value: holds for fact, holds in sorted(situation.known.items())},
        earlier=snapshot(certificate),
        about_period=about_period(step.event, case, situation.record.periods, today),
    )


def _undo_or_revive(chain: list[Change], change: Change, row: Transition[State]) -> None:
    if isinstance(row.target, After):
        _work_again(chain[0], change)
    else:
        _undo(chain, change)
    codes = tuple(duty.code for duty in machine.duties_of(row, change.after_))
    running.end_for_certificate(change.certificate_id, codes, on=change.on, by=change)


def _undo(chain: list[Change], change: Change) -> None:
    """The first of the chain falls, with what prolonged it since; what they ended runs again."""
    undone = chain[0]
    later = undone.certificate.changes.filter(
        number__gt=undone.number, event=Event.PROLONG_SUSPENSION, undone_by=None, annulled_on=None
    )
    fallen = [undone, *later]
    for each in chain:
        running.reopen(each)
    for each in {*fallen, *chain}:
        running.end_started_by(each, on=change.on, by=change)
    for each in fallen:
        each.undone_by = change
        each.save(update_fields=["undone_by"])
        if change.event != Event.STAY:
            mark_annulled(each, on=change.on)


def _work_again(undone: Change, change: Change) -> None:
    """What was held up counts again, with what it ended and what it started; the stay does not count."""
    stay = undone.undone_by
    if stay is None:
        return
    running.end_started_by(stay, on=change.on)
    running.end_for_certificate(undone.certificate_id, _row_of(undone).ends, on=change.on, by=undone)
    running.reopen_terms(stay)
    for each in stay.undoes.all():
        each.undone_by = None
        each.save(update_fields=["undone_by"])
    stay.undone_by = change
    stay.save(update_fields=["undone_by"])


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
