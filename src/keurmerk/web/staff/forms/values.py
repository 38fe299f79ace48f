"""What a legal act fixes besides its ground: dates, months, amounts. What is given travels on as text."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms

from keurmerk.certification.models import Certificate
from keurmerk.certification.queries.periods import period_to_change
from keurmerk.certification.service.parameters import MOST_MONTHS, as_day
from keurmerk.web.components import dutch
from keurmerk.web.staff.forms.wanted import wanted
from rulebook.kernel.period import STARTS, MeasuringPeriod, PeriodError
from rulebook.lifecycle.events import Event, ObjectionEvent, PlanEvent
from rulebook.lifecycle.pieces import Parameter, Transition

STARTS_OFFERED = 6
UNTIL_LABELS = {
    Event.WARN: "Weer voldoen uiterlijk op",
    Event.WITHDRAW_FOR_A_TIME: "Laatste dag van de Intrekking",
    Event.ASK_COMPLETION: "Aanvullen uiterlijk op",
    PlanEvent.APPROVE: "Plan uitgevoerd uiterlijk op",
    ObjectionEvent.ASK_REPAIR: "Herstellen uiterlijk op",
    ObjectionEvent.DECIDE_AGAIN: "Opnieuw beslissen uiterlijk op",
}
EXAMPLE = "Bijvoorbeeld 1-2-2027."


NOTHING = ("", "Kies een dag")


class ValuesForm(forms.Form):
    """One field for each parameter of a row. Nothing is required: a draft may be half filled in."""

    def __init__(
        self,
        data: Any = None,
        *,
        row: Transition | None,
        certificate: Certificate,
        today: date,
        stored: Mapping[str, str] | None = None,
    ) -> None:
        self.stored = stored or {}
        super().__init__(data, prefix="waarde")
        if row is None:
            return
        for name in row.parameters:
            field = wanted(field_for(name, row, certificate, today))
            field.wanted = name is not Parameter.LIFT_AFTER_PLAN  # type: ignore[attr-defined]
            field.initial = self._initial(name, field)
            self.fields[name.value] = field

    def _initial(self, name: Parameter, field: forms.Field) -> Any:
        value = self.stored.get(name.value, "")
        if isinstance(field, forms.ChoiceField) and value:
            offered: Any = field.choices
            if value not in dict(offered):
                field.choices = [*offered, (value, value)]
        return (as_day(value) or value) if isinstance(field, forms.DateField) else value

    @property
    def values(self) -> dict[Parameter, str]:
        """As the services take them."""
        return {Parameter(name): as_text(value) for name, value in self.cleaned_data.items()}


def as_text(value: Any) -> str:
    if value in (None, ""):
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def field_for(name: Parameter, row: Transition, certificate: Certificate, today: date) -> forms.Field:
    match name:
        case Parameter.PERIOD_START:
            days = starts(today)
            return forms.ChoiceField(label="Begin van de Meetperiode", choices=[NOTHING, *days])
        case Parameter.PERIOD_END:
            days = ends(certificate, today)
            return forms.ChoiceField(label="Nieuw einde van de Meetperiode", choices=[NOTHING, *days])
        case _:
            return MAKERS[name](row)


def _effective_on(_row: Transition) -> forms.Field:
    return day_field("Ingangsdatum", f"Vandaag of later, hoogstens een half jaar vooruit. {EXAMPLE}")


def _until(row: Transition) -> forms.Field:
    return day_field(UNTIL_LABELS.get(row.event, "Tot en met"), f"Een dag na vandaag. {EXAMPLE}")


def _months(row: Transition) -> forms.Field:
    most = MOST_MONTHS.get(Event(row.event), 9)
    return forms.IntegerField(
        label="Aantal maanden", min_value=1, max_value=most, help_text=f"Hoogstens {most}."
    )


def _learners(_row: Transition) -> forms.Field:
    return forms.IntegerField(label="Hoogste aantal Cursisten", min_value=1)


def _turnover(_row: Transition) -> forms.Field:
    return forms.DecimalField(label="Hoogste omzet in euro's", max_digits=12, decimal_places=2, localize=True)


def _lift_after_plan(_row: Transition) -> forms.Field:
    return forms.ChoiceField(
        label="Pas opheffen als het plan van aanpak is uitgevoerd",
        choices=[("ja", "ja"), ("nee", "nee")],
        widget=forms.RadioSelect,
    )


MAKERS: dict[Parameter, Callable[[Transition], forms.Field]] = {
    Parameter.EFFECTIVE_ON: _effective_on,
    Parameter.UNTIL: _until,
    Parameter.MONTHS: _months,
    Parameter.MOST_LEARNERS: _learners,
    Parameter.MOST_TURNOVER: _turnover,
    Parameter.LIFT_AFTER_PLAN: _lift_after_plan,
}


def day_field(label: str, help_text: str = "", *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.DateInput(attrs={"autocomplete": "off"}),
    )


def starts(today: date) -> list[tuple[str, str]]:
    days = [date(year, *start) for year in range(today.year, today.year + 4) for start in STARTS]
    coming = [day for day in days if day >= today][:STARTS_OFFERED]
    return [(day.isoformat(), dutch.day(day)) for day in coming]


def ends(certificate: Certificate, today: date) -> list[tuple[str, str]]:
    """Every later end that the period of now can have."""
    if certificate.period_first is None:
        return []
    current = period_to_change(certificate, today)
    days = (
        date(year, *start) - timedelta(days=1)
        for year in range(current.last.year, current.last.year + 4)
        for start in STARTS
    )
    return [(day.isoformat(), dutch.day(day)) for day in days if day > current.last and fits(current, day)]


def fits(current: MeasuringPeriod, last: date) -> bool:
    try:
        MeasuringPeriod.starting(current.first, last)
    except PeriodError:
        return False
    return True
