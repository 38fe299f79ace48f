"""The address at which a person's calendar reads their terms. Only a hash of its token is kept."""

import secrets
from datetime import date, datetime, time

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.certification.models import CalendarFeed
from keurmerk.certification.queries.feeds import hash_of
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled

TOKEN_BYTES = 32


@journaled
def make_feed(user: User, *, now: datetime) -> str:
    """A new address; the one before it is dead from now. The token is told here and never again."""
    _hold(user)
    _revoke(user, now)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    CalendarFeed.objects.create(user=user, token_hash=hash_of(token))
    journal.record(actor=user, kind="feed.made", subject=user, payload={})
    return token


@journaled
def revoke_feed(user: User, *, now: datetime) -> bool:
    """Whether there was one to revoke."""
    _hold(user)
    if not _revoke(user, now):
        return False
    journal.record(actor=user, kind="feed.revoked", subject=user, payload={})
    return True


@journaled
def delete_revoked(before: date) -> int:
    """For the retention: addresses that have been dead since before this day."""
    start = timezone.make_aware(datetime.combine(before, time.min))
    return CalendarFeed.objects.filter(revoked_at__lt=start).delete()[0]


def _hold(user: User) -> None:
    """Two presses at once leave one address that works."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)


def _revoke(user: User, now: datetime) -> int:
    return CalendarFeed.objects.filter(user=user, revoked_at=None).update(revoked_at=now)
