"""Searching the register, and what staff say of people and leads."""

from typing import Any

from django import forms

from keurmerk.persons.enums import Judgement
from keurmerk.persons.queries import Question
from keurmerk.persons.queries.searching import question_of


class PersonSearchForm(forms.Form):
    """One box, and fields for who knows what he looks for; every part that is filled in must fit."""

    zoek = forms.CharField(
        label="Zoek een persoon of organisatie",
        required=False,
        max_length=200,
        help_text="Een naam, KvK-nummer, geboortedatum, postcode met huisnummer of IBAN.",
    )
    naam = forms.CharField(label="Naam", required=False, max_length=150)
    geboren = forms.DateField(
        label="Geboortedatum",
        required=False,
        help_text="Bijvoorbeeld 31-3-1980.",
        widget=forms.DateInput(attrs={"autocomplete": "off"}),
    )
    kvk = forms.RegexField(
        r"^[0-9]{8}$", label="KvK-nummer", required=False,
        error_messages={"invalid": "Een KvK-nummer heeft acht cijfers."},
    )  # fmt: skip
    postcode = forms.CharField(label="Postcode", required=False, max_length=10)
    huisnummer = forms.CharField(label="Huisnummer", required=False, max_length=10)
    iban = forms.CharField(label="IBAN", required=False, max_length=40)

    def question(self) -> Question:
        """The fields go before what the box says."""
        given = self.cleaned_data
        box = question_of(given["zoek"])
        return Question(
            name=given["naam"] or box.name,
            birth_date=given["geboren"] or box.birth_date,
            kvk_number=given["kvk"] or box.kvk_number,
            postcode=given["postcode"] or box.postcode,
            number=given["huisnummer"] or box.number,
            iban=given["iban"] or box.iban,
        )


class SameForm(forms.Form):
    same = forms.TypedChoiceField(
        label="Gaat het om dezelfde?",
        choices=[("ja", "Ja, dit is dezelfde"), ("nee", "Nee, dit zijn twee verschillende")],
        coerce=lambda value: value == "ja",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label="Waarom", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class UndoForm(forms.Form):
    reason = forms.CharField(
        label="Waarom draait u dit terug?", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class IdentityForm(forms.Form):
    ground = forms.CharField(
        label="Waarvoor hebt u het nummer nodig?", max_length=200, help_text="Dit komt in het journaal."
    )


class LeadForm(forms.Form):
    judgement = forms.ChoiceField(
        label="Wat vindt u van deze band?", choices=Judgement.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(label="Waarom", max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))
    sources = forms.CharField(
        label="Welke bronnen hebt u geraadpleegd?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bijvoorbeeld het uittreksel van de KvK en van welke dag dat is.",
    )

    def cleaned(self) -> dict[str, Any]:
        return {**self.cleaned_data, "judgement": Judgement(self.cleaned_data["judgement"])}
