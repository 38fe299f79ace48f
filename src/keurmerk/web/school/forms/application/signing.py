"""Signatures: under an agreement, and under the declaration that all is right and complete."""

from typing import Any

from django import forms

MOST_CONTACTS = 4
TICK = "Zet hier een vinkje om te ondertekenen."
CONTACT_EMAIL, CONTACT_NAME = "contact_email_{}", "contact_naam_{}"


def _text(label: str, most: int, autocomplete: str, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        widget=forms.TextInput(attrs={"autocomplete": autocomplete}),
        **options,
    )


class SignatureForm(forms.Form):
    """Who signs for the school."""

    signer = _text("Uw naam", 150, "name")
    function = _text("Uw functie", 100, "organization-title")
    place = _text("Plaats", 100, "address-level2")
    agreed = forms.BooleanField(error_messages={"required": TICK})

    def __init__(self, *args: Any, signing: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreed"].label = signing


class AgreementForm(SignatureForm):
    """A processing agreement asks who hears of a data leak too (Bijlage 5, 17.2)."""

    def __init__(self, *args: Any, with_contacts: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.with_contacts = with_contacts
        if not with_contacts:
            return
        for number in range(1, MOST_CONTACTS + 1):
            self.fields[CONTACT_NAME.format(number)] = _text(
                f"Naam van contactpersoon {number}", 150, "off", required=number == 1
            )
            self.fields[CONTACT_EMAIL.format(number)] = forms.EmailField(
                label=f"E-mailadres van contactpersoon {number}",
                required=number == 1,
                widget=forms.EmailInput(attrs={"autocomplete": "off"}),
            )
        signature = ("signer", "function", "place", "agreed")
        self.order_fields([name for name in self.fields if name not in signature] + list(signature))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for number in range(2, MOST_CONTACTS + 1) if self.with_contacts else ():
            name, email = CONTACT_NAME.format(number), CONTACT_EMAIL.format(number)
            if given.get(name) and not given.get(email) and email not in self.errors:
                self.add_error(email, "Vul ook het e-mailadres van deze contactpersoon in.")
            if given.get(email) and not given.get(name):
                self.add_error(name, "Vul ook de naam van deze contactpersoon in.")
        return given

    @property
    def contacts(self) -> list[dict[str, str]]:
        if not self.with_contacts:
            return []
        given = self.cleaned_data
        found = (
            {
                "name": given.get(CONTACT_NAME.format(number), ""),
                "email": given.get(CONTACT_EMAIL.format(number), ""),
            }
            for number in range(1, MOST_CONTACTS + 1)
        )
        return [each for each in found if each["name"]]

    @property
    def contact_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("contact_")]
