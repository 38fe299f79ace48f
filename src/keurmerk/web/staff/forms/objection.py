"""Objections and courts: entering what came, and what was done with it."""

from typing import Any

from django import forms

from keurmerk.certification.enums import CourtMatter, CourtOutcome, Manner
from keurmerk.documents.forms import DocumentField
from keurmerk.web.staff.forms.decision import long_text
from keurmerk.web.staff.forms.plan import prose
from keurmerk.web.staff.forms.values import EXAMPLE, day_field
from keurmerk.web.staff.forms.wanted import wanted

YES_NO = (("ja", "ja"), ("nee", "nee"))
MOST_PAPERS = 5
DEMANDED = ("objector", "address", "dated_on", "reference", "arguments")


def yes_or_no(label: str, help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, help_text=help_text, choices=YES_NO, widget=forms.RadioSelect)


class FilingForm(forms.Form):
    """As it came; what is missing can be left empty, and is asked of the objector later."""

    manner = forms.ChoiceField(
        label="Hoe kwam het binnen?",
        choices=[(each.value, each.label) for each in (Manner.POST, Manner.EMAIL)],
        widget=forms.RadioSelect,
    )
    received_on = day_field("Ontvangen op", EXAMPLE)
    posted_on = day_field(
        "Op de post gedaan op",
        "Alleen bij post: het poststempel. Gepost voor het einde van de termijn en binnen een week daarna "
        "ontvangen, is op tijd (Awb 6:9).",
        required=False,
    )
    by_whom = forms.ChoiceField(
        label="Wie maakt bezwaar?",
        choices=[("school", "de school, of iemand namens de school"), ("ander", "iemand anders")],
        widget=forms.RadioSelect,
        initial="school",
    )
    objector = forms.CharField(label="Naam van de indiener", max_length=200, required=False)
    address = forms.CharField(
        label="Adres van de indiener",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    dated_on = day_field("Dagtekening", "De datum die op het bezwaarschrift staat.", required=False)
    reference = forms.CharField(
        label="Kenmerk van het besluit",
        max_length=60,
        required=False,
        help_text="Alleen als het bezwaarschrift het besluit noemt.",
    )
    for_another = forms.BooleanField(label="Het bezwaar is namens een ander", required=False)
    authorised = forms.BooleanField(label="Er zit een machtiging bij", required=False)
    arguments = long_text("Gronden", "Waarom is de indiener het niet eens met het besluit?")
    signed = forms.BooleanField(label="Het bezwaarschrift is ondertekend", required=False)
    late_reason = long_text("Reden van te laat", "Alleen als de indiener die noemt.", rows=3, most=4000)
    papers = DocumentField(label="Het bezwaarschrift en bijlagen", required=False, most=MOST_PAPERS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The law demands these six; the form takes the objection also without them."""
        super().__init__(*args, **kwargs)
        for name in DEMANDED:
            wanted(self.fields[name])


class RepairForm(forms.Form):
    until = day_field("Herstellen uiterlijk op", f"Geef bijvoorbeeld twee weken. {EXAMPLE}")


class SupplementForm(forms.Form):
    """Only what is filled in is added."""

    received_on = day_field("Ontvangen op", EXAMPLE)
    objector = forms.CharField(label="Naam van de indiener", max_length=200, required=False)
    address = forms.CharField(
        label="Adres van de indiener",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    dated_on = day_field("Dagtekening", required=False)
    reference = forms.CharField(label="Kenmerk van het besluit", max_length=60, required=False)
    authorised = forms.BooleanField(label="Er is een machtiging", required=False)
    arguments = long_text("Gronden")
    signed = forms.BooleanField(label="Het is ondertekend", required=False)


class LateReasonForm(forms.Form):
    reason = prose("Wat zegt de indiener?", rows=4)


class LatenessForm(forms.Form):
    excused = yes_or_no("Is het te laat zijn verschoonbaar?", "Ja: de indiener valt niets te verwijten.")
    because = prose("Waarom?", rows=4)


class InterestForm(forms.Form):
    interested = yes_or_no("Is de indiener belanghebbende?")
    because = prose("Waarom?", rows=4)


class AdmitForm(forms.Form):
    """The ground follows from the record: in time, or excused."""


class CommitteeForm(forms.Form):
    report = forms.BooleanField(
        label="Meld het de indiener meteen (dan is de beslistermijn twaalf weken)",
        required=False,
        initial=True,
    )


class CommitteeAdviceForm(forms.Form):
    advice = prose("Advies van de commissie")


class HearForm(forms.Form):
    heard_on = day_field("Gehoord op", EXAMPLE)
    report = prose("Verslag", "Wie waren er, en wat is gezegd?", rows=8)


class WhyForm(forms.Form):
    because = prose("Waarom?", rows=4)


class NoticeForm(forms.Form):
    received_on = day_field("Ingebrekestelling ontvangen op", EXAMPLE)


class DecideAgainForm(forms.Form):
    until = day_field("Opnieuw beslissen uiterlijk op", f"De dag die de rechtbank noemt. {EXAMPLE}")


class CourtForm(forms.Form):
    matter = forms.ChoiceField(label="Wat is er ingediend?", choices=CourtMatter, widget=forms.RadioSelect)
    court = forms.CharField(
        label="Rechtbank", max_length=120, help_text="Bijvoorbeeld: Rechtbank Midden-Nederland."
    )
    number = forms.CharField(label="Zaaknummer", max_length=60, required=False)
    filed_on = day_field("Ingediend op", EXAMPLE)


class RulingForm(forms.Form):
    outcome = forms.ChoiceField(
        label="Uitkomst",
        choices=[(each.value, each.label) for each in CourtOutcome if each is not CourtOutcome.PENDING],
        widget=forms.RadioSelect,
    )
    decided_on = day_field("Uitspraak op", EXAMPLE)
    consequence = prose("Gevolg", "Wat volgt uit de uitspraak voor de school en voor Blik op Werk?")
    annuls = forms.BooleanField(
        label="De rechter vernietigt ook het bestreden besluit zelf (alleen bij een gegrond beroep)",
        required=False,
    )


class EndReliefForm(forms.Form):
    ended_on = day_field("Voorziening geëindigd op", EXAMPLE)
