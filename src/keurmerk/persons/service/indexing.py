"""Keeping the search keys, and joining records that are identical."""

from collections.abc import Collection, Iterable

from keurmerk.organisations.models import School
from keurmerk.persons.enums import OrganisationKind
from keurmerk.persons.matching import Card, is_identical, keys_of
from keurmerk.persons.models import Organisation, SameAs, SearchKey
from keurmerk.persons.queries.cards import cards_of

BY_NUMBER = "zelfde nummer in het handelsregister"
BY_NAME = "zelfde naam en geboortedatum"
IDENTICAL_KEYS = ("kvk:", "reg:", "dob:")


def index(entities: Collection[int]) -> dict[int, Card]:
    """Write the search keys of these records anew; returns what they were made of."""
    cards = cards_of(entities)
    SearchKey.objects.filter(entity__in=entities).delete()
    SearchKey.objects.bulk_create(
        SearchKey(entity_id=entity, key=key)
        for entity, card in cards.items()
        for key in sorted(keys_of(card))
    )
    return cards


def join_identical(cards: dict[int, Card]) -> int:
    """Join each with the oldest record that is identical; returns how many were joined."""
    wanted = {
        key: entity
        for entity, card in cards.items()
        for key in keys_of(card)
        if key.startswith(IDENTICAL_KEYS)
    }
    rows = SearchKey.objects.filter(key__in=wanted).order_by("entity_id").values_list("key", "entity_id")
    by_key: dict[str, list[int]] = {}
    for key, entity in rows:
        by_key.setdefault(key, []).append(entity)
    others = cards_of({entity for found in by_key.values() for entity in found})
    pairs: dict[tuple[int, int], str] = {}
    for entity, card in cards.items():
        near = {one for key in keys_of(card) for one in by_key.get(key, ()) if one != entity}
        same = [one for one in sorted(near) if one in others and is_identical(card, others[one])]
        if same:
            pairs[min(entity, same[0]), max(entity, same[0])] = BY_NAME if card.natural else BY_NUMBER
    return _write(pairs)


def _write(pairs: dict[tuple[int, int], str]) -> int:
    known = set(
        SameAs.objects.filter(one__in=[one for one, _ in pairs]).values_list("one_id", "other_id")
    )  # what staff separated stays separated
    new = [
        SameAs(one_id=one, other_id=other, same=True, reason=reason)
        for (one, other), reason in pairs.items()
        if (one, other) not in known
    ]
    SameAs.objects.bulk_create(new)
    return len(new)


def know_schools(schools: Iterable[School] | None = None) -> int:
    """Enter the schools that the register does not know yet; returns how many."""
    missing = School.objects.filter(organisation=None) if schools is None else schools
    made = [organisation_of(school) for school in missing]
    if made:
        join_identical(index([each.pk for each in made]))
    return len(made)


def organisation_of(school: School) -> Organisation:
    """The record of this school's own organisation, made when there is none."""
    found = Organisation.objects.filter(school=school).first()
    return found or Organisation.objects.create(
        natural=False,
        name=school.name,
        school=school,
        told_for=school,
        kvk_number=school.kvk_number,
        oval_member=school.oval_member,
        kind=OrganisationKind.SELF_EMPLOYED if school.self_employed else OrganisationKind.COMPANY,
    )
