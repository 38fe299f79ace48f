"""Members of the management, and the certificate of conduct that each hands in."""

from typing import Any

from django import forms

from keurmerk.documents.forms import DocumentField
from keurmerk.reporting.service.vogs import Given
from keurmerk.web.school.forms.answers import ONE_FILE, day_field
from rulebook.application.conduct import PROFILES

SCANNED = ("pdf", "png", "jpg", "jpeg")


class ManagerForm(forms.Form):
    name = forms.CharField(label="Naam", max_length=200, help_text="Zoals op het identiteitsbewijs.")
    function = forms.CharField(label="Functie", max_length=200)
    since = day_field("Sinds", required=False)
    leads_centre = forms.BooleanField(
        label="Deze persoon leidt een talencentrum van een universiteit, hogeschool of ROC",
        required=False,
        help_text="Dan is de VOG van deze persoon genoeg, in plaats van die van het bestuur (noot 4).",
    )


class ManagerEndForm(forms.Form):
    until = day_field("Laatste dag in het Management")


class VogForm(forms.Form):
    issued_on = day_field("Datum van afgifte", help_text="Zoals die op de VOG staat.")
    profile = forms.ChoiceField(
        label="Screeningsprofiel",
        choices=PROFILES,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies het profiel dat op de VOG staat."},
    )
    name = forms.CharField(label="Naam op de VOG", max_length=200)
    papers = DocumentField(label="De VOG", most=ONE_FILE, extensions=SCANNED)

    @property
    def given(self) -> Given:
        cleaned: dict[str, Any] = self.cleaned_data
        return Given(issued_on=cleaned["issued_on"], profile=cleaned["profile"], name=cleaned["name"])
