"""What a school fills in to ask for an exception or dispensation, and to complete it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from keurmerk.certification.errors import NotPossibleError
from keurmerk.dispensations.service import Asked
from keurmerk.documents.forms import DocumentField
from keurmerk.web.outcomes.periods import code, decoded, words
from keurmerk.web.school.forms.answers import day_field, text_field
from rulebook.dispensations import About, Kind
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.catalogue import norm
from rulebook.norms.inburgeren.registry import NORMS

FILES_EACH = 2
MOST_FILES = 16
PREFIX = "stuk_"
NAMED = {
    About.TEACHER: (
        "Naam van de docent",
        "docent_id in uw aanlevering",
        "Dan kan Blik op Werk de lessen van deze docent vinden.",
    ),
    About.COURSE: (
        "Naam van de cursus",
        "groep in uw aanlevering",
        "Dan kan Blik op Werk de lessen van deze groep vinden.",
    ),
    About.TEST: ("Naam van de toets", "", ""),
}


class AskForm(forms.Form):
    """The fields of one kind. What the service refuses is told at the field it is about."""

    def __init__(
        self, *args: Any, kind: Kind, periods: Sequence[MeasuringPeriod] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        if kind.about is not About.SCHOOL:
            self._name_fields()
        if kind.of_period:
            self._period_fields(periods)
        else:
            self._day_fields()
        self.fields["text"] = text_field("Toelichting", help_text="Wat vraagt u, en waarom?", rows=6)
        for each in kind.evidence:
            self.fields[f"{PREFIX}{each.code}"] = DocumentField(
                label=each.text if each.required else f"{each.text} (als u dat hebt)",
                required=each.required,
                most=FILES_EACH,
            )

    def _name_fields(self) -> None:
        label, code_label, help_text = NAMED[self.kind.about]
        self.fields["named"] = _line(label)
        if code_label:
            self.fields["code"] = _line(code_label, required=False, max_length=100, help_text=help_text)

    def _day_fields(self) -> None:
        self.fields["wanted_from"] = day_field("Vanaf welke dag?")
        months = self.kind.longest_months
        help_text = f"Hoogstens {months} maanden." if months else "Leeg: zonder einddatum."
        self.fields["wanted_until"] = day_field(
            "Tot en met welke dag?", required=months is not None, help_text=help_text
        )

    def _period_fields(self, periods: Sequence[MeasuringPeriod]) -> None:
        self.fields["period"] = forms.ChoiceField(
            label="Over welke Meetperiode?",
            choices=[("", "Kies een Meetperiode"), *((code(one), words(one)) for one in periods)],
        )
        self.fields["norms"] = forms.MultipleChoiceField(
            label="Welke Normen haalt u niet?",
            choices=[(each.code, f"{each.code} {norm(each.code).title}") for each in NORMS],
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["late_because"] = text_field(
            "Waarom vraagt u dit later?",
            required=False,
            rows=3,
            help_text=(
                f"Alleen als het einde van de Meetperiode minder dan {self.kind.months_before_end} maanden "
                "weg is."
            ),
        )

    @property
    def evidence(self) -> list[tuple[forms.BoundField, Any]]:
        """The fields for documents, each with its own limits."""
        return [(self[name], field) for name, field in self.fields.items() if name.startswith(PREFIX)]

    @property
    def typed(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if not name.startswith(PREFIX)]

    def asked(self) -> Asked:
        given = self.cleaned_data
        return Asked(
            kind=self.kind.code,
            text=given["text"],
            named=given.get("named", ""),
            code=given.get("code", ""),
            wanted_from=given.get("wanted_from"),
            wanted_until=given.get("wanted_until"),
            period=decoded(given.get("period", "")),
            norms=given.get("norms", ()),
            late_because=given.get("late_because", ""),
            files={each.code: given.get(f"{PREFIX}{each.code}") or [] for each in self.kind.evidence},
        )

    def tell(self, error: NotPossibleError) -> None:
        for obstacle in error.obstacles:
            name = obstacle.code.replace("stuk:", PREFIX)
            self.add_error(name if name in self.fields else None, obstacle.text)


class CompleteForm(forms.Form):
    text = text_field("Uw aanvulling", required=False, rows=6)
    papers = DocumentField(label="Bestanden", required=False, most=5)


def current(periods: Sequence[MeasuringPeriod], today: date) -> list[MeasuringPeriod]:
    """Those that are not over, the nearest first."""
    return sorted((one for one in periods if one.last >= today), key=lambda one: one.first)


def _line(label: str, *, max_length: int = 200, **options: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, max_length=max_length, widget=widget, **options)
