"""A register of a whole country: organisations with people behind them, written straight into the tables."""

from datetime import date, timedelta
from itertools import batched
from random import Random

from keurmerk.persons.models import Address, Entity, Organisation, Person, SearchKey, Tie
from keurmerk.persons.service import index
from tests.keurmerk.persons.crowd import FIRST, LAST, WORDS

PER_BODY = 3
BATCH = 500
DAY = date(2026, 11, 1)
FACT = {"source": "Aanvraag", "source_kind": "opgave", "known_on": DAY}


def make_register(bodies: int, *, seed: int = 1) -> None:
    """So many organisations, each with three people who hold shares in it."""
    random = Random(seed)
    made: list[Entity] = []
    for number in range(bodies):
        one, other = random.sample(WORDS, 2)
        body = _body(f"{one}{other.lower()} {random.choice(LAST['nl'])}", f"{10_000_000 + number}")
        made += [body, *(_person(random) for _ in range(PER_BODY))]
    Entity.objects.bulk_create([Entity(**_shared(each)) for each in made], batch_size=BATCH)
    ids = dict(Entity.objects.values_list("public_id", "pk"))
    for each in made:
        each.pk = each.entity_ptr_id = ids[each.public_id]  # type: ignore[attr-defined]
        each.save_base(raw=True, force_insert=True)
    _ties(made)
    Address.objects.bulk_create((_address(each, random) for each in made), batch_size=BATCH)
    for some in batched([each.pk for each in made], BATCH):
        index(some)
    assert SearchKey.objects.count() > len(made)


def _ties(made: list[Entity]) -> None:
    rows = []
    for body, *people in batched(made, PER_BODY + 1):
        rows += [
            Tie(one_id=each.pk, other_id=body.pk, kind="aandelen", percent=33, **FACT) for each in people
        ]
    Tie.objects.bulk_create(rows, batch_size=BATCH)


def _shared(each: Entity) -> dict[str, object]:
    return {name: getattr(each, name) for name in ("public_id", "natural", "name", "created_at")}


def _body(name: str, kvk_number: str) -> Organisation:
    return Organisation(natural=False, name=name, kvk_number=kvk_number)


def _person(random: Random) -> Person:
    origin = random.choice(sorted(FIRST))
    first, last = random.choice(FIRST[origin]), random.choice(LAST[origin])
    born = date(1955, 1, 1) + timedelta(days=random.randrange(18_000))
    return Person(natural=True, name=f"{first} {last}", first_names=first, last_name=last, birth_date=born)


def _address(each: Entity, random: Random) -> Address:
    letters = "ABCDEFGHJKLMNPRSTVWXZ"
    postcode = f"{random.randint(1000, 9999)}{random.choice(letters)}{random.choice(letters)}"
    return Address(entity_id=each.pk, postcode=postcode, number=str(random.randint(1, 200)), **FACT)
