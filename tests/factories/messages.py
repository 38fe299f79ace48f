from itertools import count
from typing import Any

from django.db import transaction

from keurmerk.messaging.models import Message
from keurmerk.messaging.service import queue

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
