"""Reads the reviewed texts: one YAML file per kind of letter, checked as a whole before it is used."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from keurmerk.letters.letter import LetterError, Sender
from keurmerk.letters.nodes import Node, Phrase
from keurmerk.letters.parsing import Parser, keys
from keurmerk.letters.slots import Slot, SlotKind

SHARED = "gedeeld"
# Stands under every letter; which of its two texts holds is not for the caller to say.
SEAL_PART, TEST_SEAL = "zegel", "test_seal"
FRAME = ("school", "kvk", "addressee", "reference", "date", "signed_by_role", "mandate")


@dataclass(frozen=True, slots=True)
class Need:
    """A slot in one kind of letter. Without conditions it is always needed, unless it may stay empty."""

    slot: Slot
    conditions: tuple[str, ...]
    may_be_empty: bool

    @property
    def always(self) -> bool:
        return not self.conditions and not self.may_be_empty


@dataclass(frozen=True, slots=True)
class Text:
    kind: str
    version: int
    reviewed_on: date
    title: Phrase
    paragraphs: tuple[str, ...]
    nodes: tuple[Node, ...]
    needs: Mapping[str, Need]
    hash: str


class _Loader(yaml.SafeLoader):
    """A key that stands twice is a mistake, not a change of mind."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
        found = [self.construct_object(key, deep=deep) for key, _ in node.value]
        if twice := {key for key in found if found.count(key) > 1}:
            raise yaml.constructor.ConstructorError(
                None, None, f"staat er twee keer: {twice}", node.start_mark
            )
        return super().construct_mapping(node, deep=deep)


class Texts:
    """All letters in a folder; `gedeeld` holds the slots, the sender and the parts letters share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, bytes] = {}
        self.slots = _slots(self._yaml(f"{SHARED}/slots"))
        sender = keys(self._yaml(f"{SHARED}/afzender"), "afzender", needed=("naam", "regels", "proefregel"))
        self.sender = Sender(sender["naam"], tuple(sender["regels"]))
        self.test_notice: str = sender["proefregel"]
        self._texts: dict[str, Text] = {}

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(sorted(path.stem for path in self._folder.glob("*.yaml")))

    def text(self, kind: str) -> Text:
        if kind not in self._texts:
            self._texts[kind] = self._parsed(kind)
        return self._texts[kind]

    def _parsed(self, kind: str) -> Text:
        if kind not in self.kinds:
            raise LetterError(f"brief {kind}: die is er niet; wel {', '.join(self.kinds)}")
        place = f"brief {kind}"
        found = keys(self._yaml(kind), place, needed=("versie", "datum", "titel", "paragrafen", "inhoud"))
        parser = Parser(self.slots, lambda name: self._yaml(f"{SHARED}/{name}"))
        nodes = parser.nodes(found["inhoud"], place) + parser.nodes([{"insluiten": SEAL_PART}], place)
        title = parser.phrase(found["titel"], f"{place}, titel")
        if not isinstance(found["versie"], int) or not isinstance(found["datum"], date):
            raise LetterError(f"{place}: versie is een getal, datum een datum")
        files = [
            kind,
            f"{SHARED}/slots",
            f"{SHARED}/afzender",
            *(f"{SHARED}/{name}" for name in parser.included),
        ]
        return Text(
            kind=kind,
            version=found["versie"],
            reviewed_on=found["datum"],
            title=title,
            paragraphs=tuple(map(str, found["paragrafen"])),
            nodes=nodes,
            needs=self._needs(parser),
            hash=hashlib.sha256(b"\0".join(self._read[name] for name in files)).hexdigest(),
        )

    def _needs(self, parser: Parser) -> dict[str, Need]:
        uses = {name: {""} for name in FRAME} | parser.uses
        return {
            name: Need(
                self.slots[name],
                () if "" in conditions or name in FRAME else tuple(sorted(conditions)),
                name in parser.optional,
            )
            for name, conditions in uses.items()
            if name != TEST_SEAL
        }

    def _yaml(self, name: str) -> Any:
        path = self._folder / f"{name}.yaml"
        try:
            self._read[name] = path.read_bytes()
            return yaml.load(self._read[name], Loader=_Loader)  # noqa: S506  it is a safe one
        except FileNotFoundError:
            raise LetterError(f"{name}.yaml is er niet") from None
        except yaml.YAMLError as error:
            raise LetterError(f"{name}.yaml: {error}") from error


def _slots(found: object) -> dict[str, Slot]:
    if not isinstance(found, dict):
        raise LetterError("slots.yaml moet slots bevatten")
    return {name: _slot(name, inner, f"slots.yaml, {name}") for name, inner in found.items()}


def _slot(name: str, found: object, place: str) -> Slot:
    given = keys(found, place, needed=("soort", "uitleg"), allowed=("waarden", "velden"))
    if given["soort"] not in list(SlotKind):
        raise LetterError(f"{place}: soort {given['soort']} is er niet")
    kind = SlotKind(given["soort"])
    if ("waarden" in given) != (kind is SlotKind.CHOICE) or ("velden" in given) != (kind is SlotKind.ROWS):
        raise LetterError(f"{place}: een keuze heeft waarden, een reeks heeft velden, en niets anders")
    fields = {
        inner: _slot(inner, what, f"{place}, {inner}") for inner, what in given.get("velden", {}).items()
    }
    return Slot(name, kind, given["uitleg"], given.get("waarden", {}), fields)


@cache
def _texts_in(folder: Path) -> Texts:
    return Texts(folder)


def all_texts() -> Texts:
    """Those of this installation; read once."""
    return _texts_in(Path(settings.LETTER_TEXTS))
