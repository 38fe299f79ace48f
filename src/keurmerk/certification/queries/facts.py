"""What is known of a certificate on a day: its record, what staff established, what was computed."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import OuterRef, Q, Subquery

from keurmerk.assessments.models import Assessment
from keurmerk.certification.enums import CourtMatter, CourtOutcome
from keurmerk.certification.models import Certificate, Change, CourtCase, Finding, Objection
from keurmerk.certification.outcome_facts import facts_of_outcome
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.cycle import periods_of
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import DERIVED, Fact
from rulebook.lifecycle.pieces import Parameter
from rulebook.lifecycle.record import SUSPENDING, Past, PlanPast, Record, known_facts
from rulebook.lifecycle.states import ObjectionState, PlanState, Standing

SUSPENDED = frozenset({Standing.INQUIRY, Standing.SANCTION})
RESTORING = frozenset({Event.ANNUL, Event.STAY, Event.REVIVE, Event.CORRECT_LAPSE})
"""They bring nothing of their own: what stood before stands again."""
UNDOABLE = frozenset(
    {
        Event.LEAVE_ASIDE,
        Event.REJECT,
        Event.NOT_GRANT,
        Event.LAPSE,
        Event.SUSPEND_FOR_INQUIRY,
        Event.PROLONG_SUSPENSION,
        Event.SUSPEND_AS_SANCTION,
        Event.WITHDRAW,
        Event.WITHDRAW_FOR_A_TIME,
        Event.WITHDRAW_AT_REQUEST,
    }
)
"""What burdens. A grant contested with success is replaced by a better one, never undone (Awb 7:11)."""


def known_now(certificate: Certificate, today: date) -> dict[Fact, bool]:
    """Every fact that is known: derived from the record, established, or computed; others are absent."""
    return known_facts(record_of(certificate, today), findings_of(certificate), today)


def findings_of(certificate: Certificate) -> dict[Fact, bool]:
    """What the newest assessments show; what staff established goes before it."""
    newest = Finding.objects.filter(certificate=certificate, fact=OuterRef("fact")).order_by("-pk")
    rows = Finding.objects.filter(certificate=certificate, pk=Subquery(newest.values("pk")[:1]))
    established = {Fact(row.fact): row.holds for row in rows if Fact(row.fact) not in DERIVED}
    return {**_computed(certificate), **established}


def record_of(certificate: Certificate, today: date) -> Record:
    changes = list(certificate.changes.all())
    plan = certificate.plans.exclude(state=PlanState.CANCELLED).order_by("-pk").first()
    standing = standing_changes(certificate, changes)
    return Record(
        state=certificate.state_,
        past=tuple(_past(changes)),
        periods=certificate_periods(certificate, today, changes),
        fixed_until=certificate.fixed_until,
        warned_until=certificate.warned_until,
        suspended_until=certificate.suspended_until,
        withdrawn_until=certificate.withdrawn_until,
        plan=None if plan is None else PlanPast(state=plan.state_, late=plan.late),
        lift_after_plan=certificate.lift_after_plan,
        annulled=annulled_change(standing) is not None,
        stayed=stayed_change(standing) is not None,
        stay_ended=_stay_ended(changes),
    )


def standing_changes(certificate: Certificate, changes: Iterable[Change]) -> list[Change]:
    """What brought the certificate where it is, the newest first; undoing another does not move the status.

    A prolonged suspension stands by both changes, and so does a suspension during which the certificate was
    extended.
    """
    found: list[Change] = []
    wanted = certificate.state
    for each in reversed(list(changes)):
        if not each.counts or each.event in RESTORING or each.after != wanted:
            continue
        if each.event_ in UNDOABLE:
            found.append(each)
        if each.event == Event.EXTEND:
            wanted = each.before
        elif each.before != each.after:
            return found
    return found


def annulled_change(standing: Iterable[Change]) -> Change | None:
    """Of these the one whose decision was revoked on objection or annulled by a court."""
    return next((each for each in standing if _is_annulled(each)), None)


def stayed_change(standing: Iterable[Change]) -> Change | None:
    """Of these the one that a court holds up."""
    return next((each for each in standing if _relief(each, ended=False)), None)


def held_up(changes: Iterable[Change]) -> Change | None:
    """The change whose effect is stayed now."""
    stays = [each.pk for each in changes if each.event == Event.STAY and each.counts]
    return Change.objects.filter(undone_by__in=stays[-1:], annulled_on=None).first()


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


def _is_annulled(change: Change) -> bool:
    mine = Objection.objects.filter(decision__change=change)
    by_court = Q(
        court_cases__matter=CourtMatter.APPEAL,
        court_cases__outcome=CourtOutcome.GRANTED,
        court_cases__annuls=True,
    )
    return mine.filter(Q(state=ObjectionState.FOUNDED) | by_court).exists()


def _relief(change: Change, *, ended: bool) -> bool:
    granted = CourtCase.objects.filter(
        objection__decision__change=change,
        matter=CourtMatter.INTERIM_RELIEF,
        outcome=CourtOutcome.GRANTED,
    )
    return granted.filter(ended_on__isnull=not ended).exists()


def _stay_ended(changes: Iterable[Change]) -> bool:
    """Whether the relief that holds up a decision now has ended."""
    stayed = held_up(changes)
    return stayed is not None and _relief(stayed, ended=True) and not _relief(stayed, ended=False)


def _computed(certificate: Certificate) -> dict[Fact, bool]:
    """From the newest assessment, and that of the period before for what failed again."""
    newest = (
        Assessment.objects.filter(delivery__school_id=certificate.school_id)
        .select_related("delivery")
        .order_by("-delivery__period_first", "-delivery_id", "-number")
    )
    this = newest.first()
    if this is None:
        return {}
    earlier = newest.filter(delivery__period_first__lt=this.delivery.period_first).first()
    return facts_of_outcome(this.outcome, earlier.outcome if earlier else None)
