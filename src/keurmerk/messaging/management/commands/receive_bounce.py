"""For the mail server to hand what comes back to the sender's address: one mail on standard input.

Always ends well: a mail server that sees an error would send a report about the report.
"""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from keurmerk.messaging.bounces import read_bounce
from keurmerk.messaging.service import mark_bounced

LARGEST = 10 * 1024 * 1024


class Command(BaseCommand):
    help = "Leest één teruggekomen e-mail van standaardinvoer en zet dat bij het bericht."

    def handle(self, *_args: Any, **_options: Any) -> None:
        bounce = read_bounce(sys.stdin.buffer.read(LARGEST))
        if bounce is None:
            self.stdout.write("geen bericht dat terugkwam; er is niets gedaan")
            return
        message = mark_bounced(bounce.message_id, bounce.told)
        found = (
            f"bericht {message.public_id} is teruggekomen" if message else "geen verstuurd bericht van ons"
        )
        self.stdout.write(found)
