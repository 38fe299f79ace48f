"""Two schools side by side, each with one of everything that an address can ask for."""

from datetime import date
from typing import Any

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.models import School
from keurmerk.organisations.service import assign_auditor
from tests.factories.accounts import make_user
from tests.factories.organisations import make_school_user


def values_of(school: School) -> dict[str, Any]:
    """What addresses call the things of a school; a new screen adds what it asks for."""
    return {"school": school.public_id}


def somebody(role: Role, school: School) -> User:
    """An account of this role, tied to the school as that role can be."""
    if role == Role.SCHOOL:
        return make_school_user(school)
    user = make_user(role)
    if role == Role.AUDITOR:
        assign_auditor(school, user, assigned_by=SYSTEM, today=date(2026, 1, 1))
    return user
