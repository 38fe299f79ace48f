from itertools import count

from keurmerk.accounts import service
from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.journal.party import SYSTEM

PASSWORD = "een-lang-wachtwoord"  # noqa: S105
_numbers = count(1)


def make_user(role: Role = Role.SCHOOL, *, email: str | None = None) -> User:
    """An open account; its password is PASSWORD."""
    number = next(_numbers)
    return service.open_account(
        email=email or f"{role.value}{number}@voorbeeld.example",
        name=f"Persoon {number}",
        role=role,
        password=PASSWORD,
        opened_by=SYSTEM,
    )
