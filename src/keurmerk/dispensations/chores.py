"""What the worker does by itself: tell a school what ends soon."""

from datetime import datetime, timedelta

from keurmerk.shared.chores import Chore, register


def remind(now: datetime) -> int:
    # Every process reads this file, but only the worker needs all that telling brings along.
    from keurmerk.dispensations.service import reminding  # noqa: PLC0415

    return reminding.remind(now)


register(Chore("dispensations", every=timedelta(hours=6), run=remind))
