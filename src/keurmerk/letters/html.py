"""The letter as a page: the same blocks, in the same order, as in the PDF."""

from collections.abc import Iterable
from typing import assert_never

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

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

STYLE = """
body{font:1rem/1.5 serif;max-width:42rem;margin:2rem auto;padding:0 1rem;overflow-wrap:break-word}
table{border-collapse:collapse;width:100%;margin:1rem 0}
caption{text-align:left;font-weight:bold;padding-bottom:.3rem}
th,td{border-bottom:1px solid #767676;padding:.3rem .6rem .3rem 0;text-align:left;vertical-align:top}
.letter__term{border-left:4px solid #154273;padding:.2rem 1rem;margin:1rem 0}
.letter__facts div{display:flex;gap:1rem}.letter__facts dt{min-width:9rem}.letter__facts dd{margin:0}
address{font-style:normal}
@media(prefers-color-scheme:dark){:root{color-scheme:dark}.letter__term{border-color:#8cb8e8}}
""".replace("\n", "")


def to_html(letter: Letter, *, level: int = 2) -> SafeString:
    """A fragment for one of our pages; the letter's title is a heading of this level."""
    return format_html(
        '<article class="letter" lang="nl">{}<h{level} class="letter__title">{}</h{level}>{}</article>',
        _head(letter),
        letter.title,
        _together(_block(block, level) for block in letter.blocks),
        level=level,
    )


def to_html_page(letter: Letter) -> SafeString:
    """A page of its own, to keep or to send along."""
    return format_html(
        '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>{} · {}</title>'
        "<style>{}</style></head><body><main>{}</main></body></html>\n",
        letter.title,
        letter.reference,
        mark_safe(STYLE),  # noqa: S308  a constant of this file
        to_html(letter, level=1),
    )


def _head(letter: Letter) -> SafeString:
    facts = (("Kenmerk", letter.reference), ("Datum", in_words(letter.date)), *letter.concerning)
    return format_html(
        '<header class="letter__head"><address class="letter__sender"><strong>{}</strong><br>{}</address>'
        '{}<address class="letter__addressee">{}</address><dl class="letter__facts facts">{}</dl></header>',
        letter.sender.name,
        _lines(letter.sender.lines),
        _notice(letter.notice),
        _lines(letter.addressee),
        format_html_join("", "<div><dt>{}</dt><dd>{}</dd></div>", facts),
    )


def _notice(text: str) -> SafeString:
    return format_html('<p class="letter__notice"><strong>{}</strong></p>', text) if text else SafeString()


def _block(block: Block, level: int) -> SafeString:
    match block:
        case Heading(text, depth):
            return format_html("<h{depth}>{}</h{depth}>", text, depth=level + depth)
        case Paragraph(text):
            return format_html("<p>{}</p>", text)
        case Bullets(items, numbered):
            inner = format_html_join("", "<li>{}</li>", ((item,) for item in items))
            return format_html("<{tag}>{}</{tag}>", inner, tag="ol" if numbered else "ul")
        case Table():
            return _table(block)
        case TermBox():
            return _term(block)
        case Signature(lines):
            return format_html('<p class="letter__signature">{}</p>', _lines(lines))
        case _:
            assert_never(block)


def _table(table: Table) -> SafeString:
    """Cells carry the name of their column, so that on a phone a row can be a card."""
    rows = (
        format_html(
            '<tr role="row"><th scope="row" role="rowheader">{}</th>{}</tr>',
            first,
            format_html_join(
                "",
                '<td role="cell" data-label="{}">{}</td>',
                zip(table.headers[1:], rest, strict=True),
            ),
        )
        for first, *rest in table.rows
    )
    return format_html(
        '<table class="table table--cards letter__table" role="table"><caption>{}</caption>'
        '<thead role="rowgroup"><tr role="row">{}</tr></thead><tbody role="rowgroup">{}</tbody></table>',
        table.caption,
        format_html_join(
            "", '<th scope="col" role="columnheader">{}</th>', ((header,) for header in table.headers)
        ),
        _together(rows),
    )


def _term(term: TermBox) -> SafeString:
    return format_html(
        '<div class="letter__term"><p><strong>{}: <time datetime="{}">{}</time></strong></p>{}{}</div>',
        term.label,
        term.last_day.isoformat(),
        in_words(term.last_day),
        format_html_join("", "<p>{}</p>", ((line,) for line in term.explanation)),
        format_html('<p class="soft small">Grondslag: {}</p>', ", ".join(term.sources))
        if term.sources
        else "",
    )


def _lines(lines: Iterable[str]) -> SafeString:
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in lines))


def _together(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("\n", "{}", ((part,) for part in parts))
