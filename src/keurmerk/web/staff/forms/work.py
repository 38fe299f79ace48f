"""What staff fill in that holds for all cases: the calendar and who may sign."""

from typing import Any

from django import forms

from keurmerk.accounts.models import User
from keurmerk.web.staff.forms.cases import A_DATE, PersonField, staff_members
from rulebook.lifecycle.pieces import DecisionKind


def _kind_choices() -> list[tuple[str, str]]:
    return [(kind.value, kind.words[:1].upper() + kind.words[1:]) for kind in DecisionKind]


def _day(label: str, **options: Any) -> forms.DateField:
    text = options.pop("help_text", A_DATE)
    widget = forms.DateInput(attrs={"autocomplete": "off"})
    return forms.DateField(label=label, help_text=text, widget=widget, **options)


class EquatedDayForm(forms.Form):
    day = _day("Dag")
    name = forms.CharField(
        label="Naam",
        max_length=100,
        help_text="Bijvoorbeeld: vrijdag na Hemelvaartsdag.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    source = forms.CharField(
        label="Koninklijk besluit",
        max_length=300,
        help_text="Datum en vindplaats, bijvoorbeeld: besluit van 3 maart 2026, Stb. 2026, 12.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class MandateForm(forms.Form):
    user = PersonField(label="Medewerker", queryset=User.objects.none(), empty_label="Kies een medewerker")
    kinds = forms.MultipleChoiceField(
        label="Welke besluiten",
        choices=_kind_choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Niets aangevinkt: alle soorten besluiten.",
    )
    valid_from = _day("Vanaf")
    valid_until = _day("Tot en met", required=False, help_text="Leeg: zolang het mandaat niet eindigt.")
    source = forms.CharField(
        label="Mandaatbesluit",
        max_length=300,
        help_text="Waarin het mandaat is gegeven, met datum.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = staff_members()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("valid_from"), cleaned.get("valid_until")
        if first and last and last < first:
            self.add_error("valid_until", "De laatste dag ligt voor de eerste.")
        return cleaned
