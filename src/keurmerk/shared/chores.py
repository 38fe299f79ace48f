"""What has to happen by itself, every so often, in the worker's process beside its queue.

An app registers its chores in `chores.py`. Doing a chore twice, or in two workers at once, must do no harm:
that is for the chore to see to. A fault in one is logged and never ends it, nor any other.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event, Thread
from time import monotonic

from django.db import close_old_connections, connections
from django.utils import timezone

from keurmerk.shared.retention import purge_due

PATIENCE = timedelta(seconds=60)
"""How long a stop waits for what is being done; a mail under way is finished in this time or sent again."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Chore:
    """`apart`: in a thread of its own, so that the others never keep it waiting."""

    name: str
    every: timedelta
    run: Callable[[datetime], object]
    apart: bool = False


_chores: dict[str, Chore] = {}
_stop = Event()


def register(*chores: Chore) -> None:
    for chore in chores:
        if chore.name in _chores:
            raise ValueError(f"the chore {chore.name} is registered twice")
        _chores[chore.name] = chore


def registered() -> tuple[Chore, ...]:
    return tuple(_chores.values())


def stopping() -> bool:
    """For a chore that goes through a pile: whether to stop after what it has in hand."""
    return _stop.is_set()


class Running:
    """All chores in the threads of this process, each at once and then at its time, until `stop`."""

    def __init__(self, chores: Iterable[Chore]) -> None:
        chores = tuple(chores)
        together = [chore for chore in chores if not chore.apart]
        groups = [[chore] for chore in chores if chore.apart] + [together] * bool(together)
        _stop.clear()
        self._threads = [
            Thread(target=_keep_doing, args=(group,), name=f"chores-{group[0].name}", daemon=True)
            for group in groups
        ]
        for thread in self._threads:
            thread.start()

    def stop(self, patience: timedelta = PATIENCE) -> None:
        _stop.set()
        until = monotonic() + patience.total_seconds()
        for thread in self._threads:
            thread.join(max(until - monotonic(), 0))


def _keep_doing(chores: list[Chore]) -> None:
    due = dict.fromkeys(chores, monotonic())
    try:
        while not _stop.wait(max(min(due.values()) - monotonic(), 0)):
            chore = min(chores, key=due.__getitem__)
            do(chore)
            due[chore] = monotonic() + chore.every.total_seconds()
    finally:
        connections.close_all()


def do(chore: Chore) -> None:
    """Do it now, with a connection that still lives."""
    close_old_connections()
    try:
        chore.run(timezone.now())
    except Exception:
        logger.exception("the chore %s failed; it is tried again in %s", chore.name, chore.every)
    finally:
        close_old_connections()


def delete_what_is_due(now: datetime) -> dict[str, int]:
    return purge_due(timezone.localdate(now))


register(Chore("retention", every=timedelta(minutes=5), run=delete_what_is_due))
