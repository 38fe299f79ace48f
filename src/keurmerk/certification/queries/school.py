"""What a school sees of its own certificate: everything that lives now, in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from keurmerk.certification.enums import DecisionState, IntentionState
from keurmerk.certification.models import (
    Certificate,
    Change,
    Decision,
    Intention,
    Objection,
    Plan,
    Request,
    Task,
    Term,
)
from keurmerk.certification.queries.facts import period_ends
from keurmerk.certification.queries.rights import unused
from keurmerk.organisations.models import School
from rulebook.kernel.period import STARTS, MeasuringPeriod
from rulebook.lifecycle.cycle import cycle_year, periods_of
from rulebook.lifecycle.pieces import Side
from rulebook.lifecycle.states import PlanState
from rulebook.lifecycle.tables.objection import PENDING
from rulebook.lifecycle.tables.plan import OPEN
from rulebook.terms.delivery import delivery_calendar

WAITS_FOR_VIEW = (IntentionState.SENT, IntentionState.PASSED)
ANSWERED = (IntentionState.VIEW_GIVEN, IntentionState.HEARD)


@dataclass(frozen=True, slots=True)
class OwnPeriod:
    """A measuring period of this holder; `year` is that of the cycle of four."""

    period: MeasuringPeriod
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Living:
    """All that a school must know now. Terms and tasks are the nearest first, papers the newest."""

    certificate: Certificate | None
    changes: tuple[Change, ...] = ()
    terms: tuple[Term, ...] = ()
    tasks: tuple[Task, ...] = ()
    decisions: tuple[Decision, ...] = ()
    intentions: tuple[Intention, ...] = ()
    plans: tuple[Plan, ...] = ()
    objections: tuple[Objection, ...] = ()
    requests: tuple[Request, ...] = ()

    @property
    def since(self) -> date | None:
        """When the status became what it is."""
        moved = [each.on for each in self.changes if each.before != each.after]
        return moved[-1] if moved else None

    @property
    def dated_tasks(self) -> tuple[Task, ...]:
        return tuple(task for task in self.tasks if task.due is not None)

    @property
    def lasting_duties(self) -> tuple[Task, ...]:
        """They hold as long as the status does."""
        return tuple(task for task in self.tasks if task.due is None)


def living(school: School) -> Living:
    certificate = Certificate.objects.filter(school=school).select_related("school").first()
    if certificate is None:
        return Living(certificate=None)
    ours = {"case__certificate": certificate}
    return Living(
        certificate=certificate,
        changes=tuple(certificate.changes.all()),
        terms=tuple(unused(Term.objects.filter(**ours, ended_on=None)).select_related("case", "change")),
        tasks=tuple(
            Task.objects.filter(**ours, side=Side.SCHOOL, done_on=None, ended_on=None).select_related("case")
        ),
        decisions=tuple(decisions_of(certificate)),
        intentions=tuple(
            Intention.objects.filter(**ours, state__in=[*WAITS_FOR_VIEW, *ANSWERED], decisions=None)
            .select_related("case")
            .defer("letter_html")
        ),
        plans=tuple(certificate.plans.filter(state__in=_codes(OPEN)).select_related("case")),
        objections=tuple(
            Objection.objects.filter(**ours, state__in=_codes(PENDING)).select_related("case", "decision")
        ),
        requests=tuple(Request.objects.filter(**ours, case__closed_on=None).select_related("case")),
    )


def decisions_of(certificate: Certificate) -> QuerySet[Decision]:
    """Only what was signed exists for a school."""
    signed = Decision.objects.filter(case__certificate=certificate, state=DecisionState.SIGNED)
    return signed.select_related("case", "letter").defer("letter_html").order_by("-sent_on", "-pk")


def own_periods(certificate: Certificate, changes: Sequence[Change], today: date) -> tuple[OwnPeriod, ...]:
    """Those that are not judged yet by table 1, and the one after them; nothing without a first period."""
    if certificate.period_first is None or certificate.state_.held is None:
        return ()
    until = max(today, certificate.period_first)
    periods = periods_of(certificate.period_first, until, period_ends(changes))
    following = MeasuringPeriod.starting(periods[-1].last + timedelta(days=1))
    numbered = [OwnPeriod(each, cycle_year(n)) for n, each in enumerate((*periods, following))]
    return tuple(each for each in numbered if delivery_calendar(each.period).judgement >= today)


def standard_periods(today: date) -> tuple[MeasuringPeriod, ...]:
    """The next of each of the three, for a school that may choose one."""
    starts = [
        next(day for year in (today.year, today.year + 1) if (day := date(year, *start)) >= today)
        for start in STARTS
    ]
    return tuple(MeasuringPeriod.starting(first) for first in sorted(starts))


def _codes(states: frozenset[PlanState] | frozenset[object]) -> list[str]:
    return sorted(str(state) for state in states)
