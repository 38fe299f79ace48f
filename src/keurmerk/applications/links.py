"""The secret address that confirms an interest: signed, not stored. Whoever has it read the mail."""

from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from keurmerk.applications.models import Interest

SALT = "keurmerk.applications.interest"


def token_of(interest: Interest) -> str:
    return _signer().sign(interest.public_id.hex)


def link_of(public_id: str) -> str:
    """The whole address, as it stands in the mail that leaves now."""
    interest = Interest.objects.get(public_id=public_id)
    return f"{settings.SITE_ADDRESS}{reverse('interest-confirm', args=[token_of(interest)])}"


def find(token: str) -> Interest | None:
    """Nothing for what we never signed, and for an interest that was forgotten."""
    try:
        return Interest.objects.filter(public_id=UUID(_signer().unsign(token))).first()
    except (BadSignature, ValueError):
        return None


def _signer() -> Signer:
    return Signer(salt=SALT, sep=".")
