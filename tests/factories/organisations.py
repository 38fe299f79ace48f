from itertools import count
from typing import Any

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations import service
from keurmerk.organisations.enums import CertificateKind, MembershipFunction
from keurmerk.organisations.models import School
from tests.factories.accounts import make_user

_numbers = count(80_000_001)


def make_school(**given: Any) -> School:
    number = next(_numbers)
    fields: dict[str, Any] = {
        "kvk_number": str(number),
        "name": f"Taalschool {number}",
        "certificate": CertificateKind.INDEFINITE,
        "registered_by": SYSTEM,
    }
    return service.register_school(**(fields | given))


def make_school_user(
    school: School | None = None, function: MembershipFunction = MembershipFunction.MANAGER
) -> User:
    """An account that acts for a school, its own or the given one."""
    user = make_user(Role.SCHOOL)
    service.add_member(school or make_school(), user, added_by=SYSTEM, function=function)
    return user
