import re
from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from keurmerk.invitations import service
from keurmerk.invitations.links import link_of
from keurmerk.invitations.models import Invitation
from keurmerk.journal.party import SYSTEM
from keurmerk.messaging.delivery import email_of
from keurmerk.messaging.models import Message
from keurmerk.organisations.enums import MembershipFunction
from keurmerk.organisations.models import School

_numbers = count(1)


def invite(school: School, *, today: date | None = None, **given: Any) -> Invitation:
    fields = {
        "email": f"genodigd{next(_numbers)}@voorbeeld.example",
        "function": MembershipFunction.ADMINISTRATION,
        "invited_by": SYSTEM,
    }
    return service.invite(school, today=today or timezone.localdate(), **(fields | given))


def address_of(invitation: Invitation) -> str:
    """The path behind the newest link."""
    return link_of(str(invitation.public_id)).removeprefix("http://testserver")


def address_in_mail() -> str:
    """The path in the newest mail, as the receiver reads it."""
    body = str(email_of(Message.objects.latest("pk")).body)
    found = re.search(r"https?://[^/\s]+(/uitnodiging/\S+)", body)
    assert found, body
    return found[1]
