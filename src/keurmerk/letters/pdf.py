"""The letter as PDF/UA. Typst gets the data as JSON and shows strings as text: nothing in them is markup."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from keurmerk.letters.letter import Letter, LetterError, TermBox, in_words


def to_pdf(letter: Letter) -> bytes:
    """The same letter gives the same bytes, on every day and every machine."""
    try:
        return typst.compile(
            template(),
            sys_inputs={"letter": json.dumps(as_data(letter), ensure_ascii=False)},
            font_paths=_fonts(),
            pdf_standards="ua-1",
            timestamp=int(datetime.combine(letter.date, time(12), UTC).timestamp()),
        )
    except typst.TypstError as error:
        raise LetterError(f"brief {letter.kind}: {_in_dutch(error)}") from error


def as_data(letter: Letter) -> dict[str, Any]:
    blocks = [{"kind": type(block).__name__, **_fields(block)} for block in letter.blocks]
    facts = [["Kenmerk", letter.reference], ["Datum", in_words(letter.date)], *letter.concerning]
    return {
        "title": letter.title,
        "reference": letter.reference,
        "addressee": letter.addressee,
        "sender": asdict(letter.sender),
        "notice": letter.notice,
        "facts": facts,
        "blocks": blocks,
    }


def _fields(block: Any) -> Mapping[str, Any]:
    if isinstance(block, TermBox):
        return {**asdict(block), "last_day": in_words(block.last_day)}
    return asdict(block)


@cache
def template() -> bytes:
    return (files("keurmerk.letters") / "letter.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Those inside typst only: a letter looks the same wherever it is made."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def _in_dutch(error: typst.TypstError) -> str:
    shown = re.search(r'the text [`"]+(.+?)[`"]+ could not be displayed', error.message)
    if shown:
        return (
            f"het teken '{shown[1]}' kan niet worden afgedrukt; schrijf het in Latijnse of Arabische letters"
        )
    return f"de pdf is niet gelukt: {error.message}"
