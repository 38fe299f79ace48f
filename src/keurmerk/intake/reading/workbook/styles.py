"""Which cell styles make a number a date, a time, a span of hours or a percentage."""

import re
from enum import Enum, auto
from typing import IO

from keurmerk.intake.reading.workbook.xml import local, walk

BUILT_IN_MOMENTS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
BUILT_IN_SPAN = 46
BUILT_IN_PERCENTS = frozenset({9, 10})
MAX_DIGITS = 9
QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')
IN_BRACKETS = re.compile(r"\[[^\]]*\]")
SPAN = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
MOMENT = re.compile("[dmyhs]", re.IGNORECASE)


class Shows(Enum):
    NUMBER = auto()
    PERCENT = auto()
    MOMENT = auto()
    SPAN = auto()


def read_styles(stream: IO[bytes]) -> list[Shows]:
    """Give, for every cell style in order, what its number format shows."""
    codes: dict[int, str] = {}
    used: list[int] = []
    in_cells = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal in_cells
        match local(name):
            case "numFmt":
                codes[number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
            case "cellXfs":
                in_cells = True
            case "xf" if in_cells:
                used.append(number(attributes.get("numFmtId")))

    def end(name: str) -> None:
        nonlocal in_cells
        if local(name) == "cellXfs":
            in_cells = False

    for _ in walk(stream, start, end):
        pass
    return [shows(style, codes.get(style)) for style in used]


def number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < MAX_DIGITS else 0


def built_in(style: int) -> Shows:
    if style == BUILT_IN_SPAN:
        return Shows.SPAN
    if style in BUILT_IN_PERCENTS:
        return Shows.PERCENT
    return Shows.MOMENT if style in BUILT_IN_MOMENTS else Shows.NUMBER


def shows(style: int, code: str | None) -> Shows:
    if code is None:
        return built_in(style)
    bare = QUOTED.sub("", code.partition(";")[0])
    if SPAN.search(bare):
        return Shows.SPAN
    bare = IN_BRACKETS.sub("", bare)
    if "%" in bare:
        return Shows.PERCENT
    return Shows.MOMENT if MOMENT.search(bare) and "general" not in bare.casefold() else Shows.NUMBER
