"""Delivering a dossier: for which period, and which file."""

from datetime import date
from typing import Any

from django import forms

from keurmerk.web.components import dutch
from keurmerk.web.outcomes import periods
from rulebook.kernel.period import MeasuringPeriod, PeriodError

NORMAL = ""


class PeriodField(forms.ChoiceField):
    """The normal measuring periods that have begun, the latest first."""


def start_choices(today: date) -> list[tuple[str, str]]:
    return [(str(period.first), periods.words(period)) for period in periods.recent(today)]


def end_choices(today: date) -> list[tuple[str, str]]:
    """Every last day that an extension of one of these periods can give."""
    ends = {end for period in periods.recent(today) for end in periods.extended_ends(period)}
    return [
        (NORMAL, "Nee, de gewone laatste dag"),
        *((str(end), dutch.day(end)) for end in sorted(ends, reverse=True)),
    ]


class UploadForm(forms.Form):
    start = PeriodField(label="Meetperiode")
    until = forms.ChoiceField(
        label="Is de Meetperiode verlengd tot en met een latere dag?",
        required=False,
        help_text="Alleen als Blik op Werk een verlenging heeft toegekend.",
    )
    file = forms.FileField(
        label="Bestand",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.zip"}),
        allow_empty_file=True,  # the receiving service says what is wrong with an empty one
        error_messages={
            "required": "Kies een bestand.",
            "missing": "Er kwam geen bestand aan. Kies het opnieuw.",
        },
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start"].choices = start_choices(today)  # type: ignore[attr-defined]
        self.fields["until"].choices = end_choices(today)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("start"):
            until = cleaned.get("until")
            try:
                cleaned["period"] = MeasuringPeriod.starting(
                    date.fromisoformat(cleaned["start"]), date.fromisoformat(until) if until else None
                )
            except PeriodError as error:
                self.add_error("until", str(error))
        return cleaned
