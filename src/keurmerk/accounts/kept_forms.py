"""Keeping what was typed when a session ends in the middle, for the same person in the same browser.

Never files, passwords or ticks that sign. Nothing is sent by itself: the text stands in the form again, and
counts when the person presses the button.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from keurmerk.accounts.models import KeptForm, User
from keurmerk.journal.unit import journaled
from keurmerk.shared.cipher import CannotOpenError, Cipher

KEPT_FOR = timedelta(hours=2)
MOST_BYTES = 300_000
MOST_AT_ONCE = 10
LONGEST_PATH = 500
SECRET = ("password", "wachtwoord", "csrf", "token")
NEVER = frozenset({"signed", "code"})
"""The tick that signs, and the code of a second factor; a postcode is kept."""

type Typed = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Found:
    path: str
    kept_at: datetime
    typed: Typed


def worth_keeping(posted: Iterable[tuple[str, list[str]]]) -> Typed:
    """What a person typed or chose; nothing secret, no tick that signs, no empty fields."""
    return {
        name: values
        for name, values in posted
        if any(values) and name not in NEVER and not any(word in name.lower() for word in SECRET)
    }


@journaled
def keep(user: User, key: str, path: str, typed: Typed, *, now: datetime) -> bool:
    """Whether it was kept: not when there is nothing, or far more than a form of ours can hold."""
    data = json.dumps(typed).encode()
    if not typed or len(data) > MOST_BYTES or len(path) > LONGEST_PATH:
        return False
    name = hashed(key)
    others = KeptForm.objects.filter(key=name).exclude(path=path)
    if others.count() >= MOST_AT_ONCE:
        return False
    sealed = _cipher().seal(data, name)
    KeptForm.objects.update_or_create(
        key=name, path=path, defaults={"user": user, "sealed": sealed, "created_at": now}
    )
    return True


def found(user: User, key: str, *, now: datetime) -> list[Found]:
    """What this person typed in this browser, newest first; what somebody else typed there is not told."""
    rows = KeptForm.objects.filter(user=user, key=hashed(key), created_at__gt=now - KEPT_FOR)
    opened = ((row, _opened(row)) for row in rows.order_by("-created_at"))
    return [Found(row.path, row.created_at, typed) for row, typed in opened if typed]


@journaled
def forget(user: User, key: str, path: str | None = None) -> int:
    """Of this address, or everything of this person in this browser."""
    rows = KeptForm.objects.filter(user=user, key=hashed(key))
    return (rows if path is None else rows.filter(path=path)).delete()[0]


@journaled
def delete_old(now: datetime) -> int:
    return KeptForm.objects.filter(created_at__lte=now - KEPT_FOR).delete()[0]


def hashed(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _opened(row: KeptForm) -> Typed:
    try:
        typed: Typed = json.loads(_cipher().open(bytes(row.sealed), row.key))
    except CannotOpenError:
        return {}
    return typed


def _cipher() -> Cipher:
    return Cipher(settings.FILE_KEYS)
