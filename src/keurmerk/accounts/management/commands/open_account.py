"""For the first account of an installation; staff invite the others from their screens."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.accounts.service import open_account
from keurmerk.journal.party import SYSTEM


class Command(BaseCommand):
    help = "Opent een account; de eigenaar kiest een wachtwoord met 'wachtwoord vergeten'."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("--role", choices=[role.value for role in Role], default=Role.STAFF.value)

    def handle(self, *_args: Any, email: str, name: str, role: str, **_options: Any) -> None:
        if User.objects.filter(email__iexact=email).exists():
            raise CommandError(f"Voor {email} is er al een account.")
        user = open_account(email=email, name=name, role=Role(role), opened_by=SYSTEM)
        self.stdout.write(f"Het account van {user.email} is open ({user.get_role_display()}).")
