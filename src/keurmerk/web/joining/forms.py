"""What somebody fills in who gets a first account."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html, validate_password
from django.core.exceptions import ValidationError

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User


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
