"""What is known of a certificate on a day: its record, what staff established, what was computed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from keurmerk.assessments.models import Assessment
from keurmerk.certification.lawful import lawful_norms, without_lawful
from keurmerk.certification.models import Certificate, Change, Finding
from keurmerk.certification.outcome_facts import facts_of_outcome
from keurmerk.certification.queries.standing import Contested, contested, held_up, standing_changes
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.cycle import periods_of
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import DERIVED, Fact
from rulebook.lifecycle.pieces import Parameter
from rulebook.lifecycle.record import SUSPENDING, Past, PlanPast, Record, known_facts
from rulebook.lifecycle.states import PlanState, Standing

SUSPENDED = frozenset({Standing.INQUIRY, Standing.SANCTION})


@dataclass(frozen=True, slots=True)
class Situation:
    """A certificate on a day, read once for a verb and all that it asks."""

    certificate: Certificate
    today: date
    changes: tuple[Change, ...]
    """The oldest first."""
    standing: tuple[Change, ...]
    """Those by which it stands, the newest first."""
    contested: Contested
    record: Record
    known: dict[Fact, bool]
    """Every fact that is known: derived from the record, established, or computed; others are absent."""


def situation_of(certificate: Certificate, today: date) -> Situation:
    changes = tuple(certificate.changes.defer("facts"))
    standing, held = tuple(standing_changes(certificate, changes)), held_up(changes)
    said = contested((*standing, held) if held else standing)
    record = _record(certificate, today, changes, standing, held, said)
    known = known_facts(record, findings_of(certificate), today)
    return Situation(certificate, today, changes, standing, said, record, known)


def known_now(certificate: Certificate, today: date) -> dict[Fact, bool]:
    """What is known of a certificate, for who needs no more of it than that."""
    return situation_of(certificate, today).known


def findings_of(certificate: Certificate) -> dict[Fact, bool]:
    """What the newest assessments show; what staff established goes before it, the newest of each fact."""
    rows = Finding.objects.filter(certificate=certificate).order_by("pk").values_list("fact", "holds")
    established = {Fact(fact): holds for fact, holds in rows}
    return {**_computed(certificate), **{f: holds for f, holds in established.items() if f not in DERIVED}}


def _record(
    certificate: Certificate,
    today: date,
    changes: Collection[Change],
    standing: Collection[Change],
    held: Change | None,
    said: Contested,
) -> Record:
    plans = certificate.plans.exclude(state=PlanState.CANCELLED).order_by("-pk")
    plan = plans.values_list("state", "late").first()
    return Record(
        state=certificate.state_,
        past=tuple(_past(changes)),
        periods=certificate_periods(certificate, today, changes),
        fixed_until=certificate.fixed_until,
        warned_until=certificate.warned_until,
        suspended_until=certificate.suspended_until,
        withdrawn_until=certificate.withdrawn_until,
        plan=None if plan is None else PlanPast(state=PlanState(plan[0]), late=plan[1]),
        lift_after_plan=certificate.lift_after_plan,
        annulled=any(each.pk in said.annulled for each in standing),
        stayed=any(each.pk in said.stayed for each in standing),
        stay_ended=held is not None and held.pk in said.freed - said.stayed,
    )


def certificate_periods(
    certificate: Certificate, today: date, changes: Iterable[Change] | None = None
) -> tuple[MeasuringPeriod, ...]:
    """From the first period to the newest that ended before today; the first while none did."""
    if certificate.period_first is None:
        return ()
    ends = period_ends(certificate.changes.all() if changes is None else changes)
    periods = periods_of(certificate.period_first, max(today, certificate.period_first), ends)
    return periods if len(periods) == 1 or periods[-1].last < today else periods[:-1]


def period_ends(changes: Iterable[Change]) -> dict[date, date]:
    """By the first day of a period its last day, where a change moved that."""
    return {
        each.about_period: date.fromisoformat(each.parameters[Parameter.PERIOD_END])
        for each in changes
        if each.event == Event.CHANGE_PERIOD and each.about_period and each.counts
    }


def _past(changes: Iterable[Change]) -> Iterable[Past]:
    """A suspension ended when the certificate next stood otherwise."""
    told = list(changes)
    for index, each in enumerate(told):
        yield Past(
            event=each.event_,
            on=each.on,
            until=_end_of_suspension(told[index:]) if each.event_ in SUSPENDING else None,
            period=each.about_period,
            undone=not each.counts,
        )


def _end_of_suspension(changes: list[Change]) -> date:
    for each in changes[1:]:
        held = each.after_.held
        if held is None or held[1] not in SUSPENDED:
            return each.on
    return date.max - timedelta(days=1)


def _computed(certificate: Certificate) -> dict[Fact, bool]:
    """From the newest assessment, and that of the period before for what failed again."""
    newest = (
        Assessment.objects.filter(delivery__school_id=certificate.school_id)
        .select_related("delivery")
        .only(
            "outcome_text",
            "delivery__school_id",
            "delivery__period_first",
            "delivery__period_last",
        )
        .order_by("-delivery__period_first", "-delivery_id", "-number")
    )
    this = newest.first()
    if this is None:
        return {}
    earlier = newest.filter(delivery__period_first__lt=this.delivery.period_first).first()
    return facts_of_outcome(_held_against(this), _held_against(earlier) if earlier else None)


def _held_against(assessment: Assessment) -> Mapping[str, Any]:
    """What came out, without what the school failed lawfully."""
    outcome, delivery = assessment.outcome, assessment.delivery
    return without_lawful(outcome, lawful_norms(delivery.school_id, delivery.period, outcome["normen"]))
