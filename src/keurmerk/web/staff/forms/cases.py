"""What staff fill in about a case. Writes are done by the services."""

from typing import Any

from django import forms

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.enums import Body, CaseKind
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.forms import DocumentField
from keurmerk.web.outcomes import periods
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.states import Mark

MARKS = (
    (Mark.FIXED, "voor bepaalde tijd"),
    (Mark.EXTENDED, "voor bepaalde tijd, verlengd"),
    (Mark.INDEFINITE, "voor onbepaalde tijd"),
)
FOR_SCHOOL, INTERNAL = "school", "intern"
PAPER_KINDS = [(kind.value, kind.label) for kind in DocumentKind if kind != DocumentKind.LETTER]
A_DATE = "Bijvoorbeeld 1-1-2026."


def staff_members() -> Any:
    return User.objects.filter(role=Role.STAFF, is_active=True).order_by("name", "pk")


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name or obj.email)


class AssignForm(forms.Form):
    handler = PersonField(
        label="Behandelaar", queryset=User.objects.none(), required=False, empty_label="nog niemand"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handler"].queryset = staff_members()  # type: ignore[attr-defined]


class NoteForm(forms.Form):
    text = forms.CharField(
        label="Notitie",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Alleen medewerkers van Blik op Werk zien dit.",
    )


class PaperForm(forms.Form):
    file = DocumentField(label="Bestand")
    title = forms.CharField(
        label="Titel",
        max_length=200,
        required=False,
        help_text="Leeg: de naam van het bestand.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    kind = forms.ChoiceField(label="Soort document", choices=PAPER_KINDS, initial=DocumentKind.OTHER)
    seen_by = forms.ChoiceField(
        label="Wie mag dit zien?",
        choices=((INTERNAL, "alleen medewerkers"), (FOR_SCHOOL, "ook de school en haar auditors")),
        widget=forms.RadioSelect,
        initial=INTERNAL,
    )


class TaskForm(forms.Form):
    note = forms.CharField(label="Toelichting", max_length=4000, required=False)


class DisclosureForm(forms.Form):
    body = forms.ChoiceField(label="Aan wie", choices=Body.choices)
    body_name = forms.CharField(
        label="Naam",
        max_length=120,
        required=False,
        help_text="Welke gemeente bijvoorbeeld.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    what = forms.CharField(
        label="Wat u hebt gemeld", max_length=4000, widget=forms.Textarea(attrs={"rows": 5})
    )
    ground = forms.CharField(
        label="Grond",
        max_length=300,
        help_text="De bepaling waarop de melding rust, zoals § 7.8.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("body") == Body.MUNICIPALITY and not cleaned.get("body_name"):
            self.add_error("body_name", "Vul in welke gemeente.")
        return cleaned


NOT_BY_STAFF = frozenset({CaseKind.OBJECTION, CaseKind.REPORT})
"""An objection is entered at its decision; a report is made by the school."""


class CaseForm(forms.Form):
    kind = forms.ChoiceField(
        label="Soort zaak",
        choices=[(kind.value, kind.label) for kind in CaseKind if kind not in NOT_BY_STAFF],
        widget=forms.RadioSelect,
        help_text="Een bezwaar voert u in bij het besluit waartegen het zich richt.",
    )
    title = forms.CharField(
        label="Onderwerp", max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    period = forms.ChoiceField(label="Meetperiode", required=False)

    def __init__(self, *args: Any, known: tuple[MeasuringPeriod, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = [(periods.code(one), periods.words(one)) for one in known]
        self.fields["period"].choices = [("", "gaat niet over een Meetperiode"), *chosen]  # type: ignore[attr-defined]


class TakeOverForm(forms.Form):
    mark = forms.ChoiceField(
        label="Wat de school heeft", choices=MARKS, widget=forms.RadioSelect, help_text="Het Keurmerk …"
    )
    period_first = forms.DateField(
        label="Eerste dag van de eerste Meetperiode",
        help_text="1 januari, 1 april of 1 september. Bijvoorbeeld 1-1-2026.",
        widget=forms.DateInput(attrs={"autocomplete": "off"}),
    )
    extended_months = forms.IntegerField(
        label="Aantal maanden verlengd",
        min_value=1,
        max_value=16,
        required=False,
        help_text="Alleen bij een verlengd Keurmerk voor bepaalde tijd.",
    )
    source = forms.CharField(
        label="Waar dit uit blijkt",
        max_length=300,
        help_text="Bijvoorbeeld het besluit met datum en kenmerk.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        extended = cleaned.get("mark") == Mark.EXTENDED
        if extended and not cleaned.get("extended_months") and "extended_months" not in self.errors:
            self.add_error("extended_months", "Vul in met hoeveel maanden het Keurmerk is verlengd.")
        if cleaned.get("mark") and not extended and cleaned.get("extended_months"):
            self.add_error("extended_months", "Laat dit leeg: dit Keurmerk is niet verlengd.")
        return cleaned
