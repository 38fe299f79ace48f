"""Deleting what a message said and to whom, when its time is over; that there was one stays."""

from datetime import date, datetime, time

from django.utils import timezone

from keurmerk.journal.unit import journaled
from keurmerk.messaging.enums import UNDER_WAY
from keurmerk.messaging.models import Attachment, Message

PERSONAL = {"recipient": None, "address": "", "subject": "", "body": "", "last_error": ""}


@journaled
def delete_contents(before: date, *, today: date) -> int:
    """Of messages made before that day; what is still on its way is left alone. Returns how many."""
    start = timezone.make_aware(datetime.combine(before, time.min))
    old = Message.objects.filter(created_at__lt=start, content_deleted_on=None).exclude(state__in=UNDER_WAY)
    if not old.exists():
        return 0
    Attachment.objects.filter(message__in=old).delete()
    return old.update(**PERSONAL, content_deleted_on=today)
