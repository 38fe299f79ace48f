"""What a decision fixes, checked: months, days, periods, amounts. Values travel as text."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from keurmerk.certification.models import Certificate
from keurmerk.certification.queries import certificate_periods
from keurmerk.certification.queries.periods import period_to_change
from rulebook.kernel.period import MeasuringPeriod, PeriodError
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.machine import Obstacle
from rulebook.lifecycle.pieces import Parameter

MOST_MONTHS = {
    Event.SUSPEND_FOR_INQUIRY: 9,
    Event.SUSPEND_AS_SANCTION: 9,
    Event.PROLONG_SUSPENSION: 9,
    Event.EXTEND: 16,
}
LONGEST_AHEAD = timedelta(weeks=26)

type Values = Mapping[Parameter, str]


def parameter_obstacles(
    event: Event, values: Values, certificate: Certificate, today: date
) -> tuple[Obstacle, ...]:
    """Each value that cannot be, with what can."""
    return tuple(
        Obstacle(f"waarde:{name}", text)
        for name, value in values.items()
        if (text := CHECKS[name](event, value, certificate, today))
    )


def _months(event: Event, value: str, _certificate: Certificate, _today: date) -> str:
    most = MOST_MONTHS.get(event, 9)
    if value.isdigit() and 1 <= int(value) <= most:
        return ""
    return f"Vul een heel aantal maanden in, van 1 tot en met {most}."


def _effective(_event: Event, value: str, _certificate: Certificate, today: date) -> str:
    day = as_day(value)
    if day is None:
        return "De ingangsdatum is geen datum."
    if not today <= day <= today + LONGEST_AHEAD:
        return "De ingangsdatum ligt vandaag of later, en hoogstens een half jaar vooruit."
    return ""


def _until(_event: Event, value: str, _certificate: Certificate, today: date) -> str:
    day = as_day(value)
    return "" if day is not None and day > today else "De laatste dag moet na vandaag liggen."


def _period_start(_event: Event, value: str, _certificate: Certificate, today: date) -> str:
    day = as_day(value)
    if day is None:
        return "Het begin van de Meetperiode is geen datum."
    try:
        MeasuringPeriod.starting(day)
    except PeriodError as error:
        return str(error)
    if day < today:
        return "De Meetperiode begint op een startdatum die nog komt (§ 2.4)."
    return ""


def _period_end(_event: Event, value: str, certificate: Certificate, today: date) -> str:
    day, periods = as_day(value), certificate_periods(certificate, today)
    if day is None or not periods:
        return "Het nieuwe einde van de Meetperiode is geen datum."
    current = period_to_change(certificate, today)
    try:
        changed = MeasuringPeriod.starting(current.first, day)
    except PeriodError as error:
        return str(error)
    return "" if changed.last > current.last else "Het nieuwe einde moet later zijn dan het einde nu."


def _learners(_event: Event, value: str, _certificate: Certificate, _today: date) -> str:
    return "" if value.isdigit() and int(value) > 0 else "Vul een heel aantal Cursisten in, groter dan 0."


def _turnover(_event: Event, value: str, _certificate: Certificate, _today: date) -> str:
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return "Vul een bedrag in, zoals 250000."
    return "" if amount.is_finite() and 0 < amount < 10**10 else "Vul een bedrag in, zoals 250000."


def _yes_or_no(_event: Event, value: str, _certificate: Certificate, _today: date) -> str:
    return "" if value in {"ja", "nee"} else "Kies ja of nee."


def as_day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


CHECKS: dict[Parameter, Callable[[Event, str, Certificate, date], str]] = {
    Parameter.MONTHS: _months,
    Parameter.EFFECTIVE_ON: _effective,
    Parameter.UNTIL: _until,
    Parameter.PERIOD_START: _period_start,
    Parameter.PERIOD_END: _period_end,
    Parameter.MOST_LEARNERS: _learners,
    Parameter.MOST_TURNOVER: _turnover,
    Parameter.LIFT_AFTER_PLAN: _yes_or_no,
}
