"""What one kind of letter asks beside the rest: fields made from certification.details."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from keurmerk.certification.details import Detail
from keurmerk.certification.service.parameters import as_day
from keurmerk.web.components import dutch
from keurmerk.web.staff.forms.wanted import wanted

PREFIX = "brief"
MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class Shown:
    """A detail with the fields that fill it; rows have several."""

    detail: Detail
    fields: tuple[tuple[forms.BoundField, ...], ...]

    @property
    def is_rows(self) -> bool:
        return self.detail.kind == "rows"


class DetailsForm(forms.Form):
    """Nothing is required here: what the letter still lacks is told with the rest."""

    def __init__(
        self,
        data: Any = None,
        *,
        details: Sequence[Detail],
        stored: Mapping[str, Any],
        known: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(data, prefix=PREFIX)
        self.details = details
        self.counts: dict[str, int] = {}
        for detail in details:
            if detail.kind == "rows":
                self._add_rows(detail, stored.get(detail.name) or [], data)
            else:
                field = wanted(field_of(detail, (known or {}).get(detail.name)))
                field.wanted = detail.required  # type: ignore[attr-defined]
                field.initial = initial_of(detail, stored.get(detail.name))
                self.fields[detail.name] = field

    def _add_rows(self, detail: Detail, rows: Sequence[Mapping[str, str]], data: Any) -> None:
        """As many as were given, and one to add."""
        count = len(rows) + 1
        if data is not None:
            places = re.compile(rf"{PREFIX}-{re.escape(detail.name)}-(\d{{1,3}})-")
            shown = [int(found[1]) + 1 for key in data if (found := places.match(key))]
            count = min(max(shown, default=0), MOST_ROWS)
        self.counts[detail.name] = count
        for place in range(count):
            for inner in detail.fields:
                field = wanted(field_of(inner))
                field.initial = rows[place].get(inner.name, "") if place < len(rows) else ""
                field.label = f"{inner.label} ({place + 1})"
                self.fields[row_name(detail, place, inner)] = field

    @property
    def shown(self) -> Iterator[Shown]:
        for detail in self.details:
            if detail.kind == "rows":
                places = range(self.counts[detail.name])
                rows = tuple(
                    tuple(self[row_name(detail, place, inner)] for inner in detail.fields) for place in places
                )
                yield Shown(detail, rows)
            else:
                yield Shown(detail, ((self[detail.name],),))

    @property
    def values(self) -> dict[str, Any]:
        """As `certification.details` keeps them; what is empty is not kept."""
        found = {detail.name: self._value(detail) for detail in self.details}
        return {name: value for name, value in found.items() if value}

    def _value(self, detail: Detail) -> Any:
        if detail.kind == "rows":
            rows = (
                {
                    inner.name: self.cleaned_data.get(row_name(detail, place, inner), "").strip()
                    for inner in detail.fields
                }
                for place in range(self.counts[detail.name])
            )
            return [row for row in rows if any(row.values())]
        value = self.cleaned_data.get(detail.name)
        if detail.kind == "lines":
            return [line.strip() for line in (value or "").splitlines() if line.strip()]
        if isinstance(value, date):
            return value.isoformat()
        return (value or "").strip()


def row_name(detail: Detail, place: int, inner: Detail) -> str:
    return f"{detail.name}-{place}-{inner.name}"


def field_of(detail: Detail, known: object = None) -> forms.Field:
    help_text = detail.help
    if known:
        help_text += f" Uit het dossier: {in_words(known, detail)}. Laat leeg om dat te gebruiken."
    common: dict[str, Any] = {"label": detail.label, "help_text": help_text}
    match detail.kind:
        case "date":
            return forms.DateField(**common, widget=forms.DateInput(attrs={"autocomplete": "off"}))
        case "choice":
            nothing = [("", "Kies")]
            return forms.ChoiceField(**common, choices=[*nothing, *detail.choices])
        case "text":
            return forms.CharField(**common, max_length=300)
        case "lines":
            common["help_text"] += " Eén per regel."
    area = forms.Textarea(attrs={"rows": 4, "class": "wide"})
    return forms.CharField(**common, max_length=20_000, widget=area)


def initial_of(detail: Detail, stored: Any) -> Any:
    if detail.kind == "lines":
        return "\n".join(stored or [])
    if detail.kind == "date":
        return as_day(stored or "") or stored
    return stored or ""


def in_words(known: object, detail: Detail) -> str:
    if detail.kind == "date" and (day := as_day(str(known))):
        return dutch.day(day)
    return dict(detail.choices).get(str(known), str(known))
