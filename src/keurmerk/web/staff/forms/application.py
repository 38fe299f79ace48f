"""What staff fill in about an application: judgements, chances, confirmations, invoices."""

from typing import Any

from django import forms

from keurmerk.applications.enums import Aspect
from keurmerk.web.staff.forms.objection import yes_or_no
from keurmerk.web.staff.forms.plan import prose
from keurmerk.web.staff.forms.values import EXAMPLE, day_field

YES, NO = "ja", "nee"
LONGEST_REMARK = 500
QUESTIONS = {
    Aspect.COMPLETENESS: ("Is dit onderdeel volledig en juist?", "Wat ontbreekt er of klopt er niet?"),
    Aspect.CONTENT: ("Geeft dit onderdeel vertrouwen in de kwaliteit?", "Wat moet er beter?"),
}


class JudgementForm(forms.Form):
    """What is found of a page; what is wrong is told to the school in these words."""

    holds = yes_or_no("")
    text = forms.CharField(
        help_text="Alleen bij nee. Deze tekst komt in de brief aan de school.",
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "class": "wide"}),
    )

    def __init__(self, *args: Any, aspect: Aspect, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = f"id_{aspect.value}_%s"
        self.fields["holds"].label, self.fields["text"].label = QUESTIONS[aspect]

    def clean(self) -> dict[str, Any]:
        return demanding(self, "text", "Schrijf op wat er ontbreekt of beter moet.")


class ConfirmForm(forms.Form):
    """Whether a document says what the applicant typed of it."""

    holds = yes_or_no("Klopt dit met het document?")
    remark = forms.CharField(
        label="Klopt niet, omdat", help_text="Alleen bij nee.", max_length=LONGEST_REMARK, required=False
    )

    def clean(self) -> dict[str, Any]:
        return demanding(self, "remark", "Schrijf op wat er niet klopt.")


def demanding(form: forms.Form, name: str, ask: str) -> dict[str, Any]:
    """Who says no tells why."""
    given = form.cleaned_data
    if given.get("holds") == NO and not given.get(name) and name not in form.errors:
        form.add_error(name, ask)
    return given


class UntilForm(forms.Form):
    until = day_field("De school kan dit doen tot en met", EXAMPLE)


class DeclineForm(forms.Form):
    reason = prose("Reden", "De aanvrager krijgt deze tekst per e-mail.", rows=4)


class InvoiceForm(forms.Form):
    number = forms.CharField(
        label="Factuurnummer", max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    amount = forms.DecimalField(
        label="Bedrag in euro's",
        max_digits=10,
        decimal_places=2,
        localize=True,
        help_text="Bijvoorbeeld 750,00.",
    )
    sent_on = day_field("Verzonden op", EXAMPLE)
    due_on = day_field("Te betalen tot en met", EXAMPLE)


class PaidForm(forms.Form):
    paid_on = day_field("Betaald op", EXAMPLE)


class GroundsForm(forms.Form):
    """Which grounds a refusal rests on."""

    grounds = forms.MultipleChoiceField(
        label="Gronden",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies ten minste één grond."},
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grounds"].choices = choices  # type: ignore[attr-defined]
