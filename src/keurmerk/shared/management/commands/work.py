"""The background worker: works off the queue, and does the chores beside it."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from keurmerk.shared import chores


class Command(BaseCommand):
    help = "Werkt de wachtrij af, verstuurt e-mail en doet wat op zijn tijd vanzelf moet gebeuren."

    def handle(self, *_args: Any, **options: Any) -> None:
        running = chores.Running(chores.registered())
        try:
            call_command("db_worker", reload=False, verbosity=options["verbosity"])
        finally:
            running.stop()
