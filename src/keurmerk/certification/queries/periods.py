"""Which measuring period a change is about."""

from datetime import date, timedelta

from keurmerk.certification.models import Case, Certificate
from keurmerk.certification.queries.facts import certificate_periods
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.events import Event

ABOUT_A_PERIOD = frozenset({Event.COMPENSATE, Event.BE_LENIENT, Event.EXEMPT, Event.REFUSE_EXEMPTION})


def about_period(event: Event, case: Case, periods: tuple[MeasuringPeriod, ...], today: date) -> date | None:
    """First day of the period; `periods` as `certificate_periods` gives them for today."""
    if event in ABOUT_A_PERIOD:
        return case.period_first or (periods[-1].first if periods else None)
    return _running(periods, today).first if event == Event.CHANGE_PERIOD else None


def period_to_change(certificate: Certificate, today: date) -> MeasuringPeriod:
    """The period that runs today; the first one while it has not begun."""
    return _running(certificate_periods(certificate, today), today)


def _running(periods: tuple[MeasuringPeriod, ...], today: date) -> MeasuringPeriod:
    newest = periods[-1]
    return newest if newest.last >= today else MeasuringPeriod.starting(newest.last + timedelta(days=1))
