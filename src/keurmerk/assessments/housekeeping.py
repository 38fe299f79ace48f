"""What has to happen by itself, beside the queue: go on with silent checks, delete what is due."""

import logging
from datetime import datetime, timedelta
from threading import Event, Thread

from django.db import close_old_connections
from django.utils import timezone

from keurmerk.assessments.tasks import resume_checks
from keurmerk.shared.retention import purge_due

INTERVAL = timedelta(minutes=5)

logger = logging.getLogger(__name__)


def housekeep(now: datetime) -> None:
    """Do all that is due at this moment. Doing it twice, or in two workers, does no harm."""
    resume_checks()
    purge_due(timezone.localdate(now))


def keep_house(stop: Event, interval: timedelta = INTERVAL) -> None:
    """Keep house at once and then every interval, until told to stop; a fault never ends it."""
    while not stop.is_set():
        try:
            housekeep(timezone.now())
        except Exception:
            logger.exception("housekeeping failed; it is tried again in %s", interval)
        finally:
            close_old_connections()
        stop.wait(interval.total_seconds())


def beside_the_queue() -> Event:
    """Keep house in a thread of this process; set the event to end it."""
    stop = Event()
    Thread(target=keep_house, args=(stop,), name="housekeeping", daemon=True).start()
    return stop
