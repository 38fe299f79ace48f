"""Attachments: several at once, or one for a demand with where it stands."""

from typing import Any

from django import forms

from keurmerk.documents.forms import DocumentField
from keurmerk.web.school.forms.application.evidence import LONGEST_PLACE, NO_DAY
from rulebook.application.checking import day_of
from rulebook.application.conduct import PROFILES
from rulebook.application.pieces import Evidence

AT_ONCE = 10
"""Without a script all of them travel in one form."""
ONE = 1


class AttachmentsForm(forms.Form):
    papers = DocumentField(label="Documenten", most=AT_ONCE)


class DocumentForm(forms.Form):
    """A new document for one demand."""

    file = DocumentField(label="Document", most=ONE)
    pages = forms.CharField(
        label="Op welke pagina staat het?",
        max_length=LONGEST_PLACE,
        required=False,
        help_text="Bijvoorbeeld 4 of 12-15. U kunt dit later nog invullen.",
    )
    issued_on = forms.CharField(
        label="Afgegeven op",
        max_length=30,
        required=False,
        help_text="De datum die op het document staat. Dag-maand-jaar, bijvoorbeeld 31-3-2026.",
    )
    profile = forms.ChoiceField(label="Screeningsprofiel", choices=[("", "Kies"), *PROFILES], required=False)

    def __init__(self, *args: Any, demand: Evidence, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not demand.dated:
            del self.fields["issued_on"]
        if not demand.profile:
            del self.fields["profile"]

    def clean_issued_on(self) -> Any:
        typed = self.cleaned_data["issued_on"]
        day = day_of(typed)
        if typed.strip() and day is None:
            raise forms.ValidationError(NO_DAY)
        return day
