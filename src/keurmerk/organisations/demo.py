"""Accounts and a school to try the product with; every name says that it is made up."""

from keurmerk.accounts import service as accounts
from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations import service
from keurmerk.organisations.enums import CertificateKind
from keurmerk.organisations.models import School

SIGN_INS = {
    Role.SCHOOL: ("school@demo.example", "Sanne Fictief"),
    Role.STAFF: ("medewerker@demo.example", "Mohamed Fictief"),
    Role.AUDITOR: ("auditor@demo.example", "Anouk Fictief"),
}
KVK_NUMBER = "90000001"


def load(password: str) -> list[User]:
    """One account per role, and a school for the first. Running it again changes nothing."""
    users = {role: _account(role, password) for role in SIGN_INS}
    school = School.objects.filter(kvk_number=KVK_NUMBER).first() or service.register_school(
        kvk_number=KVK_NUMBER,
        name="Taalschool De Proefballon (fictief)",
        certificate=CertificateKind.INDEFINITE,
        fictional=True,
        registered_by=SYSTEM,
    )
    service.add_member(school, users[Role.SCHOOL], added_by=SYSTEM)
    service.assign_auditor(school, users[Role.AUDITOR], assigned_by=SYSTEM, today=school.created_at.date())
    return list(users.values())


def _account(role: Role, password: str) -> User:
    email, name = SIGN_INS[role]
    return User.objects.filter(email=email).first() or accounts.open_account(
        email=email, name=name, role=role, password=password, opened_by=SYSTEM
    )
