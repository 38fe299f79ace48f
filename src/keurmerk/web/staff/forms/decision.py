"""The parts of a draft decision. Nothing is required in a draft; what it still lacks, the page tells."""

from collections.abc import Collection
from functools import cache
from typing import Any

from django import forms

from keurmerk.certification.models import Decision, Motivation
from keurmerk.web.staff.forms.wanted import wanted
from rulebook.lifecycle.pieces import Heard, Hearing, Transition
from rulebook.norms.catalogue import catalogue

LONG = 20_000
HEARD_WORDS = {
    Heard.NO: "Nog niet",
    Heard.YES: "De school is gehoord, of heeft de termijn voor een reactie laten voorbijgaan",
    Heard.URGENT: "Niet gehoord: de vereiste spoed verzet zich daartegen (Awb 4:11)",
    Heard.OWN_DATA: "Niet gehoord: het besluit rust op gegevens van de school zelf (Awb 4:7, 4:8)",
}
WAYS = {
    Hearing.NONE: (),
    Hearing.REQUIRED: (Heard.NO, Heard.YES),
    Hearing.UNLESS_URGENT: (Heard.NO, Heard.YES, Heard.URGENT),
    Hearing.UNLESS_OWN_DATA: (Heard.NO, Heard.YES, Heard.OWN_DATA),
}


def long_text(label: str, help_text: str = "", *, rows: int = 8, most: int = LONG) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows, "class": "wide"}),
    )


class GroundsForm(forms.Form):
    grounds = forms.MultipleChoiceField(label="Gronden", required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any = None, *, row: Transition | None, stored: list[str]) -> None:
        super().__init__(data, prefix="grond", initial={"grounds": stored})
        known = [(ground.code, ground.text) for ground in row.grounds] if row else []
        self.fields["grounds"].choices = known  # type: ignore[attr-defined]
        self.had_choice = bool(known)

    @property
    def chosen(self) -> set[str]:
        """Ticked on the page as it is shown."""
        return set(self["grounds"].value() or ())


class HearingForm(forms.Form):
    heard = wanted(forms.ChoiceField(label="Is de school gehoord?", widget=forms.RadioSelect))
    heard_reason = wanted(
        long_text(
            "Waarom niet gehoord",
            "Alleen als de school niet is gehoord: welke omstandigheid staat eraan in de weg?",
            rows=4,
            most=4000,
        )
    )

    def __init__(self, data: Any = None, *, row: Transition | None, decision: Decision) -> None:
        stored = {"heard": decision.heard, "heard_reason": decision.heard_reason}
        super().__init__(data, prefix="horen", initial=stored)
        ways = WAYS[row.hearing] if row else tuple(Heard)
        self.fields["heard"].choices = [(way.value, HEARD_WORDS[way]) for way in ways]  # type: ignore[attr-defined]
        if not {Heard.URGENT, Heard.OWN_DATA} & set(ways):
            del self.fields["heard_reason"]


class TextsForm(forms.Form):
    facts_text = wanted(
        long_text(
            "Feiten waarop het besluit rust",
            "Wat is er gebeurd, wanneer, en waaruit blijkt dat? Een witregel begint een alinea.",
            rows=10,
        )
    )
    weighing = wanted(
        long_text(
            "Afweging van de belangen",
            "Welke belangen zijn gewogen (school, Cursisten, het Keurmerk), en waarom past dit daarbij?",
        )
    )

    def __init__(self, data: Any = None, *, decision: Decision) -> None:
        stored = {"facts_text": decision.facts_text, "weighing": decision.weighing}
        super().__init__(data, prefix="tekst", initial=stored)


class ReasonFields(forms.Form):
    value = wanted(forms.CharField(label="Gemeten waarde", max_length=200))
    limit = wanted(forms.CharField(label="Grens", max_length=200))
    rows = wanted(forms.CharField(label="Rijen erachter", max_length=300))
    facts = wanted(
        long_text(
            "Feiten in eigen woorden",
            "Door welke feiten is de Norm niet gehaald? De tekst van de Norm zelf telt niet als motivering.",
            rows=5,
            most=10_000,
        )
    )


class MotivationForm(ReasonFields):
    """Of a norm that bears the decision already."""

    def __init__(self, data: Any = None, *, motivation: Motivation) -> None:
        self.motivation = motivation
        stored = {name: getattr(motivation, name) for name in ("value", "limit", "rows", "facts")}
        super().__init__(data, prefix=f"norm{motivation.pk}", initial=stored)


class NewMotivationForm(ReasonFields):
    norm = wanted(forms.ChoiceField(label="Norm"))
    group = forms.CharField(
        label="Groep", max_length=60, required=False, help_text="Bijvoorbeeld een leerprofiel."
    )
    field_order = ("norm", "group", "value", "limit", "rows", "facts")

    def __init__(self, data: Any = None, *, known: Collection[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(data, prefix="nieuw", **kwargs)
        self.known = known
        self.fields["norm"].choices = [("", "Kies een Norm"), *norm_choices()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("norm") and any(given.get(name) for name in ("value", "limit", "rows", "facts")):
            self.add_error("norm", "Kies bij welke Norm dit hoort.")
        if (given.get("norm"), given.get("group")) in self.known:
            self.add_error("norm", "Deze Norm staat er al; wijzig hem daar.")
        return given


@cache
def norm_choices() -> tuple[tuple[str, str], ...]:
    return tuple((norm.number, f"{norm.number} {norm.title}"[:90]) for norm in catalogue())


class ReasonForm(forms.Form):
    """Why something is given back, dropped or ended."""

    reason = forms.CharField(
        label="Wat moet er anders?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "wide"}),
    )
