"""What may be filled in: every slot has one kind and one meaning in all letters (gedeeld/slots.yaml)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from keurmerk.letters.letter import LetterError, in_words

# Turns text about or breaks it up, so that a reader sees something else than what is there.
DECEIVING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")


class SlotKind(StrEnum):
    TEXT = "tekst"  # one line
    PROSE = "alineas"  # written by a person, with blank lines between paragraphs
    DAY = "datum"
    MOMENT = "moment"  # a day, or words such as 'meteen'
    FLAG = "vlag"
    CHOICE = "keuze"
    ITEMS = "lijst"
    ROWS = "reeks"
    TERM = "termijn"


# Inside a sentence only these.
INLINE = frozenset({SlotKind.TEXT, SlotKind.DAY, SlotKind.MOMENT, SlotKind.CHOICE})
# Content: given but not printed would be a reason that nobody reads.
CONTENT = frozenset({SlotKind.PROSE, SlotKind.ITEMS, SlotKind.ROWS, SlotKind.TERM})


@dataclass(frozen=True, slots=True)
class Slot:
    name: str
    kind: SlotKind
    meaning: str
    choices: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, "Slot"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Term:
    last_day: date
    explanation: tuple[str, ...]
    sources: tuple[str, ...]


def read(slot: Slot, given: object, place: str) -> Any:
    """The value as the letter uses it; `place` names letter and slot in what goes wrong."""
    return READERS[slot.kind](slot, given, place)


def as_words(value: object) -> str:
    if isinstance(value, Choice):
        return value.words
    return in_words(value) if isinstance(value, date) else str(value)


def one_line(given: object, place: str) -> str:
    if not isinstance(given, str):
        raise LetterError(f"{place} moet tekst zijn, niet {type(given).__name__}")
    if DECEIVING.search(given):
        raise LetterError(f"{place} bevat een teken dat in een brief niet mag staan")
    return " ".join(given.split())


def _text(_slot: Slot, given: object, place: str) -> str:
    text = one_line(given, place)
    if not text:
        raise LetterError(f"{place} is leeg")
    return text


def _prose(_slot: Slot, given: object, place: str) -> tuple[str, ...]:
    if not isinstance(given, str):
        raise LetterError(f"{place} moet tekst zijn, niet {type(given).__name__}")
    parts = re.split(r"\n\s*\n", given.replace("\r\n", "\n").strip())
    return tuple(line for part in parts if (line := one_line(part, place)))


def _day(_slot: Slot, given: object, place: str) -> date:
    try:
        return given if type(given) is date else date.fromisoformat(str(given))
    except ValueError:
        raise LetterError(f"{place} moet een datum zijn: jjjj-mm-dd") from None


def _moment(slot: Slot, given: object, place: str) -> date | str:
    if isinstance(given, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", given):
        return _text(slot, given, place)
    return _day(slot, given, place)


def _flag(_slot: Slot, given: object, place: str) -> bool:
    if not isinstance(given, bool):
        raise LetterError(f"{place} moet ja of nee zijn (true of false)")
    return given


def _choice(slot: Slot, given: object, place: str) -> Choice:
    if not isinstance(given, str) or given not in slot.choices:
        raise LetterError(f"{place} moet een van deze zijn: {', '.join(slot.choices)}")
    return Choice(str(given), slot.choices[given])


def _items(_slot: Slot, given: object, place: str) -> tuple[str, ...]:
    return tuple(_text(_slot, item, f"{place}, regel {number}") for number, item in _numbered(given, place))


def _rows(slot: Slot, given: object, place: str) -> tuple[dict[str, Any], ...]:
    return tuple(
        _fields(slot.fields, item, f"{place}, regel {number}") for number, item in _numbered(given, place)
    )


def _term(_slot: Slot, given: object, place: str) -> Term:
    return Term(**_fields(TERM_FIELDS, given, place))


def _fields(fields: Mapping[str, Slot], given: object, place: str) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        raise LetterError(f"{place} moet velden hebben: {', '.join(fields)}")
    if strange := sorted(str(name) for name in given.keys() - fields.keys()):
        raise LetterError(f"{place} heeft onbekende velden: {', '.join(strange)}")
    if missing := [name for name in fields if name not in given]:
        raise LetterError(f"{place} mist: {', '.join(missing)}")
    return {name: read(inner, given[name], f"{place}, {name}") for name, inner in fields.items()}


def _numbered(given: object, place: str) -> list[tuple[int, object]]:
    if not isinstance(given, list | tuple):
        raise LetterError(f"{place} moet een lijst zijn")
    return list(enumerate(given, start=1))


READERS: dict[SlotKind, Callable[[Slot, object, str], Any]] = {
    SlotKind.TEXT: _text,
    SlotKind.PROSE: _prose,
    SlotKind.DAY: _day,
    SlotKind.MOMENT: _moment,
    SlotKind.FLAG: _flag,
    SlotKind.CHOICE: _choice,
    SlotKind.ITEMS: _items,
    SlotKind.ROWS: _rows,
    SlotKind.TERM: _term,
}
TERM_FIELDS = {
    "last_day": Slot("last_day", SlotKind.DAY, "de laatste dag"),
    "explanation": Slot("explanation", SlotKind.ITEMS, "hoe de termijn is berekend"),
    "sources": Slot("sources", SlotKind.ITEMS, "artikelen en paragrafen"),
}
