"""What one fills in to invite a colleague, and who is invited to open a first account."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html, validate_password
from django.core.exceptions import ValidationError

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.organisations.enums import MembershipFunction


class FirstAccountForm(forms.Form):
    """A name and a password that the same rules accept as everywhere else."""

    name = forms.CharField(
        label="Uw naam", max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    password = forms.CharField(
        label="Kies een wachtwoord",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="Nog een keer hetzelfde wachtwoord",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email
        self.fields["password"].help_text = password_validators_help_text_html()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        password = given.get("password")
        if password:
            self._check(password, given.get("name", ""))
            if given.get("again") and given["again"] != password:
                self.add_error("again", "Dit is niet hetzelfde wachtwoord. Typ het nog een keer.")
        return given

    def _check(self, password: str, name: str) -> None:
        try:
            validate_password(password, User(email=self.email, name=name, role=Role.SCHOOL))
        except ValidationError as error:
            self.add_error("password", error)


EXPLAINED = {
    MembershipFunction.APPLICANT: "vraagt het Keurmerk aan: vult in, tekent en nodigt collega's uit",
    MembershipFunction.MANAGER: "mag alles: tekenen, collega's uitnodigen en verwijderen",
    MembershipFunction.ADMINISTRATION: "levert gegevens aan en leest mee, tekent niet en ziet geen stukken "
    "over personen",
}


def function_field() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label="Functie",
        choices=[(one.value, f"{one.label.capitalize()}: {EXPLAINED[one]}") for one in MembershipFunction],
        coerce=MembershipFunction,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een functie."},
    )


class InvitationForm(forms.Form):
    email = forms.EmailField(
        label="E-mailadres",
        help_text="Hierheen gaat de uitnodiging. Wie nog geen account heeft, kiest zelf een wachtwoord.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    function = function_field()


class FunctionForm(forms.Form):
    function = function_field()
