"""What staff fill in about a report and a certificate of conduct."""

from typing import Any

from django import forms

from keurmerk.certification.enums import CaseKind
from keurmerk.certification.models import Case
from keurmerk.reporting.models import Report, Vog
from keurmerk.reporting.service.vogs import Given
from keurmerk.web.staff.forms.cases import A_DATE
from rulebook.application.conduct import PROFILES

LONGEST = 10_000
GOOD, NOT_GOOD = "akkoord", "niet"


def _text(label: str, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}), **options
    )


def _day(label: str, **options: Any) -> forms.DateField:
    given = {"help_text": A_DATE, **options}
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": "Vul een dag in, zoals 31-12-2026."},
        **given,
    )


class NoteForm(forms.Form):
    note = _text("Bericht aan de school", required=False, help_text="De school leest dit in Mijn keurmerk.")


class AskForm(forms.Form):
    text = _text("Wat wilt u nog weten?", help_text="De school leest dit in Mijn keurmerk.")
    answer_by = _day("Antwoord uiterlijk")


class CaseField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"zaak {obj.number}: {obj.title}"


class SuperviseForm(forms.Form):
    case = CaseField(
        label="In welke zaak?",
        queryset=Case.objects.none(),
        required=False,
        empty_label="een nieuwe zaak van toezicht",
    )

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        running = Case.objects.filter(school=report.school_id, kind=CaseKind.SUPERVISION, closed_on=None)
        self.fields["case"].queryset = running  # type: ignore[attr-defined]


class VogJudgeForm(forms.Form):
    """Filled with what the school typed over, to compare with the certificate itself."""

    issued_on = _day("Datum van afgifte die u ziet")
    profile = forms.ChoiceField(label="Profiel dat u ziet", choices=PROFILES, widget=forms.RadioSelect)
    name = forms.CharField(label="Naam die u ziet", max_length=200)
    verdict = forms.ChoiceField(
        label="Uw oordeel",
        choices=((GOOD, "De VOG is akkoord"), (NOT_GOOD, "De VOG is niet goed")),
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een oordeel."},
    )
    remark = forms.CharField(
        label="Opmerking",
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="De school leest dit. Verplicht bij ‘niet goed’ en bij een andere naam.",
    )

    @classmethod
    def of(cls, vog: Vog, data: Any = None) -> "VogJudgeForm":
        initial = {"issued_on": f"{vog.issued_on:%d-%m-%Y}", "profile": vog.profile, "name": vog.name}
        return cls(data, initial=initial)

    @property
    def seen(self) -> Given:
        cleaned = self.cleaned_data
        return Given(issued_on=cleaned["issued_on"], profile=cleaned["profile"], name=cleaned["name"])
