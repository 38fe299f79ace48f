"""What the addresses of the register ask for: of each school a person, one like it, and a lead."""

from datetime import date
from typing import Any

from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.certification.models import Certificate
from keurmerk.organisations.models import School
from keurmerk.persons.declaration import DeclaredIdentity
from keurmerk.persons.enums import IdentityKind
from keurmerk.persons.models import Entity, Person, SameAs
from keurmerk.persons.queries import investigate
from keurmerk.persons.service import say_same
from tests.factories.accounts import make_user
from tests.factories.certification import make_certificate
from tests.factories.organisations import make_school
from tests.factories.persons import declare_school, owner

PAPER = DeclaredIdentity(kind=IdentityKind.PASSPORT, number="NX1234567")


def entity_of(school: School) -> Person:
    """The owner of this school, who has an identity paper."""
    found = Person.objects.filter(told_for=school).order_by("pk").first()
    if found is None:
        people = [owner("p1", "Anna Bakker", 50, identity=PAPER), owner("p2", "Ana Backer", 50)]
        declare_school(school, people=people, today=timezone.localdate())
    return found or Person.objects.filter(told_for=school).order_by("pk")[0]


def other_of(school: School) -> Entity:
    return Person.objects.filter(told_for=school).exclude(pk=entity_of(school).pk)[0]


def said_of(school: School) -> SameAs:
    """What staff said of both."""
    one, two = entity_of(school), other_of(school)
    said = SameAs.objects.filter(one=min(one.pk, two.pk), undone_on=None).exclude(by=None).first()
    staff = make_user(Role.STAFF)
    return said or say_same(one, two, same=False, reason="Nichten", by=staff, today=date(2026, 1, 1))


def lead_of(school: School) -> str:
    """To a holder with the same owner."""
    entity_of(school)
    if leads := investigate(school, timezone.localdate()):
        return leads[0].mark
    holder = make_school()
    declare_school(holder, people=[owner("p1")], today=timezone.localdate())
    if not Certificate.objects.filter(school=holder).exists():
        make_certificate(holder)
    return investigate(school, timezone.localdate())[0].mark


PERSONS: dict[str, Any] = {"entity": entity_of, "other": other_of, "said": said_of, "lead": lead_of}
