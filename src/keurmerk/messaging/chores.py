"""Mail leaves within seconds of the act, in a thread of its own: slow work never delays it."""

from datetime import datetime, timedelta

from keurmerk.messaging.delivery import send_due
from keurmerk.shared import chores


def send_mail(now: datetime) -> int:
    return send_due(now, stopping=chores.stopping)


chores.register(chores.Chore("mail", every=timedelta(seconds=2), run=send_mail, apart=True))
