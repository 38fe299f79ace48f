"""Locations that come up later, and removing what is kept long enough."""

from datetime import date
from typing import Any

from keurmerk.certification.queries.ended_marks import schools_to_forget
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM, Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.persons.declaration import DeclaredLocation
from keurmerk.persons.enums import FactSource
from keurmerk.persons.models import Address, BankAccount, LeadFinding, Location, Person
from keurmerk.persons.service.indexing import organisation_of


@journaled
def add_location(
    school: School, place: DeclaredLocation, *, told_by: Party | Recordable, source: str, today: date
) -> Location:
    """A new location that a school reports (1.3.3.f). One at the same address becomes it again."""
    address = place.address
    fields: dict[str, Any] = {
        "street": address.street,
        "number": address.number[:20],
        "addition": address.addition[:20],
        "postcode": address.postcode[:20],
        "city": address.city,
        "country": address.country or "NL",
    }
    own = organisation_of(school)
    found, _ = Location.objects.update_or_create(
        organisation=own,
        **fields,
        defaults={
            "name": place.name,
            "first_lesson": place.first_lesson,
            "lessons": place.lessons,
            "ended_on": None,
            "source_kind": FactSource.REPORTED,
            "source": source[:200],
            "known_on": today,
            "told_for": school,
        },
    )
    journal.record(
        actor=told_by, kind="persons.location_added", subject=school, payload={}, ground="norm 1.3.3.f"
    )
    return found


@journaled
def forget_old(today: date) -> int:
    """Of schools that have been without the mark long enough: the people they told of, and what was found.

    The organisations stay, without address or account: who held the mark before counts (§7.7).
    """
    schools = schools_to_forget(today)
    rows = [
        Person.objects.filter(told_for__in=schools),
        LeadFinding.objects.filter(school__in=schools),
        Address.objects.filter(told_for__in=schools),
        BankAccount.objects.filter(told_for__in=schools),
    ]
    gone = sum(each.count() for each in rows)
    for each in rows:
        each.delete()
    if gone:
        subject = Party("register", "", "register van Personen")
        journal.record(actor=SYSTEM, kind="persons.forgotten", subject=subject, payload={"rows": gone})
    return gone
