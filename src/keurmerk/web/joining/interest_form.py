"""What somebody tells who wants the mark for a school."""

import re
from typing import Any

from django import forms

from keurmerk.applications.service.interests import Shown
from rulebook.application.checking import CHECKS
from rulebook.application.pieces import Kind


class InterestForm(forms.Form):
    name = forms.CharField(
        label="Naam van de organisatie",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": "Vul de naam in zoals die in het Handelsregister staat."},
    )
    kvk_number = forms.CharField(
        label="KvK-nummer",
        max_length=20,
        help_text="Acht cijfers.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": "Vul het KvK-nummer in: acht cijfers, bijvoorbeeld 12345678."},
    )
    person = forms.CharField(
        label="Uw naam",
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Vul uw naam in."},
    )
    email = forms.EmailField(
        label="E-mailadres",
        help_text="Hierheen sturen wij een link om uw adres te bevestigen.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": "Vul uw e-mailadres in.",
            "invalid": "Dit is geen e-mailadres. Typ bijvoorbeeld naam@school.nl.",
        },
    )
    phone = forms.CharField(
        label="Telefoonnummer",
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    remark = forms.CharField(
        label="Toelichting", max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    website = forms.CharField(
        label="Laat dit vak leeg",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    """A trap: people do not see it, programs that fill in everything do."""

    @property
    def trapped(self) -> bool:
        return bool(self.cleaned_data.get("website"))

    def clean_kvk_number(self) -> str:
        typed = re.sub(r"[\s.]", "", self.cleaned_data["kvk_number"])
        problem = CHECKS[Kind.KVK](typed)
        if problem:
            raise forms.ValidationError(problem)
        return typed

    def clean_phone(self) -> str:
        typed: str = self.cleaned_data["phone"]
        problem = CHECKS[Kind.PHONE](typed) if typed else None
        if problem:
            raise forms.ValidationError(problem)
        return typed

    def shown(self) -> Shown:
        given: dict[str, Any] = self.cleaned_data
        asked = ("name", "kvk_number", "person", "email", "phone", "remark")
        return Shown(**{name: given[name] for name in asked})
