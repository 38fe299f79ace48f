"""How often one place may send the same form: enough for people, too little for a program."""

import hashlib

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

MOST_FROM_ONE_PLACE = 30
MOST_TO_ONE_ADDRESS = 5
WITHIN = 60 * 60
"""Seconds."""


def too_many(request: HttpRequest, what: str, address: str) -> bool:
    """Counts this attempt, by the place it comes from and by the address that would get mail."""
    place = get_adapter().get_client_ip(request)
    return _count(what, place) > MOST_FROM_ONE_PLACE or _count(f"{what}-to", address) > MOST_TO_ONE_ADDRESS


def _count(what: str, whose: str) -> int:
    key = f"attempts:{what}:{hashlib.sha256(whose.encode()).hexdigest()}"
    cache.add(key, 0, WITHIN)
    try:
        return int(cache.incr(key))
    except ValueError:  # it ended between the two
        return 1
