"""Making an objection, supplying what it lacked, explaining why it is late."""

from typing import Any

from django import forms

from keurmerk.certification.models import Objection
from keurmerk.documents.forms import DocumentField
from keurmerk.web.school.forms.answers import text_field

MOST_ATTACHMENTS = 5
MOST_FILES = MOST_ATTACHMENTS + 1
"""With the authorisation."""


def _address() -> forms.CharField:
    return forms.CharField(
        label="Adres",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )


def _objector() -> forms.CharField:
    return forms.CharField(
        label="Naam van wie bezwaar maakt",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


def _authorisation() -> DocumentField:
    return DocumentField(
        label="Machtiging",
        required=False,
        help_text="Een brief waarin die ander u toestemming geeft, met handtekening.",
    )


class ObjectionForm(forms.Form):
    """Only what nobody can object without is required; what else is missing the scheme asks once."""

    objector = _objector()
    address = _address()
    reference = forms.CharField(label="Kenmerk van het besluit", disabled=True)
    arguments = text_field(
        "Waarom bent u het niet eens met het besluit?",
        required=False,
        help_text=(
            "Noem wat volgens u niet klopt en waarom. Heeft u meer tijd nodig? Dien dan nu in: u krijgt "
            "één keer de kans om aan te vullen."
        ),
    )
    late_reason = text_field(
        "Waarom is uw bezwaar later?",
        rows=4,
        required=False,
        help_text="Kon u er niets aan doen dat het later is? Leg dat uit.",
    )
    for_another = forms.BooleanField(label="Ik maak bezwaar namens een ander", required=False)
    authorisation = _authorisation()
    attachments = DocumentField(label="Bijlagen", required=False, most=MOST_ATTACHMENTS)
    signed = forms.BooleanField(
        error_messages={"required": "Zet hier een vinkje om uw bezwaar te ondertekenen."}
    )

    def __init__(self, *args: Any, late: bool, signing: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signed"].label = signing
        if not late:
            del self.fields["late_reason"]


class RepairForm(forms.Form):
    """Only what is missing is asked."""

    objector = _objector()
    address = _address()
    arguments = text_field("Waarom bent u het niet eens met het besluit?")
    authorisation = _authorisation()
    attachments = DocumentField(label="Bijlagen", required=False, most=MOST_ATTACHMENTS)
    signed = forms.BooleanField(
        label="Ik onderteken deze aanvulling",
        error_messages={"required": "Zet hier een vinkje om te ondertekenen."},
    )

    def __init__(self, *args: Any, objection: Objection, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = {
            "objector": bool(objection.objector.strip()),
            "address": bool(objection.address.strip()),
            "arguments": bool(objection.arguments.strip()),
            "authorisation": objection.authorised or not objection.for_another,
        }
        for name, met in there.items():
            if met:
                del self.fields[name]


class LatenessForm(forms.Form):
    reason = forms.CharField(
        label="Waarom is uw bezwaar later?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Kon u er niets aan doen dat het later is? Leg dat uit.",
    )
