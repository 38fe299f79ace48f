"""To be run when a worker starts and every few minutes: go on with checks that fell silent."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from keurmerk.assessments.tasks import SILENCE, resume_checks


class Command(BaseCommand):
    help = "Zet controles van aanleveringen die stilvielen opnieuw in de rij."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--seconds", type=int, default=int(SILENCE.total_seconds()), help="zo lang stil is stilgevallen"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        count = resume_checks(timedelta(seconds=options["seconds"]))
        self.stdout.write(f"{count} opnieuw in de rij")
