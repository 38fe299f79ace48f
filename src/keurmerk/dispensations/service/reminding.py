"""A mail thirty days before something that was granted ends."""

from datetime import datetime, timedelta

from django.utils import timezone

from keurmerk.dispensations.enums import State
from keurmerk.dispensations.models import Dispensation
from keurmerk.dispensations.service.running import held, tell
from keurmerk.journal.unit import journaled

BEFORE = timedelta(days=30)


def remind(now: datetime) -> int:
    """Of each one once; returns how many were told. Doing it again tells nothing more."""
    today = timezone.localdate(now)
    ending = Dispensation.objects.filter(
        state=State.GRANTED, reminded_on=None, valid_until__range=(today, today + BEFORE)
    )
    return sum(_remind(found, now) for found in list(ending.values_list("pk", flat=True)))


@journaled
def _remind(dispensation_id: int, now: datetime) -> bool:
    today = timezone.localdate(now)
    dispensation = held(dispensation_id, *State)
    if dispensation.state_ is not State.GRANTED or dispensation.reminded_on is not None:
        return False  # another worker was first
    dispensation.reminded_on = today
    dispensation.save(update_fields=["reminded_on"])
    tell(dispensation, "school_dispensation_ending", {"valid_until": dispensation.valid_until}, today=today)
    return True
