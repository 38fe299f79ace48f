"""What is kept, how long, on which ground: one entry per model, told by the app that owns it.

Every app has a `retention.py` that registers its models; a house rule finds the model that was forgotten. The
texts are shown to users, so they are Dutch.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from keurmerk.shared.files import sweep_unnamed

LEFT_BEHIND = timedelta(days=1)
"""A stored file without a row that is older than this belongs to no transaction that still runs."""


@dataclass(frozen=True)
class Retention:
    """One model (app_label.Model). Without a purge its rows go with something else: see `kept_for`."""

    model: str
    holds: str
    kept_for: str
    ground: str
    purge: Callable[[date], int] | None = None


_entries: dict[str, Retention] = {}


def register(*entries: Retention) -> None:
    for entry in entries:
        if entry.model in _entries:
            raise ValueError(f"{entry.model} is registered twice")
        _entries[entry.model] = entry


def entries() -> tuple[Retention, ...]:
    return tuple(_entries[model] for model in sorted(_entries))


def purge_due(today: date) -> dict[str, int]:
    """Delete everything whose time is over; returns how many rows went, per model that has a purge.

    Then the stored files go that no row names: what a crash left behind.
    """
    gone = {entry.model: entry.purge(today) for entry in entries() if entry.purge}
    sweep_unnamed(timezone.now() - LEFT_BEHIND)
    return gone
