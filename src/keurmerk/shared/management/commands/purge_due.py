"""To be run daily: delete what may no longer be kept."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from keurmerk.shared import retention


class Command(BaseCommand):
    help = "Verwijdert alles waarvan de bewaartermijn voorbij is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--today", type=date.fromisoformat, help="reken alsof het deze dag is (jjjj-mm-dd)"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        today = options["today"] or timezone.localdate()
        for model, count in retention.purge_due(today).items():
            self.stdout.write(f"{model}: {count} verwijderd")
