"""What the worker does by itself: enter new schools, so that whoever searches finds them."""

from datetime import datetime, timedelta

from keurmerk.shared.chores import Chore, register


def know_schools(_now: datetime) -> int:
    # Only the worker needs the service.
    from keurmerk.persons.service import know_schools as enter  # noqa: PLC0415

    return enter()


register(Chore("persons", every=timedelta(hours=1), run=know_schools))
