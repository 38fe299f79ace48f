"""What the worker does by itself: drafts that end, chances that pass."""

from datetime import datetime, timedelta

from django.utils import timezone

from keurmerk.shared.chores import Chore, register


def look_after_applications(now: datetime) -> int:
    # Every process reads this file, but only the worker needs all that a letter brings along.
    from keurmerk.applications.service import chances, expiring  # noqa: PLC0415

    today = timezone.localdate(now)
    return chances.miss_due(today) + expiring.look_after_drafts(today)


register(Chore("applications", every=timedelta(minutes=15), run=look_after_applications))
