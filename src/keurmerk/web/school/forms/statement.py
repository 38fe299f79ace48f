"""The management statement: per sentence whether it holds, and else since when and why; then who signs."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from keurmerk.reporting.service.statements import Answer, Signing
from keurmerk.web.school.forms.answers import day_field
from rulebook.application.statements import STATEMENTS, Statement

AGREES, DISAGREES = "akkoord", "niet"
ANSWERS = ((AGREES, "Dit klopt"), (DISAGREES, "Dit klopt niet"))
LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class StatementFields:
    """The three boxes of one sentence."""

    statement: Statement
    answer: forms.BoundField
    since: forms.BoundField
    explanation: forms.BoundField

    @property
    def disagrees(self) -> bool:
        return bool(self.answer.value() == DISAGREES or self.since.errors or self.explanation.errors)


class StatementForm(forms.Form):
    name = forms.CharField(label="Uw naam", max_length=200)
    function = forms.CharField(
        label="Uw functie", max_length=200, help_text="U tekent namens het Management."
    )
    place = forms.CharField(label="Plaats", max_length=200)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        for each in STATEMENTS:
            self.fields[each.code] = forms.ChoiceField(
                label=each.subject,
                help_text=each.text,
                choices=ANSWERS,
                widget=forms.RadioSelect,
                error_messages={"required": "Kies of dit klopt."},
            )
            self.fields[f"{each.code}_sinds"] = day_field(
                f"Sinds wanneer klopt ‘{each.subject}’ niet?", required=False
            )
            self.fields[f"{each.code}_uitleg"] = forms.CharField(
                label=f"Wat klopt er niet bij ‘{each.subject}’?",
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 3}),
            )
        self.order_fields([*(name for name in self.fields if name not in SIGNER), *SIGNER])

    @property
    def statements(self) -> list[StatementFields]:
        return [
            StatementFields(each, self[each.code], self[f"{each.code}_sinds"], self[f"{each.code}_uitleg"])
            for each in STATEMENTS
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for each in STATEMENTS:
            if given.get(each.code) == DISAGREES:
                self._clean_disagreement(each, given)
        return given

    def _clean_disagreement(self, statement: Statement, given: dict[str, Any]) -> None:
        since_name, why_name = f"{statement.code}_sinds", f"{statement.code}_uitleg"
        since = given.get(since_name)
        if since_name not in self.errors:
            if since is None:
                self.add_error(since_name, "Vul een dag in, zoals 31-12-2026.")
            elif since > self._today:
                self.add_error(since_name, "Deze dag ligt in de toekomst. Controleer het jaar.")
        if not (given.get(why_name) or "").strip():
            self.add_error(why_name, "Leg uit wat er niet klopt.")

    def signing(self, *, confirmed: bool) -> Signing:
        given = self.cleaned_data
        answers = {
            each.code: Answer(
                agrees=given[each.code] == AGREES,
                since=given[f"{each.code}_sinds"],
                explanation=given[f"{each.code}_uitleg"],
            )
            for each in STATEMENTS
        }
        return Signing(
            answers=answers,
            name=given["name"],
            function=given["function"],
            place=given["place"],
            confirmed=confirmed,
        )


SIGNER = ("name", "function", "place")


class ConfirmForm(forms.Form):
    """The second look: what was filled in goes along, unseen, and only the tick is new."""

    signed = forms.BooleanField(
        label="", error_messages={"required": "Zet hier een vinkje om te ondertekenen."}
    )

    def __init__(self, *args: Any, sentence: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signed"].label = sentence
