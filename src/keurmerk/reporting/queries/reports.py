"""Reports as staff look for them, and who may report."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from keurmerk.certification.counting import compute
from keurmerk.certification.models import Certificate
from keurmerk.reporting.enums import ReportState
from keurmerk.reporting.models import Report
from rulebook.application.reports import Clock, Duty, Timing, clock_of, timing_without_count
from rulebook.lifecycle.states import State

OPEN = frozenset({ReportState.RECEIVED, ReportState.ASKED, ReportState.ANSWERED})


def may_report(certificate: Certificate | None) -> bool:
    """While it applies, and as long as it holds the certificate (§2.3)."""
    if certificate is None:
        return False
    return certificate.state_ is State.APPLICATION or certificate.state_.held is not None


def timing_of(duty: Duty, details: dict[str, str], happened_on: date, reported_on: date) -> Timing:
    clock = clock_of(duty, details)
    if clock is not Clock.WORKING_DAYS:
        return timing_without_count(clock, duty, happened_on, reported_on)
    facts = {"vanaf": happened_on.isoformat(), "aantal": duty.days}
    term = compute(clock.value, facts, duty.source)
    first, *rest = term.steps
    return Timing(
        last_day=term.last_day,
        in_time=reported_on <= term.last_day,
        days=(reported_on - happened_on).days,
        steps=((first.text, duty.source), *((step.text, step.source) for step in rest)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What staff look for. Values that are not known find nothing; an empty one asks nothing."""

    kind: str = ""
    state: str = ""
    late: str = ""
    search: str = ""
    """In the name of the school, or the start of its KvK number."""


LATE, IN_TIME, NO_TERM = "te_laat", "op_tijd", "geen_termijn"
OPEN_ONES = "open"
_TIMES = {LATE: False, IN_TIME: True, NO_TERM: None}


def reports_for_staff(wanted: Wanted) -> QuerySet[Report]:
    """The newest first."""
    found = Report.objects.select_related("school", "case__handler", "reported_by")
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.state == OPEN_ONES:
        found = found.filter(state__in=OPEN)
    elif wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.late:
        found = found.filter(in_time=_TIMES[wanted.late]) if wanted.late in _TIMES else found.none()
    if wanted.search:
        by_number = Q(school__kvk_number__startswith=wanted.search)
        found = found.filter(Q(school__name__icontains=wanted.search) | by_number)
    return found.order_by("-pk")
