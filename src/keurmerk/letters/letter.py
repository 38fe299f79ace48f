"""A letter as data: what the PDF, the page and the plain text are all drawn from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


class LetterError(ValueError):
    """The letter cannot be made; the message names the letter and the place."""


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The first cell of a row names it."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TermBox:
    label: str
    last_day: date
    explanation: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    lines: tuple[str, ...]


type Block = Heading | Paragraph | Bullets | Table | TermBox | Signature


@dataclass(frozen=True, slots=True)
class Sender:
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """`version` and `text_hash` name the reviewed text it was written by; `notice` stands on top."""

    kind: str
    version: int
    text_hash: str
    title: str
    reference: str
    date: date
    addressee: tuple[str, ...]
    sender: Sender
    notice: str
    concerning: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]


MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def in_words(day: date) -> str:
    """As letters write a day, whatever language is active."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def enumerated(words: Iterable[str]) -> str:
    """a, b en c."""
    *first, last = words
    return f"{', '.join(first)} en {last}" if first else last
