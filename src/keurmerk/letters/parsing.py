"""From YAML to the parts of a text; whatever is not in the schema is an error that says where."""

from collections.abc import Callable, Mapping
from typing import Any

from keurmerk.letters.letter import LetterError
from keurmerk.letters.nodes import (
    EachNode,
    HeadingNode,
    ItemsNode,
    Node,
    Phrase,
    ProseNode,
    SignatureNode,
    TableNode,
    TermNode,
    TextNode,
    WhenNode,
)
from keurmerk.letters.slots import INLINE, Slot, SlotKind

DEEPEST = 20


def keys(
    found: object, place: str, *, needed: tuple[str, ...], allowed: tuple[str, ...] = ()
) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise LetterError(f"{place}: hier horen {', '.join(needed)} te staan")
    if missing := [name for name in needed if name not in found]:
        raise LetterError(f"{place}: {', '.join(missing)} ontbreekt")
    if strange := [str(name) for name in found if name not in {*needed, *allowed}]:
        raise LetterError(f"{place}: {', '.join(strange)} hoort hier niet")
    return found


class Parser:
    """Notes on the way which slots a text uses, and on what condition ('' is always)."""

    def __init__(self, slots: Mapping[str, Slot], include: Callable[[str], object]) -> None:
        self._scopes: list[Mapping[str, Slot]] = [slots]
        self._include = include
        self._conditions: list[str] = []
        self._depth = 0
        self.uses: dict[str, set[str]] = {}
        self.optional: set[str] = set()
        self.included: list[str] = []

    def nodes(self, found: object, place: str) -> tuple[Node, ...]:
        if not isinstance(found, list) or not found:
            raise LetterError(f"{place}: hier hoort een lijst van blokken te staan")
        made: list[Node] = []
        for number, block in enumerate(found, start=1):
            made += self._block(block, f"{place}, blok {number}")
        return tuple(made)

    def phrase(self, text: object, place: str) -> Phrase:
        phrase = Phrase.of(text, place)
        for name in phrase.slots:
            if self._slot(name, place).kind not in INLINE:
                raise LetterError(f"{place}: slot {name} past niet in een zin")
        return phrase

    def _block(self, block: object, place: str) -> tuple[Node, ...]:
        if not isinstance(block, dict) or not block:
            raise LetterError(f"{place}: een blok begint met zijn soort, zoals 'tekst:'")
        kind = next(iter(block))
        if kind == "insluiten":
            return self._included(keys(block, place, needed=("insluiten",))["insluiten"], place)
        make = getattr(self, f"_{kind}", None) if kind in BLOCKS else None
        if make is None:
            raise LetterError(f"{place}: blok '{kind}' is er niet; wel {', '.join([*BLOCKS, 'insluiten'])}")
        needed, allowed = BLOCKS[kind]
        return (make(keys(block, place, needed=(kind, *needed), allowed=allowed), place),)

    def _included(self, name: str, place: str) -> tuple[Node, ...]:
        self._depth += 1
        if self._depth > DEEPEST:
            raise LetterError(f"{place}: {name} sluit zichzelf in")
        self.included.append(name)
        nodes = self.nodes(self._include(name), f"{place}, gedeeld/{name}")
        self._depth -= 1
        return nodes

    def _kop(self, block: dict[str, Any], place: str) -> HeadingNode:
        return HeadingNode(self.phrase(block["kop"], place), level=1)

    def _tussenkop(self, block: dict[str, Any], place: str) -> HeadingNode:
        return HeadingNode(self.phrase(block["tussenkop"], place), level=2)

    def _tekst(self, block: dict[str, Any], place: str) -> TextNode:
        return TextNode(self.phrase(block["tekst"], place))

    def _alineas(self, block: dict[str, Any], place: str) -> ProseNode:
        return ProseNode(self._slot(block["alineas"], place, SlotKind.PROSE).name)

    def _lijst(self, block: dict[str, Any], place: str) -> ItemsNode:
        given, numbered = block["lijst"], bool(block.get("genummerd", False))
        if isinstance(given, list):
            return ItemsNode(None, tuple(self.phrase(item, place) for item in given), numbered)
        return ItemsNode(self._slot(given, place, SlotKind.ITEMS).name, (), numbered)

    def _tabel(self, block: dict[str, Any], place: str) -> TableNode:
        slot = self._slot(block["tabel"], place, SlotKind.ROWS)
        columns = block["kolommen"]
        if not isinstance(columns, dict) or not columns:
            raise LetterError(f"{place}: kolommen noemt per veld de kop")
        for name in columns:
            if name not in slot.fields or slot.fields[name].kind not in INLINE:
                raise LetterError(f"{place}: {slot.name} heeft geen veld {name} dat in een cel past")
        return TableNode(slot.name, self.phrase(block["onderschrift"], place), dict(columns))

    def _termijn(self, block: dict[str, Any], place: str) -> TermNode:
        slot = self._slot(block["termijn"], place, SlotKind.TERM)
        return TermNode(slot.name, self.phrase(block["opschrift"], place))

    def _voor_elk(self, block: dict[str, Any], place: str) -> EachNode:
        slot = self._slot(block["voor_elk"], place, SlotKind.ROWS)
        self._scopes.append({**self._scopes[-1], **slot.fields})
        nodes = self.nodes(block["inhoud"], place)
        self._scopes.pop()
        return EachNode(slot.name, nodes)

    def _als(self, block: dict[str, Any], place: str, *, expected: bool = True) -> WhenNode:
        given = block["als" if expected else "tenzij"]
        name, choices = (
            next(iter(given.items())) if isinstance(given, dict) and len(given) == 1 else (given, ())
        )
        choices = (choices,) if isinstance(choices, str) else tuple(choices)
        slot = self._slot(name, place)
        if bool(choices) != (slot.kind is SlotKind.CHOICE) or set(choices) - slot.choices.keys():
            raise LetterError(f"{place}: {name} kan niet {', '.join(map(str, choices)) or 'waar'} zijn")
        may_be_absent = slot.kind not in {SlotKind.FLAG, SlotKind.CHOICE}
        if may_be_absent and self._is_outer(slot):
            self.optional.add(slot.name)
        self._conditions.append(condition(slot, choices, expected=expected))
        nodes = self.nodes(block["inhoud"], place)
        self._conditions.pop()
        return WhenNode(slot.name, choices, may_be_absent, expected, nodes)

    def _tenzij(self, block: dict[str, Any], place: str) -> WhenNode:
        return self._als(block, place, expected=False)

    def _ondertekening(self, block: dict[str, Any], place: str) -> SignatureNode:
        return SignatureNode(tuple(self.phrase(line, place) for line in block["ondertekening"]))

    def _slot(self, name: object, place: str, kind: SlotKind | None = None) -> Slot:
        slot = self._scopes[-1].get(str(name))
        if slot is None:
            raise LetterError(f"{place}: slot {name} staat niet in slots.yaml")
        if kind is not None and slot.kind is not kind:
            raise LetterError(f"{place}: slot {name} is een {slot.kind}, geen {kind}")
        if self._is_outer(slot):
            self.uses.setdefault(slot.name, set()).add(" en ".join(self._conditions))
        return slot

    def _is_outer(self, slot: Slot) -> bool:
        """A slot of the letter, not a field of a row."""
        return self._scopes[0].get(slot.name) is slot


def condition(slot: Slot, choices: tuple[str, ...], *, expected: bool) -> str:
    if choices:
        return f"{slot.name} {'is' if expected else 'is niet'} {' of '.join(choices)}"
    return slot.name if expected else f"niet {slot.name}"


# Per kind of block what must and what may stand beside it.
BLOCKS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "kop": ((), ()),
    "tussenkop": ((), ()),
    "tekst": ((), ()),
    "alineas": ((), ()),
    "lijst": ((), ("genummerd",)),
    "tabel": (("onderschrift", "kolommen"), ()),
    "termijn": (("opschrift",), ()),
    "voor_elk": (("inhoud",), ()),
    "als": (("inhoud",), ()),
    "tenzij": (("inhoud",), ()),
    "ondertekening": ((), ()),
}
