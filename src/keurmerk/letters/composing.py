"""Fills a reviewed text with data, after it was parsed: a value cannot become text, slot or block."""

from collections.abc import Iterator, Mapping
from typing import Any

from keurmerk.letters.authority import sealed_by_test_authority
from keurmerk.letters.letter import (
    Block,
    Bullets,
    Heading,
    Letter,
    LetterError,
    Paragraph,
    Signature,
    Table,
    TermBox,
    enumerated,
)
from keurmerk.letters.nodes import (
    PLACEHOLDER,
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
from keurmerk.letters.slots import CONTENT, Choice, as_words, read
from keurmerk.letters.texts import FRAME, TEST_SEAL, Need, Text, all_texts


def kinds() -> tuple[str, ...]:
    return all_texts().kinds


def needs(kind: str) -> Mapping[str, Need]:
    """What a kind of letter asks for: per slot its kind, its meaning, and when it must be filled."""
    return all_texts().text(kind).needs


def compose(kind: str, data: Mapping[str, object]) -> Letter:
    """Make the letter, or raise LetterError with every slot that is missing or unknown."""
    texts = all_texts()
    text = texts.text(kind)
    is_test = sealed_by_test_authority()
    values = _values(text, data) | {TEST_SEAL: is_test}
    filling = _Filling(text, values)
    blocks = tuple(filling.blocks(text.nodes))
    filling.refuse_what_is_not_printed()
    return Letter(
        kind=kind,
        version=text.version,
        text_hash=text.hash,
        title=filling.fill(text.title),
        reference=values["reference"],
        date=values["date"],
        addressee=filling.filled("addressee"),
        sender=texts.sender,
        notice=texts.test_notice if is_test else "",
        concerning=(("School", values["school"]), ("KvK-nummer", values["kvk"])),
        blocks=blocks,
    )


def _values(text: Text, data: Mapping[str, object]) -> dict[str, Any]:
    place = f"brief {text.kind}"
    wrong = []
    if unknown := sorted(data.keys() - text.needs.keys()):
        wrong.append(f"kent geen slot {enumerated(unknown)}")
    if missing := sorted(name for name, need in text.needs.items() if need.always and data.get(name) is None):
        wrong.append(f"mist slot {enumerated(missing)}")
    if wrong:
        raise LetterError(f"{place} {' en '.join(wrong)}")
    return {
        name: read(text.needs[name].slot, given, f"{place}: slot {name}")
        for name, given in data.items()
        if given is not None
    }


class _Filling:
    def __init__(self, text: Text, values: Mapping[str, Any]) -> None:
        self._place = f"brief {text.kind}"
        self._content = {name for name, need in text.needs.items() if need.slot.kind in CONTENT} - set(FRAME)
        self._values = values
        self._printed: set[str] = set()
        self._row: Mapping[str, Any] = {}

    def blocks(self, nodes: tuple[Node, ...]) -> Iterator[Block]:
        for node in nodes:
            yield from self._block(node)

    def fill(self, phrase: Phrase) -> str:
        """One pass: a value with braces stays a value with braces."""
        return PLACEHOLDER.sub(lambda found: as_words(self._value(found[1])), phrase.text)

    def filled(self, slot: str) -> Any:
        value = self._value(slot)
        if not value:
            raise LetterError(f"{self._place}: slot {slot} is leeg")
        return value

    def refuse_what_is_not_printed(self) -> None:
        left = sorted(
            name
            for name, value in self._values.items()
            if name in self._content and name not in self._printed and value
        )
        if left:
            raise LetterError(f"{self._place}: {enumerated(left)} is gegeven maar staat niet in deze brief")

    def _block(self, node: Node) -> Iterator[Block]:  # noqa: C901  one case per kind of block
        match node:
            case HeadingNode(text, level):
                yield Heading(self.fill(text), level)
            case TextNode(text):
                yield Paragraph(self.fill(text))
            case ProseNode(slot):
                yield from map(Paragraph, self.filled(slot))
            case ItemsNode(None, items, numbered):
                yield Bullets(tuple(self.fill(item) for item in items), numbered)
            case ItemsNode(str(slot), _, numbered):
                yield Bullets(self.filled(slot), numbered)
            case TableNode(slot, caption, columns):
                yield self._table(slot, self.fill(caption), columns)
            case TermNode(slot, label):
                term = self._value(slot)
                yield TermBox(self.fill(label), term.last_day, term.explanation, term.sources)
            case EachNode(slot, nodes):
                yield from self._each(slot, nodes)
            case WhenNode():
                if self._holds(node) is node.expected:
                    yield from self.blocks(node.nodes)
            case SignatureNode(lines):
                yield Signature(tuple(self.fill(line) for line in lines))

    def _table(self, slot: str, caption: str, columns: Mapping[str, str]) -> Table:
        rows = tuple(tuple(as_words(row[name]) for name in columns) for row in self.filled(slot))
        return Table(caption, tuple(columns.values()), rows)

    def _each(self, slot: str, nodes: tuple[Node, ...]) -> Iterator[Block]:
        outer = self._row
        for row in self.filled(slot):
            self._row = {**outer, **row}
            yield from self.blocks(nodes)
        self._row = outer

    def _holds(self, node: WhenNode) -> bool:
        if node.may_be_absent:
            return bool(self._row.get(node.slot, self._values.get(node.slot)))
        value = self._value(node.slot)
        return value.code in node.choices if isinstance(value, Choice) else bool(value)

    def _value(self, slot: str) -> Any:
        if slot in self._row:
            return self._row[slot]
        if slot not in self._values:
            raise LetterError(f"{self._place} mist slot {slot}")
        self._printed.add(slot)
        return self._values[slot]
