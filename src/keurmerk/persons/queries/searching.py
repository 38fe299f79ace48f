"""Searching the register by number, name, birth date, address or account; near matches with score and why."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from keurmerk.persons.matching import (
    Card,
    address_key,
    keys_of,
    name_likeness,
    shared,
)
from keurmerk.persons.models import Entity, Organisation, Person, SearchKey
from keurmerk.persons.names import plain_iban, plain_postcode
from keurmerk.persons.queries.cards import cards_of

CANDIDATES = 200
"""Those that share most keys with the question are looked at closer."""
SHOWN = 50
LEAST = 50
MONTHS = 12
KVK = re.compile(r"[0-9]{8}")
IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")
DAY = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
POSTCODE = re.compile(r"\b([1-9][0-9]{3} ?[A-Za-z]{2})\b[ ,]*([0-9]+ ?[A-Za-z0-9]{0,4})?")


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is searched for; empty parts do not count."""

    name: str = ""
    kvk_number: str = ""
    birth_date: date | None = None
    postcode: str = ""
    number: str = ""
    iban: str = ""

    @property
    def fields(self) -> list[str]:
        """Which parts were used, for the journal: never what was typed."""
        return [name for name in self.__dataclass_fields__ if getattr(self, name)]


@dataclass(frozen=True)
class Found:
    entity: Entity
    score: int
    why: tuple[str, ...]
    detail: str
    """A birth date or a number, to tell people of one name apart."""

    @property
    def likeness_words(self) -> str:
        return f"score {self.score}"


def question_of(text: str) -> Question:
    """What one box may hold: a number, an account, a date, an address or else a name, in any order."""
    rest = " ".join(text.split())
    parts: dict[str, object] = {}
    joined = plain_iban(rest)
    if IBAN.fullmatch(joined):
        return Question(iban=joined)
    if found := DAY.search(rest):
        day = _day(found)
        if day:
            parts["birth_date"] = day
            rest = rest.replace(found[0], " ")
    if found := KVK.search(rest):
        parts["kvk_number"] = found[0]
        rest = rest.replace(found[0], " ")
    if found := POSTCODE.search(rest):
        parts["postcode"], parts["number"] = found[1], (found[2] or "").strip()
        rest = rest.replace(found[0], " ")
    return Question(name=" ".join(rest.split()), **parts)  # type: ignore[arg-type]


def search(question: Question) -> tuple[Found, ...]:
    """The best first; the same few queries however large the register is."""
    asked = _cards(question)
    keys = {key for card in asked for key in keys_of(card)} | _wider(question)
    rows = SearchKey.objects.filter(key__in=keys).values("entity").annotate(hits=Count("pk"))
    entities = [row["entity"] for row in rows.order_by("-hits", "entity")[:CANDIDATES]]
    cards = cards_of(entities)
    scored = [(entity, *_score(question, asked, card)) for entity, card in cards.items()]
    best = sorted((each for each in scored if each[1] >= LEAST), key=lambda each: (-each[1], each[0]))[:SHOWN]
    names = Entity.objects.in_bulk([each[0] for each in best])
    details = _details(names)
    return tuple(Found(names[pk], score, why, details.get(pk, "")) for pk, score, why in best)


def _cards(question: Question) -> tuple[Card, Card]:
    """What is asked, as a person and as an organisation."""
    address = address_key(question.postcode, question.number)
    words = question.name.split()
    common = {
        "names": (question.name,) if question.name else (),
        "addresses": frozenset([address] if address else []),
        "ibans": frozenset([plain_iban(question.iban)] if question.iban else []),
    }
    person = Card(
        natural=True,
        first=" ".join(words[:-1]),
        last=(words[-1],) if words else (),
        birth_date=question.birth_date,
        **common,  # type: ignore[arg-type]
    )
    body = Card(natural=False, kvk_number=question.kvk_number, **common)  # type: ignore[arg-type]
    return person, body


def _wider(question: Question) -> set[str]:
    day = question.birth_date
    if day is None or day.day > MONTHS:
        return set()
    return {f"dob:{day.year}-{day.day:02}-{day.month:02}"}


def _score(question: Question, asked: tuple[Card, Card], card: Card) -> tuple[int, tuple[str, ...]]:
    """Each part that was asked must fit in some way; what fits worst decides."""
    person, body = asked
    mine = person if card.natural else body
    found: list[tuple[int, str]] = []
    if question.name:
        name, why = name_likeness(mine, card)
        found.append((name, why))
    if question.kvk_number:
        found.append((100 if card.kvk_number == question.kvk_number else 0, "zelfde KvK-nummer"))
    if question.birth_date:
        found.append(_date_fits(question.birth_date, card.birth_date))
    found.extend((100, each) for each in shared(mine, card))
    if question.iban and not mine.ibans & card.ibans:
        found.append((0, ""))
    if question.postcode and not mine.addresses & card.addresses:
        near = any(postcode == plain_postcode(question.postcode) for postcode, _ in card.addresses)
        found.append((60 if near and not question.number else 0, "zelfde postcode"))
    if not found:
        return 0, ()
    return min(score for score, _ in found), tuple(dict.fromkeys(why for _, why in found if why))


def _date_fits(asked: date, known: date | None) -> tuple[int, str]:
    if known is None:
        return 50, "geboortedatum niet bekend"
    if known == asked:
        return 100, "zelfde geboortedatum"
    if (known.year, known.month, known.day) == (asked.year, asked.day, asked.month):
        return 85, "dag en maand van de geboortedatum omgewisseld"
    return 0, ""


def _details(entities: Mapping[int, Entity]) -> dict[int, str]:
    found = {}
    for pk, day in Person.objects.filter(pk__in=entities).values_list("pk", "birth_date"):
        found[pk] = f"geboren {day.day}-{day.month}-{day.year}" if day else "geboortedatum niet bekend"
    for pk, number in Organisation.objects.filter(pk__in=entities).values_list("pk", "kvk_number"):
        found[pk] = f"KvK {number}" if number else "geen KvK-nummer"
    return found


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
