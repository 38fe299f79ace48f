"""The parts of a reviewed text, before anything is filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from keurmerk.letters.letter import LetterError

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Text with {slots}."""

    text: str

    @property
    def slots(self) -> tuple[str, ...]:
        return tuple(PLACEHOLDER.findall(self.text))

    @classmethod
    def of(cls, text: object, place: str) -> "Phrase":
        if not isinstance(text, str) or not text.strip():
            raise LetterError(f"{place}: hier hoort tekst te staan")
        if set(PLACEHOLDER.sub("", text)) & {"{", "}"}:
            raise LetterError(f"{place}: een accolade zonder slot in '{text}'")
        return cls(" ".join(text.split()))


@dataclass(frozen=True, slots=True)
class HeadingNode:
    text: Phrase
    level: int


@dataclass(frozen=True, slots=True)
class TextNode:
    text: Phrase


@dataclass(frozen=True, slots=True)
class ProseNode:
    slot: str


@dataclass(frozen=True, slots=True)
class ItemsNode:
    """From a slot, or written out."""

    slot: str | None
    items: tuple[Phrase, ...]
    numbered: bool


@dataclass(frozen=True, slots=True)
class TableNode:
    slot: str
    caption: Phrase
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TermNode:
    slot: str
    label: Phrase


@dataclass(frozen=True, slots=True)
class EachNode:
    slot: str
    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class WhenNode:
    """Stands in the letter when the slot has one of these choices, or is true, or is filled in."""

    slot: str
    choices: tuple[str, ...]
    may_be_absent: bool
    expected: bool
    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class SignatureNode:
    lines: tuple[Phrase, ...]


type Node = (
    HeadingNode
    | TextNode
    | ProseNode
    | ItemsNode
    | TableNode
    | TermNode
    | EachNode
    | WhenNode
    | SignatureNode
)
