from itertools import count
from typing import Any

from django.db import transaction
from django.utils import timezone

from keurmerk.messaging.models import Message
from keurmerk.messaging.service import claim, mark_refused, queue

_numbers = count(1)


def make_message(**given: Any) -> Message:
    """A message that waits to be sent."""
    number = next(_numbers)
    fields = {
        "to": f"ontvanger{number}@voorbeeld.example",
        "subject": f"Bericht {number}",
        "body": "Beste lezer,\n\nEr is nieuws.",
        "kind": "proef.school_nieuws",
        "key": f"proef:{number}",
    }
    with transaction.atomic():
        return queue(**(fields | given))


def make_bounced(**given: Any) -> Message:
    """A message that the mail server refused for good."""
    message = make_message(**given)
    while (claimed := claim(timezone.now())) and claimed != message:
        pass
    mark_refused(claimed or message, "550 5.1.1 deze gebruiker is er niet")
    message.refresh_from_db()
    return message
