"""What a school answers: a view on an intended decision, a plan, a task that is done, a request."""

from datetime import date
from typing import Any

from django import forms

from keurmerk.certification.enums import RequestKind
from keurmerk.documents.forms import DocumentField
from keurmerk.web.school.request_words import REQUESTS

LONGEST = 20_000
ONE_FILE = 1
MOST_FILES = 5


def text_field(label: str, *, rows: int = 10, **options: Any) -> forms.CharField:
    """Django counts a line break as one character here and as two in a form: the room is for both."""
    return forms.CharField(
        label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **options
    )


class ViewForm(forms.Form):
    view = text_field(
        "Uw zienswijze", required=False, help_text="Wat klopt er niet, wat ontbreekt er, wat vindt u ervan?"
    )
    papers = DocumentField(label="Bestand", required=False, most=ONE_FILE)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("view", "").strip() and not cleaned.get("papers"):
            self.add_error("view", "Schrijf uw zienswijze op of kies een bestand.")
        return cleaned


class PlanForm(forms.Form):
    causes = text_field(
        "Wat zijn de oorzaken?", help_text="Waardoor is de Norm niet gehaald? Noem per Norm wat er misging."
    )
    measures = text_field(
        "Wat gaat u doen?", help_text="Welke maatregelen neemt u, wie doet dat, en wanneer is het klaar?"
    )
    papers = DocumentField(label="Bijlage", required=False, most=ONE_FILE)
    body_requested = forms.BooleanField(
        label="Wij vragen een certificerende instelling om het plan te beoordelen",
        required=False,
        help_text="De kosten daarvan zijn voor uw school.",
    )


class TaskDoneForm(forms.Form):
    note = forms.CharField(
        label="Toelichting", required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


class DayInput(forms.DateInput):
    """The browser's own calendar; what is typed without one is read the Dutch way too."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def day_field(label: str, **options: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=DayInput(),
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": "Vul een dag in, zoals 31-12-2026."},
        **options,
    )


class RequestForm(forms.Form):
    """What is asked differs by kind: the words, the day, and whether it is signed."""

    text = text_field("Toelichting")
    wanted_on = day_field("Dag")
    papers = DocumentField(label="Bijlage", required=False, most=ONE_FILE)
    signed = forms.BooleanField(
        label="", error_messages={"required": "Zet hier een vinkje om te ondertekenen."}
    )

    def __init__(self, *args: Any, kind: RequestKind, today: date, signing: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kind, self._today = kind, today
        words = REQUESTS[kind]
        self.fields["text"].label, self.fields["text"].help_text = words.text
        self.fields["wanted_on"].label = words.day
        if kind == RequestKind.END:
            self.fields["signed"].label = signing
        else:
            del self.fields["signed"]
        if kind == RequestKind.PERIOD:
            self.fields[
                "wanted_on"
            ].help_text = "Een Meetperiode eindigt op 31 maart, 31 augustus of 31 december."

    def clean_wanted_on(self) -> date:
        day: date = self.cleaned_data["wanted_on"]
        if day < self._today:
            raise forms.ValidationError("Kies een dag vanaf vandaag.")
        if self._kind == RequestKind.PERIOD and (day.month, day.day) not in {(3, 31), (8, 31), (12, 31)}:
            raise forms.ValidationError("Een Meetperiode eindigt op 31 maart, 31 augustus of 31 december.")
        return day
