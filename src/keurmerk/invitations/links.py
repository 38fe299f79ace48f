"""The secret address in an invitation: signed, not stored, so that no table and no screen gives it away.

It names the invitation and which of its mails carried it. Whoever has it read the mail, and so owns the
address: that is why an account that is opened with it counts as known.
"""

from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from keurmerk.invitations.models import Invitation

SALT = "keurmerk.invitations"


def token_of(invitation: Invitation) -> str:
    return _signer().sign(f"{invitation.public_id.hex}-{invitation.sent}")


def link_of(public_id: str) -> str:
    """The whole address, as it stands in the mail that leaves now."""
    invitation = Invitation.objects.get(public_id=public_id)
    return f"{settings.SITE_ADDRESS}{reverse('invitation-accept', args=[token_of(invitation)])}"


def find(token: str) -> tuple[Invitation, bool] | None:
    """The invitation and whether this is its newest link; nothing for what we never signed."""
    try:
        hexed, _, sent = _signer().unsign(token).partition("-")
        invitation = Invitation.objects.select_related("school").get(public_id=UUID(hexed))
    except (BadSignature, ValueError, Invitation.DoesNotExist):
        return None
    return invitation, sent == str(invitation.sent)


def _signer() -> Signer:
    return Signer(salt=SALT, sep=".")
