"""An intended decision: what the school is told, and how long it has to answer."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone

from keurmerk.certification.service.intending import RESPOND_WITHIN_WEEKS
from keurmerk.documents.forms import DocumentField
from keurmerk.web.staff.forms.decision import NewMotivationForm, long_text
from keurmerk.web.staff.forms.values import EXAMPLE, day_field

MOST_NORMS = 60
COUNT = "normen"


class IntentionForm(forms.Form):
    facts_text = forms.CharField(
        label="Feiten waarop het besluit zou rusten",
        max_length=20_000,
        help_text="De school reageert hierop: noem data en stukken.",
        widget=forms.Textarea(attrs={"rows": 10, "class": "wide"}),
    )
    weeks = forms.IntegerField(
        label="Aantal weken om te reageren", min_value=1, max_value=26, initial=RESPOND_WITHIN_WEEKS
    )
    hearing_day = day_field(
        "Dag van de hoorzitting", f"Alleen als u een hoorzitting aanbiedt. {EXAMPLE}", required=False
    )
    hearing_time = forms.TimeField(
        label="Tijd", required=False, help_text="Bijvoorbeeld 10:30.", widget=forms.TimeInput(format="%H:%M")
    )
    hearing_place = forms.CharField(label="Plaats of adres", max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        day, time = given.get("hearing_day"), given.get("hearing_time")
        if (day is None) != (time is None) and not {"hearing_day", "hearing_time"} & set(self.errors):
            self.add_error("hearing_time" if day else "hearing_day", "Vul de dag en de tijd allebei in.")
        if day and time and day <= timezone.localdate():
            self.add_error("hearing_day", "De hoorzitting ligt na vandaag.")
        return given

    @property
    def hearing_on(self) -> datetime | None:
        day, time = self.cleaned_data.get("hearing_day"), self.cleaned_data.get("hearing_time")
        return timezone.make_aware(datetime.combine(day, time)) if day and time else None


class HearingForm(forms.Form):
    """The day, time and place of a hearing that the school asked for, or others than it was told."""

    hearing_day = day_field("Dag van de hoorzitting", EXAMPLE)
    hearing_time = forms.TimeField(
        label="Tijd", help_text="Bijvoorbeeld 10:30.", widget=forms.TimeInput(format="%H:%M")
    )
    hearing_place = forms.CharField(label="Plaats of adres", max_length=300)

    def clean_hearing_day(self) -> date:
        day: date = self.cleaned_data["hearing_day"]
        if day <= timezone.localdate():
            raise forms.ValidationError("De hoorzitting ligt na vandaag.")
        return day

    @property
    def hearing_on(self) -> datetime:
        given = self.cleaned_data
        return timezone.make_aware(datetime.combine(given["hearing_day"], given["hearing_time"]))


class Reasons:
    """As many norms as the page shows; one that is left empty does not count."""

    def __init__(self, data: Any = None, *, found: Sequence[dict[str, str]] = (), more: int = 0) -> None:
        count = len(found) + 1 if data is None else min(_number(data.get(COUNT)), MOST_NORMS) + more
        self.forms = [
            ReasonForm(data, place=place, initial=found[place] if place < len(found) else None)
            for place in range(count)
        ]

    def __iter__(self) -> Iterator["ReasonForm"]:
        return iter(self.forms)

    def __len__(self) -> int:
        return len(self.forms)

    @property
    def valid(self) -> bool:
        return all([form.is_valid() for form in self.forms])  # noqa: C419  every form must be looked at

    @property
    def given(self) -> tuple[dict[str, str], ...]:
        names = ("norm", "group", "value", "limit", "rows", "facts")
        rows = (form.cleaned_data for form in self.forms if form.cleaned_data.get("norm"))
        return tuple({name: row.get(name, "") for name in names} for row in rows)


class ReasonForm(NewMotivationForm):
    def __init__(self, data: Any = None, *, place: int, initial: dict[str, str] | None = None) -> None:
        super().__init__(data, initial=initial)
        self.prefix = f"norm{place}"
        self.use_required_attribute = False


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0


class ViewForm(forms.Form):
    """A view that came by post or e-mail."""

    received_on = day_field("Ontvangen op", EXAMPLE)
    view = long_text("Zienswijze", "Wat de school schreef, of een samenvatting. Mag leeg met een bestand.")
    document = DocumentField(label="Het stuk zelf", required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not given.get("view", "").strip() and not given.get("document"):
            self.add_error("view", "Schrijf de zienswijze op of voeg een bestand toe.")
        return given


class ReportForm(forms.Form):
    report = forms.CharField(
        label="Verslag van de hoorzitting",
        max_length=20_000,
        help_text="Wie waren er, wat is gezegd, en waarop reageerde de school?",
        widget=forms.Textarea(attrs={"rows": 10, "class": "wide"}),
    )
