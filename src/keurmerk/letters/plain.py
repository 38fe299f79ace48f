"""The letter as plain text: for mail, and to read a change of a reviewed text in."""

import textwrap
from typing import assert_never

from keurmerk.letters.letter import (
    Block,
    Bullets,
    Heading,
    Letter,
    Paragraph,
    Signature,
    Table,
    TermBox,
    in_words,
)

WIDTH = 100


def to_text(letter: Letter) -> str:
    facts = (("Kenmerk", letter.reference), ("Datum", in_words(letter.date)), *letter.concerning)
    head = [
        "\n".join((letter.sender.name, *letter.sender.lines)),
        *([letter.notice] if letter.notice else []),
        "\n".join(letter.addressee),
        "\n".join(f"{name}: {value}" for name, value in facts),
        letter.title.upper(),
    ]
    return "\n\n".join([*head, *map(_block, letter.blocks)]) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {text}"
        case Paragraph(text):
            return _wrapped(text)
        case Bullets(items, numbered):
            marks = (f"{number}. " if numbered else "- " for number in range(1, len(items) + 1))
            return "\n".join(_wrapped(item, mark) for mark, item in zip(marks, items, strict=True))
        case Table(caption, headers, rows):
            pairs = ("\n".join(map(": ".join, zip(headers, row, strict=True))) for row in rows)
            return "\n\n".join([f"[{caption}]", *pairs])
        case TermBox(label, last_day, explanation, sources):
            grounds = [f"Grondslag: {', '.join(sources)}"] if sources else []
            lines = [f"{label}: {in_words(last_day)}", *explanation, *grounds]
            return "\n".join(_wrapped(line, "| ", "| ") for line in lines)
        case Signature(lines):
            return "\n".join(lines)
        case _:
            assert_never(block)


def _wrapped(text: str, first: str = "", rest: str | None = None) -> str:
    indent = " " * len(first) if rest is None else rest
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
