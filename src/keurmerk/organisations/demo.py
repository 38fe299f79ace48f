"""Accounts and a school to try the product with; every name says that it is made up."""

from keurmerk.accounts import service as accounts
from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations import service
from keurmerk.organisations.enums import CertificateKind, MembershipFunction
from keurmerk.organisations.models import School

SIGN_INS = {
    Role.SCHOOL: ("school@demo.example", "Sanne Fictief"),
    Role.STAFF: ("medewerker@demo.example", "Mohamed Fictief"),
    Role.AUDITOR: ("auditor@demo.example", "Anouk Fictief"),
}
DECIDER, LAWYER = "beslisser@demo.example", "jurist@demo.example"
SUSPENDED_SCHOOL = "geschorst@demo.example"
APPLICANT = "aanvrager@demo.example"
ADMINISTRATION = "administratie@demo.example"
MORE_SIGN_INS = {
    DECIDER: (Role.STAFF, "Ingrid Fictief"),
    LAWYER: (Role.STAFF, "Joost Fictief"),
    SUSPENDED_SCHOOL: (Role.SCHOOL, "Yara Fictief"),
    APPLICANT: (Role.SCHOOL, "Selam Fictief"),
    ADMINISTRATION: (Role.SCHOOL, "Bram Fictief"),
}
"""Who signs, who handles objections, a suspended school, an applicant, an administration; the demo says what
each may do."""
KVK_NUMBER = "90000001"


def load(password: str) -> list[User]:
    """One account per role and a few more, and a school for the first. Running it again changes nothing."""
    users = {role: _account(role, *named, password) for role, named in SIGN_INS.items()}
    more = [_account(role, email, name, password) for email, (role, name) in MORE_SIGN_INS.items()]
    school = School.objects.filter(kvk_number=KVK_NUMBER).first() or service.register_school(
        kvk_number=KVK_NUMBER,
        name="Taalschool De Proefballon (fictief)",
        certificate=CertificateKind.INDEFINITE,
        fictional=True,
        registered_by=SYSTEM,
    )
    service.add_member(school, users[Role.SCHOOL], added_by=SYSTEM)
    by_address = {user.email: user for user in more}
    service.add_member(
        school, by_address[ADMINISTRATION], added_by=SYSTEM, function=MembershipFunction.ADMINISTRATION
    )
    service.assign_auditor(school, users[Role.AUDITOR], assigned_by=SYSTEM, today=school.created_at.date())
    return [*users.values(), *more]


def _account(role: Role, email: str, name: str, password: str) -> User:
    return User.objects.filter(email=email).first() or accounts.open_account(
        email=email, name=name, role=role, password=password, opened_by=SYSTEM
    )
