"""The background worker: works off the queue and keeps house beside it."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from keurmerk.assessments.housekeeping import beside_the_queue


class Command(BaseCommand):
    help = "Werkt de wachtrij af; hervat stilgevallen controles en verwijdert wat niet langer bewaard mag."

    def handle(self, *_args: Any, **options: Any) -> None:
        stop = beside_the_queue()
        try:
            call_command("db_worker", reload=False, verbosity=options["verbosity"])
        finally:
            stop.set()
