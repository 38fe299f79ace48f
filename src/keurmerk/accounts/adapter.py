"""How allauth behaves here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    # allauth's own Dutch says 'je'; the product says 'u' throughout.
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Dit e-mailadres en dit wachtwoord horen niet bij elkaar.",
        "enter_current_password": "Vul uw huidige wachtwoord in.",
        "too_many_login_attempts": "Er is te vaak verkeerd ingelogd. Probeer het later opnieuw.",
        "rate_limited": "Dit gaat te snel achter elkaar. Probeer het later opnieuw.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Accounts are opened by staff: somebody who signs in must be known."""
        return False
