"""What is asked every year: the management statement and the certificates of conduct of the management."""

from datetime import datetime, timedelta

from django.utils import timezone

from keurmerk.shared.chores import Chore, register


def ask_statements(now: datetime) -> int:
    # Every process reads this file, but only the worker needs all that asking brings along.
    from keurmerk.reporting.service import statements  # noqa: PLC0415

    return statements.ask_all(timezone.localdate(now))


def ask_vogs(now: datetime) -> int:
    from keurmerk.reporting.service import vogs  # noqa: PLC0415 - idem

    return vogs.ask_all(timezone.localdate(now))


register(
    Chore("statements", every=timedelta(hours=6), run=ask_statements),
    Chore("vogs", every=timedelta(hours=6), run=ask_vogs),
)
