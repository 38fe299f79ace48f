"""Which measuring period a change is about."""

from datetime import date, timedelta

from keurmerk.certification.models import Case, Certificate
from keurmerk.certification.queries.facts import certificate_periods, record_of
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.events import Event

ABOUT_A_PERIOD = frozenset({Event.COMPENSATE, Event.BE_LENIENT, Event.EXEMPT, Event.REFUSE_EXEMPTION})


def about_period(certificate: Certificate, event: Event, case: Case, today: date) -> date | None:
    if event in ABOUT_A_PERIOD:
        if case.period_first:
            return case.period_first
        periods = record_of(certificate, today).periods
        return periods[-1].first if periods else None
    return period_to_change(certificate, today).first if event == Event.CHANGE_PERIOD else None


def period_to_change(certificate: Certificate, today: date) -> MeasuringPeriod:
    """The period that runs today; the first one while it has not begun."""
    newest = certificate_periods(certificate, today)[-1]
    if newest.last >= today:
        return newest
    return MeasuringPeriod.starting(newest.last + timedelta(days=1))
