"""What a worker does with a message: take it under a lease, and say how it went.

`claim` commits before a word is said to the mail server. Its number of attempts is the ticket: whoever lost
the lease meanwhile finds another number and changes nothing. Only a yes of the server counts without a
ticket: it has the mail, whoever brought it. All but `claim` and `mark_bounced` return whether it counted.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import F, QuerySet

from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.journal.unit import journaled
from keurmerk.messaging.enums import UNDER_WAY, MessageState
from keurmerk.messaging.models import Message

LEASE = timedelta(minutes=10)
"""Longer than any conversation with a mail server: see `timeout` in MAILERS."""

WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
LONGEST_ERROR = 1000


def claim(now: datetime) -> Message | None:
    """Take one message that is due, so that no other worker takes it too."""
    if not Message.objects.due(now).exists():  # without the write lock of SQLite
        return None
    with journaled(durable=True):
        message = Message.objects.due(now).select_for_update(skip_locked=True).first()
        if message is None:
            return None
        if message.state == MessageState.SENDING:
            message.possible_duplicates += 1
        message.state = MessageState.SENDING
        message.attempts += 1
        message.next_attempt_at = now + LEASE
        message.save(update_fields=["state", "attempts", "next_attempt_at", "possible_duplicates"])
    return message


def mark_sent(message: Message, *, now: datetime) -> bool:
    changes = {"state": MessageState.SENT, "sent_at": now, "next_attempt_at": None, "last_error": ""}
    under_way = Message.objects.filter(pk=message.pk, state__in=UNDER_WAY)
    return _finish(under_way, message, "message.sent", changes)


def put_back(message: Message, error: str, *, now: datetime, unsure: bool = False) -> bool:
    """Try again after a while, or give up when that has been done for days.

    `unsure`: the server may have taken it before the line broke, so the next attempt may be a second copy.
    """
    wait = WAITS[min(message.attempts, len(WAITS)) - 1]
    if now + wait > message.give_up_at:
        return mark_unsendable(message, error)
    changes = {
        "state": MessageState.QUEUED,
        "next_attempt_at": now + wait,
        "last_error": error[:LONGEST_ERROR],
        "possible_duplicates": F("possible_duplicates") + int(unsure),
    }
    return bool(_held(message).update(**changes))


def mark_refused(message: Message, error: str) -> bool:
    """The server says that this recipient, or this mail, will never be taken."""
    changes = {"state": MessageState.BOUNCED, "next_attempt_at": None, "last_error": error[:LONGEST_ERROR]}
    return _finish(_held(message), message, "message.bounced", changes)


def mark_unsendable(message: Message, error: str) -> bool:
    changes = {"state": MessageState.FAILED, "next_attempt_at": None, "last_error": error[:LONGEST_ERROR]}
    return _finish(_held(message), message, "message.failed", changes)


@journaled
def mark_bounced(message_id: str, error: str) -> Message | None:
    """A mail server sent it back after all. Returns nothing for a message that is not ours."""
    message = Message.objects.select_for_update().filter(message_id=message_id).first()
    if message is None or message.state not in {MessageState.SENT, MessageState.BOUNCED}:
        return None
    if message.state == MessageState.SENT:
        message.state, message.last_error = MessageState.BOUNCED, error[:LONGEST_ERROR]
        message.save(update_fields=["state", "last_error"])
        _tell("message.bounced", message)
    return message


@journaled
def _finish(rows: QuerySet[Message], message: Message, kind: str, changes: Mapping[str, object]) -> bool:
    if not rows.update(**changes):
        return False
    _tell(kind, message)
    return True


def _held(message: Message) -> QuerySet[Message]:
    return Message.objects.filter(pk=message.pk, state=MessageState.SENDING, attempts=message.attempts)


def _tell(kind: str, message: Message) -> None:
    journal.record(
        actor=SYSTEM,
        kind=kind,
        subject=message,
        payload={"kind": message.kind, "attempts": message.attempts},
    )
