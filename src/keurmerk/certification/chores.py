"""What the worker does by itself: what the law brings on its day, and reminders of what ends."""

from datetime import datetime, timedelta

from keurmerk.certification.service.reminders import send_digests
from keurmerk.shared.chores import Chore, register


def carry_out_law(now: datetime) -> int:
    # Every process reads this file, but only the worker needs all that deciding brings along.
    from keurmerk.certification.service import law  # noqa: PLC0415

    return law.carry_out_law(now)


register(
    Chore("law", every=timedelta(minutes=5), run=carry_out_law),
    Chore("digests", every=timedelta(hours=1), run=send_digests),
)
