"""The number of an identity paper: encrypted, opened on the record."""

from django.conf import settings

from keurmerk.journal import service as journal
from keurmerk.journal.party import Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.persons.models import Entity, Person
from keurmerk.shared.cipher import Cipher


def seal(number: str, name: str) -> bytes:
    return Cipher(settings.FILE_KEYS).seal(number.encode(), name)


@journaled
def identity_number(person: Person, *, opened_by: Party | Recordable, ground: str) -> str:
    """The number as it was declared; empty without a paper. Written in the journal first.

    Raises CannotOpenError when it was changed or its key is gone.
    """
    if not person.identity_sealed:
        return ""
    journal.record(actor=opened_by, kind="person.identity_opened", subject=person, payload={}, ground=ground)
    return Cipher(settings.FILE_KEYS).open(bytes(person.identity_sealed), str(person.public_id)).decode()


@journaled
def told_read(entity: Entity, *, read_by: Party | Recordable, ground: str) -> None:
    """That somebody looked at what is known of this person or organisation."""
    kind = "person.read" if entity.natural else "organisation.read"
    journal.record(actor=read_by, kind=kind, subject=entity, payload={}, ground=ground)


@journaled
def told_leads(school: School, *, read_by: Party | Recordable) -> None:
    """That somebody looked at who stands behind a school, and where that leads."""
    journal.record(actor=read_by, kind="persons.leads_read", subject=school, payload={}, ground="§2.2, §7.7")


@journaled
def told_search(*, by: Party | Recordable, fields: list[str], found: int) -> None:
    """That somebody searched: in which fields, never for whom."""
    subject = Party("register", "", "register van Personen")
    journal.record(
        actor=by, kind="persons.searched", subject=subject, payload={"fields": fields, "found": found}
    )
