"""What is compared of records, read for many at once: a fixed number of queries."""

from collections.abc import Collection, Mapping

from keurmerk.persons.matching import Card, address_key
from keurmerk.persons.models import Address, BankAccount, Organisation, Person
from keurmerk.persons.names import plain_iban


def cards_of(entities: Collection[int]) -> dict[int, Card]:
    """The cards of these records, by id."""
    if not entities:
        return {}
    addresses: dict[int, set[tuple[str, str]]] = {}
    care: dict[int, set[str]] = {}
    rows = Address.objects.filter(entity__in=entities).values_list(
        "entity_id", "postcode", "number", "addition", "care_of"
    )
    for entity, postcode, number, addition, care_of in rows:
        if key := address_key(postcode, number, addition):
            addresses.setdefault(entity, set()).add(key)
        if care_of:
            care.setdefault(entity, set()).add(care_of)
    ibans: dict[int, set[str]] = {}
    for entity, iban in BankAccount.objects.filter(entity__in=entities).values_list("entity_id", "iban"):
        ibans.setdefault(entity, set()).add(plain_iban(iban))
    found: dict[int, Card] = {}
    for person in Person.objects.filter(pk__in=entities):
        found[person.pk] = person_card(person, addresses, ibans, care)
    for body in Organisation.objects.filter(pk__in=entities):
        found[body.pk] = organisation_card(body, addresses, ibans, care)
    return found


def person_card(
    person: Person,
    addresses: Mapping[int, set[tuple[str, str]]],
    ibans: Mapping[int, set[str]],
    care: Mapping[int, set[str]],
) -> Card:
    last = tuple(dict.fromkeys(filter(None, (person.last_name, person.birth_name))))
    return Card(
        natural=True,
        names=tuple(dict.fromkeys(filter(None, (person.name, person.names_in_latin)))),
        first=person.first_names,
        last=last,
        birth_date=person.birth_date,
        addresses=frozenset(addresses.get(person.pk, ())),
        ibans=frozenset(ibans.get(person.pk, ())),
        care_of=tuple(sorted(care.get(person.pk, ()))),
    )


def organisation_card(
    body: Organisation,
    addresses: Mapping[int, set[tuple[str, str]]],
    ibans: Mapping[int, set[str]],
    care: Mapping[int, set[str]],
) -> Card:
    return Card(
        natural=False,
        names=tuple(dict.fromkeys(filter(None, (body.name, *body.trade_names)))),
        kvk_number=body.kvk_number,
        register_number=f"{body.country} {body.register_number}" if body.register_number else "",
        addresses=frozenset(addresses.get(body.pk, ())),
        ibans=frozenset(ibans.get(body.pk, ())),
        care_of=tuple(sorted(care.get(body.pk, ()))),
    )
