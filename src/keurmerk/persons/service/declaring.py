"""What a school tells of itself and of those behind it goes into the register."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from keurmerk.journal import service as journal
from keurmerk.journal.party import Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.persons.declaration import (
    Declaration,
    DeclaredAccount,
    DeclaredAddress,
    DeclaredOrganisation,
    DeclaredPerson,
)
from keurmerk.persons.enums import FactSource
from keurmerk.persons.models import Address, BankAccount, Entity, Location, Organisation, Pep, Person, Tie
from keurmerk.persons.models.facts import EMPLOYER, IN_FACT, TOGETHER
from keurmerk.persons.names import latin, plain_iban
from keurmerk.persons.service.checking import check
from keurmerk.persons.service.identity import seal
from keurmerk.persons.service.indexing import index, join_identical, know_schools, organisation_of

NUMBER_LENGTH = 20


@dataclass(frozen=True)
class Declared:
    """What came of a declaration: the school's own record, and each key with its record."""

    organisation: Organisation
    entities: dict[str, Entity]
    joined: int


@journaled
def declare(
    school: School,
    declaration: Declaration,
    *,
    declared_by: Party | Recordable,
    source: str,
    today: date,
    source_kind: FactSource = FactSource.DECLARED,
) -> Declared:
    """Enter it; what an earlier declaration of this school told and this one does not, ended yesterday.

    Raises DeclarationError with all that cannot be, before anything is written.
    """
    check(declaration, today)
    know_schools()
    told = _Told(school, source, source_kind, today)
    ended = told.end_earlier()
    entities = told.enter(declaration)
    cards = index([each.pk for each in entities.values()])
    joined = join_identical(cards)
    own = told.own
    journal.record(
        actor=declared_by,
        kind="persons.declared",
        subject=school,
        payload={"entities": len(cards), "joined": joined, "ended": ended, "source": source},
        ground="§2.2, bijlage 4 en 7B",
    )
    return Declared(own, entities, joined)


class _Told:
    """Writes the rows of one declaration, all with the same source."""

    def __init__(self, school: School, source: str, kind: FactSource, today: date) -> None:
        self.own = organisation_of(school)
        self._school = school
        self._today = today
        self._fact: dict[str, Any] = {
            "source": source[:200],
            "source_kind": kind,
            "known_on": today,
            "told_for": school,
        }

    def end_earlier(self) -> int:
        """A declaration is whole: what the school no longer tells has ended, and stays known as former."""
        rows = Tie.objects.filter(
            told_for=self._school,
            until=None,
            source_kind__in=[FactSource.DECLARED, FactSource.REPORTED],
        )
        Location.objects.filter(organisation=self.own, ended_on=None).update(
            ended_on=self._today - timedelta(days=1)
        )
        return rows.update(until=self._today - timedelta(days=1))

    def enter(self, declaration: Declaration) -> dict[str, Entity]:
        own = declaration.organisation
        entities: dict[str, Entity] = {own.key: self._own(own)}
        for body in declaration.organisations:
            entities[body.key] = self._organisation(body)
        for person in declaration.people:
            entities[person.key] = self._alike(person, declaration, entities) or self._person(person)
        self._places(declaration, entities)
        Tie.objects.bulk_create(self._ties(declaration, entities))
        self._peps(declaration, entities)
        for place in declaration.locations:
            Location.objects.create(
                organisation=self.own,
                name=place.name,
                first_lesson=place.first_lesson,
                lessons=place.lessons,
                **_place(place.address),
                **self._fact,
            )
        return entities

    def _own(self, body: DeclaredOrganisation) -> Organisation:
        for field, value in _fields(body).items():
            setattr(self.own, field, value)
        self.own.kvk_number = body.kvk_number or self._school.kvk_number
        self.own.save()
        return self.own

    def _organisation(self, body: DeclaredOrganisation) -> Organisation:
        return Organisation.objects.create(natural=False, told_for=self._school, **_fields(body))

    def _person(self, person: DeclaredPerson) -> Person:
        name = name_of(person)
        made = Person(
            natural=True,
            told_for=self._school,
            name=name,
            first_names=person.first_names,
            prefix=person.prefix,
            last_name=person.last_name,
            birth_name=person.birth_name,
            names_in_latin=person.names_in_latin,
            latin=latin(name)[:300],
            birth_date=person.birth_date,
            birth_place=person.birth_place,
        )
        if person.identity:
            made.identity_kind = person.identity.kind
            made.identity_sealed = seal(person.identity.number, str(made.public_id))
        made.save()
        return made

    def _alike(
        self, person: DeclaredPerson, declaration: Declaration, entities: dict[str, Entity]
    ) -> Person | None:
        """Who is told twice within one declaration, as manager and as owner, is one person."""
        for other in declaration.people:
            if other.key == person.key:
                return None
            dates = {other.birth_date, person.birth_date} - {None}
            found = entities[other.key]
            if len(dates) <= 1 and latin(name_of(other)) == latin(name_of(person)):
                assert isinstance(found, Person)  # noqa: S101 - keys of people are people
                return self._completed(found, person)
        return None

    def _completed(self, found: Person, person: DeclaredPerson) -> Person:
        """What the second telling has and the first had not."""
        for field in ("birth_date", "birth_place", "birth_name", "names_in_latin"):
            if not getattr(found, field):
                setattr(found, field, getattr(person, field))
        if person.identity and not found.identity_sealed:
            found.identity_kind = person.identity.kind
            found.identity_sealed = seal(person.identity.number, str(found.public_id))
        found.save()
        return found

    def _places(self, declaration: Declaration, entities: dict[str, Entity]) -> None:
        things: tuple[DeclaredOrganisation | DeclaredPerson, ...] = (
            declaration.organisation,
            *declaration.organisations,
            *declaration.people,
        )
        addresses = {(entities[each.key].pk, address): None for each in things for address in each.addresses}
        accounts: dict[tuple[int, DeclaredAccount], None] = {
            (entities[each.key].pk, account): None for each in things for account in each.accounts
        }
        Address.objects.filter(entity=self.own, told_for=self._school).delete()
        BankAccount.objects.filter(entity=self.own, told_for=self._school, known_on=self._today).delete()
        Address.objects.bulk_create(
            Address(entity_id=entity, care_of=address.care_of, **_place(address), **self._fact)
            for entity, address in addresses
        )
        BankAccount.objects.bulk_create(
            BankAccount(
                entity_id=entity,
                iban=plain_iban(account.iban)[:34],
                in_name_of=account.in_name_of,
                **self._fact,
            )
            for entity, account in accounts
        )

    def _ties(self, declaration: Declaration, entities: dict[str, Entity]) -> list[Tie]:
        made: dict[tuple[Any, ...], Tie] = {}
        for one, kind, other, dated, more in _told_ties(declaration):
            fields = {"since": dated.since, "until": dated.until, **more}
            key = (entities[one].pk, kind, entities[other].pk, *fields.values())
            if entities[one].pk != entities[other].pk or kind != EMPLOYER:
                made[key] = Tie(one=entities[one], kind=kind, other=entities[other], **fields, **self._fact)
        return list(made.values())

    def _peps(self, declaration: Declaration, entities: dict[str, Entity]) -> None:
        for person in declaration.people:
            for pep in person.peps:
                Pep.objects.create(
                    person_id=entities[person.key].pk,
                    of_id=entities[pep.of_key].pk if pep.of_key else None,
                    function=pep.function[:200],
                    since=pep.since,
                    until=pep.until,
                    **self._fact,
                )


def name_of(person: DeclaredPerson) -> str:
    return " ".join(filter(None, (person.first_names, person.prefix, person.last_name)))


def _fields(body: DeclaredOrganisation) -> dict[str, Any]:
    return {
        "name": body.name,
        "kvk_number": body.kvk_number,
        "country": body.country or "NL",
        "register": body.register,
        "register_number": body.register_number,
        "trade_names": list(body.trade_names),
        "legal_form": body.legal_form,
        "kind": body.kind,
        "oval_member": body.oval_member,
    }


def _place(address: DeclaredAddress) -> dict[str, str]:
    return {
        "street": address.street,
        "number": address.number[:NUMBER_LENGTH],
        "addition": address.addition[:NUMBER_LENGTH],
        "postcode": address.postcode[:NUMBER_LENGTH],
        "city": address.city,
        "country": address.country or "NL",
    }


def _told_ties(declaration: Declaration) -> Iterator[tuple[str, str, str, Any, dict[str, Any]]]:
    """Each tie as (one, kind, other, dates, more)."""
    holders: tuple[DeclaredOrganisation | DeclaredPerson, ...] = (
        declaration.organisation,
        *declaration.organisations,
        *declaration.people,
    )
    for holder in holders:
        for stake in holder.interests:
            yield holder.key, stake.what, stake.in_key, stake, {"percent": stake.percent}
        for control in holder.controls:
            yield holder.key, IN_FACT, control.in_key, control, {"how": control.how[:300]}
    for person in declaration.people:
        for role in person.roles:
            yield person.key, role.role, role.in_key, role, {}
        for relative in person.family:
            yield relative.key, relative.relation, person.key, relative, {}
        for job in person.employments:
            yield job.by_key, EMPLOYER, person.key, job, {}
    for agreement in declaration.agreements:
        mark = uuid.uuid4().hex
        for party in agreement.keys:
            yield party, TOGETHER, agreement.in_key, agreement, {"how": mark}
