"""What the workbooks that this program writes have in common."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from keurmerk.intake.exports import neutralised

MADE = datetime(2025, 1, 1)  # noqa: DTZ001 (the same input gives the same bytes)
HEADER = {"bold": True, "bg_color": "#E6EEF5", "bottom": 1, "text_wrap": True, "valign": "top"}
WIDEST = 60
NARROWEST = 10


@contextmanager
def new_workbook(path: Path) -> Iterator[Any]:
    """Open a workbook that never makes formulas, links or numbers out of text."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": MADE, "author": "Keurmerk"})
        yield book


def write_text(sheet: Any, row: int, column: int, text: str, style: Any = None) -> None:
    if text:
        sheet.write_string(row, column, neutralised(text), style)


def write_table(sheet: Any, header: tuple[str, ...], rows: list[tuple[str, ...]], style: Any) -> None:
    """Write a plain table of texts with a frozen header."""
    for place, name in enumerate(header):
        longest = max((len(row[place]) for row in rows), default=0)
        sheet.set_column(place, place, min(max(longest, len(name), NARROWEST), WIDEST))
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(header):
        sheet.write_string(0, place, name, style)
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row):
            write_text(sheet, number, place, text)
