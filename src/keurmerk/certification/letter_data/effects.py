"""What a decision does to the certificate: as it was done, or as it would be done today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from keurmerk.certification.counting import CHOSEN_DAY, compute, due_day, equated_days, suspension_facts
from keurmerk.certification.models import Certificate, Change, Decision, Term
from keurmerk.certification.queries import Situation, certificate_periods
from keurmerk.certification.queries.periods import about_period
from keurmerk.certification.queries.snapshot import snapshot
from rulebook import terms
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.machine import duties_of, target_of
from rulebook.lifecycle.pieces import Parameter, Side, Transition
from rulebook.lifecycle.states import State
from rulebook.lifecycle.table import CERTIFICATE


@dataclass(frozen=True, slots=True)
class Due:
    code: str
    side: Side
    text: str
    source: str
    last_day: date | None
    """None: as long as the state lasts."""


@dataclass(frozen=True, slots=True)
class Effects:
    """`change` is not stored when nothing is done yet."""

    certificate: Certificate
    change: Change
    row: Transition[State]
    terms: Mapping[str, Term | terms.Term]
    """Those that start, by code."""
    duties: tuple[Due, ...]

    def parameter(self, name: Parameter) -> str | None:
        value = self.change.parameters.get(name.value)
        return None if value is None else str(value)

    def day(self, name: Parameter) -> date | None:
        value = self.parameter(name)
        return date.fromisoformat(value) if value else None

    def earlier_day(self, name: str) -> date | None:
        """A date of the certificate as the change found it."""
        value = self.change.earlier.get(name)
        return date.fromisoformat(str(value)) if value else None

    def periods(self) -> tuple[MeasuringPeriod, ...]:
        return certificate_periods(self.certificate, self.change.on)


def done(change: Change) -> Effects:
    return Effects(
        certificate=change.certificate,
        change=change,
        row=CERTIFICATE.cells[change.before_, change.event_],
        terms={term.code: term for term in change.started_terms.all()},
        duties=tuple(
            Due(task.code, Side(task.side), task.text, task.source, task.due) for task in change.tasks.all()
        ),
    )


def projected(decision: Decision, situation: Situation) -> Effects | None:
    """None where the table has no place for it now."""
    certificate = situation.certificate
    row = CERTIFICATE.find(certificate.state_, Event(decision.event))
    if row is None:
        return None
    change = _unstored(decision, situation, row)
    return Effects(
        certificate=certificate,
        change=change,
        row=row,
        terms={rule.code: _counted(certificate, change, rule.kind, rule.source) for rule in row.starts},
        duties=tuple(_duties(row, change)),
    )


def _unstored(decision: Decision, situation: Situation, row: Transition[State]) -> Change:
    certificate, today = situation.certificate, situation.today
    values = {name: str(value) for name, value in decision.parameters.items()}
    return Change(
        certificate=certificate,
        case=decision.case,
        event=decision.event,
        before=certificate.state,
        after=target_of(row.target, certificate.state_),
        on=date.fromisoformat(values.get(Parameter.EFFECTIVE_ON, today.isoformat())),
        parameters=values,
        grounds=decision.grounds,
        facts={fact.value: holds for fact, holds in situation.known.items()},
        earlier=snapshot(certificate),
        about_period=about_period(Event(decision.event), decision.case, situation.record.periods, today),
    )


def _counted(certificate: Certificate, change: Change, kind: str, source: str) -> terms.Term:
    match kind:
        case "bepaalde_tijd":
            first = change.parameters.get(Parameter.PERIOD_START) or certificate.period_first
            months = int(change.parameters.get(Parameter.MONTHS, 0))
            return compute(kind, {"ingang": str(first), "verlengd_maanden": months}, source)
        case "schorsing":
            return compute(kind, suspension_facts(certificate, change), source)
        case _ if kind == CHOSEN_DAY:
            return compute(kind, {kind: change.parameters[Parameter.UNTIL]}, source)
        case _:
            return compute(kind, {"vanaf": change.on.isoformat(), "aantal": 0}, source)


def _duties(row: Transition[State], change: Change) -> Iterable[Due]:
    equated = equated_days()
    for duty in duties_of(row, change.after_):
        yield Due(duty.code, duty.side, duty.text, duty.source, due_day(duty, change.on, equated))


def day_after(day: date | None) -> date | None:
    return None if day is None else day + timedelta(days=1)
