"""Improvement plans: asking for one, and entering what happened to it."""

from django import forms

from keurmerk.documents.forms import DocumentField
from keurmerk.web.staff.forms.decision import long_text
from keurmerk.web.staff.forms.values import EXAMPLE, day_field
from rulebook.lifecycle.tables.plan import ASKED_BECAUSE, FAILED_BECAUSE


def prose(label: str, help_text: str = "", *, rows: int = 6) -> forms.CharField:
    found = long_text(label, help_text, rows=rows)
    found.required = True
    return found


class PlanQuestionForm(forms.Form):
    grounds = forms.MultipleChoiceField(
        label="Gronden",
        choices=[(ground.code, ground.text) for ground in ASKED_BECAUSE],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één grond."},
    )
    facts_text = prose("Feiten", "Wat moet de school weten om een plan te kunnen maken?")
    report_received_on = day_field(
        "Rapport ontvangen op",
        "Alleen bij Toezicht in de Klas: dan tellen de vier weken vanaf de dag waarop de school het rapport "
        f"kreeg (§6.2.2). {EXAMPLE}",
        required=False,
    )


class FiledForm(forms.Form):
    received_on = day_field("Ontvangen op", EXAMPLE)
    causes = prose("Oorzaken", "Hoe zijn de tekortkomingen ontstaan, volgens de school?")
    measures = prose("Maatregelen", "Wat gaat de school doen, en wanneer?")
    body_requested = forms.BooleanField(
        label="De school vraagt dat een certificerende instelling het plan beoordeelt (§7.6)", required=False
    )
    document = DocumentField(label="Het plan zelf", required=False)


class BodyForm(forms.Form):
    body_name = forms.CharField(label="Naam van de certificerende instelling", max_length=200)


class AdviceForm(forms.Form):
    advice = prose("Wat vindt de instelling?")


class BecauseForm(forms.Form):
    because = prose("Waaruit blijkt dat?", rows=4)


class FailedForm(BecauseForm):
    grounds = forms.MultipleChoiceField(
        label="Waarom",
        choices=[(ground.code, ground.text) for ground in FAILED_BECAUSE],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één grond."},
    )
    field_order = ("grounds", "because")
