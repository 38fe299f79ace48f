"""The inquiry into the persons, and the intake talk: what staff fill in."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from keurmerk.applications.enums import TalkState
from keurmerk.web.staff.forms.application import NO, YES
from keurmerk.web.staff.forms.objection import yes_or_no
from keurmerk.web.staff.forms.plan import prose
from keurmerk.web.staff.forms.values import EXAMPLE, day_field

SOURCES = (
    "Handelsregister",
    "UBO-register",
    "Centraal Insolventieregister",
    "Curatele- en bewindregister",
    "Openbare sanctielijsten",
    "Open bronnen op internet",
    "Eigen register van Blik op Werk",
)
OTHER = "anders"
ENDS = (TalkState.HELD, TalkState.REFUSED, TalkState.CANCELLED)


class SourceForm(forms.Form):
    """Somebody consulted a source about a person or a body that the applicant named, or about another."""

    about = forms.ChoiceField(label="Over wie")
    other_person = forms.CharField(
        label="Naam van iemand anders",
        help_text="Alleen als u bij 'Over wie' iemand anders kiest.",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    source = forms.ChoiceField(
        label="Bron",
        choices=[("", "Kies een bron"), *((each, each) for each in SOURCES), (OTHER, "een andere bron")],
    )
    other_source = forms.CharField(
        label="Naam van de andere bron",
        help_text="Alleen als u bij 'Bron' een andere bron kiest.",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    finding = prose("Wat stond er?", "Ook als u niets vond: schrijf dat op.", rows=4)
    concern = yes_or_no("Geeft dit reden tot zorg?")

    def __init__(self, *args: Any, names: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = [  # type: ignore[attr-defined]
            ("", "Kies een persoon of organisatie"),
            *((name, name) for name in names),
            (OTHER, "iemand anders"),
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for chosen, typed in (("about", "other_person"), ("source", "other_source")):
            if given.get(chosen) == OTHER and not given.get(typed) and typed not in self.errors:
                self.add_error(typed, "Vul de naam in.")
        return given

    @property
    def whom(self) -> str:
        return self._chosen("about", "other_person")

    @property
    def consulted(self) -> str:
        return self._chosen("source", "other_source")

    def _chosen(self, name: str, other: str) -> str:
        given = self.cleaned_data
        return str(given[other] if given[name] == OTHER else given[name])

    @property
    def concerns(self) -> bool:
        return bool(self.cleaned_data["concern"] == YES)


class ConclusionForm(forms.Form):
    clear = forms.ChoiceField(
        label="Uitkomst",
        choices=[(YES, "Positief: er is geen bezwaar tegen een gesprek"), (NO, "Niet positief")],
        widget=forms.RadioSelect,
    )
    conclusion = prose("Conclusie", "Wat leverde het onderzoek op, en hoe weegt u dat?", rows=5)


class InvitationForm(forms.Form):
    day = day_field("Dag", EXAMPLE)
    time = forms.TimeField(
        label="Tijd", help_text="Bijvoorbeeld 14:00.", widget=forms.TimeInput(attrs={"autocomplete": "off"})
    )
    place = forms.CharField(label="Plaats of link", max_length=300)
    interpreter = forms.CharField(
        label="Tolk in de taal", help_text="Leeg als er geen tolk nodig is.", max_length=60, required=False
    )

    @property
    def at(self) -> datetime:
        given = self.cleaned_data
        return timezone.make_aware(datetime.combine(given["day"], given["time"]))


class ReportForm(forms.Form):
    state = forms.ChoiceField(
        label="Hoe is het gegaan?",
        choices=[(each.value, each.label) for each in ENDS],
        widget=forms.RadioSelect,
    )
    present = forms.CharField(
        label="Wie waren erbij?",
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "wide"}),
    )
    report = forms.CharField(
        label="Verslag",
        help_text="Bij een weigering: hoe en waarom. Mag leeg blijven als het gesprek vervalt.",
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "class": "wide"}),
    )
    concern = yes_or_no("Geeft dit reden tot afwijzing?")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        needs = given.get("state") not in (None, TalkState.CANCELLED)
        if needs and not given.get("report") and "report" not in self.errors:
            self.add_error("report", "Schrijf een verslag.")
        return given
