"""From a workbook to raw tables: a sheet per table, formulas and merged cells reported."""

import re
import zipfile
from collections.abc import Callable, Iterator

from keurmerk.intake.letters import place_of
from keurmerk.intake.problems import Problem, RefusedError
from keurmerk.intake.raw import Collector, Fault, RawTable
from keurmerk.intake.reading.delivery import Delivery
from keurmerk.intake.reading.workbook.numbers import NumberTexts
from keurmerk.intake.reading.workbook.package import Book, Sheet, read_book, refuse_unsafe
from keurmerk.intake.reading.workbook.sheet import FORMULA, Cells, SheetReader, Texts
from keurmerk.intake.reading.workbook.strings import read_strings
from keurmerk.intake.reading.workbook.styles import read_styles
from keurmerk.intake.schema import Table

OWN_SHEETS = frozenset({"uitleg", "fouten"})
"""Sheets that this program adds itself to the template and to the workbook with errors."""
TWICE = "Twee bladen heten zo (hoofdletters tellen niet mee). Voeg ze samen of verwijder er een."
HIDDEN = "Dit blad is verborgen. Maak het zichtbaar, controleer het, of verwijder het."
MERGED = "Hier zijn cellen samengevoegd. Maak de samenvoeging ongedaan en vul elke cel."
FORMULA_ELSEWHERE = re.compile(rb"<(?:[A-Za-z0-9]+:)?c\b[^>]*>\s*<(?:[A-Za-z0-9]+:)?f[\s/>]")
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
OVERLAP = 4_096

type Advance = Callable[[str, int], None]


def read_workbook(archive: zipfile.ZipFile, advance: Advance) -> Delivery:
    refuse_unsafe(archive)
    book = read_book(archive)
    texts = read_texts(archive, book, advance)
    delivery = Delivery()
    for sheet in book.sheets:
        if sheet.part in archive.namelist() and sheet.title.strip().casefold() not in OWN_SHEETS:
            take_sheet(archive, sheet, texts, delivery, advance)
    return delivery


def read_texts(archive: zipfile.ZipFile, book: Book, advance: Advance) -> Texts:
    strings: list[str] = []
    if book.strings:
        with archive.open(book.strings) as stream:
            strings = read_strings(stream)
        advance("teksten", archive.getinfo(book.strings).file_size)
    styles = []
    if book.styles:
        with archive.open(book.styles) as stream:
            styles = read_styles(stream)
    return Texts(strings, styles, NumberTexts(from_1904=book.from_1904))


def take_sheet(
    archive: zipfile.ZipFile, sheet: Sheet, texts: Texts, delivery: Delivery, advance: Advance
) -> None:
    table = delivery.claim(sheet.title, TWICE)
    if table is None:
        delivery.problems += formulas_elsewhere(archive, sheet)
        return
    if sheet.hidden:
        delivery.problems.append(Problem(table.name, None, None, None, HIDDEN))
        return
    try:
        raw, merged = read_sheet(archive, sheet, table, texts, advance)
    except RefusedError as error:
        delivery.refuse(error, table)
        return
    delivery.tables[table.name] = raw
    raw.faults += merged


def read_sheet(
    archive: zipfile.ZipFile, sheet: Sheet, table: Table, texts: Texts, advance: Advance
) -> tuple[RawTable, list[Fault]]:
    reader = SheetReader(texts)
    with archive.open(sheet.part) as stream:
        rows = reader.rows(stream, lambda size: advance(table.name, size))
        raw = collect(rows, table, sheet.title)
    raw.faults = reader.faults
    return raw, [merged_cell(reference) for reference in reader.merged]


def collect(rows: Iterator[tuple[int, Cells]], table: Table, title: str) -> RawTable:
    number, cells = next(rows, (1, []))
    header: list[str] = []
    if number == 1 and cells:
        header, _ = laid_out(cells, cells[-1][0] + 1)
    collector = Collector(table, title, header)
    for number, cells in rows:
        collector.add(number, *laid_out(cells, collector.width))
    return collector.finish()


def laid_out(cells: Cells, width: int) -> tuple[list[str], Cells]:
    """Put cells in their places of the header's width; give apart the filled ones right of it."""
    values = [""] * width
    beyond: Cells = []
    for place, text in cells:
        if place < width:
            values[place] = text
        elif text.strip():
            beyond.append((place, text))
    return values, beyond


def merged_cell(reference: str) -> Fault:
    match = REFERENCE.match(reference)
    row, column = (int(match[2]), place_of(match[1])) if match else (1, 0)
    return Fault(row, column, reference, MERGED)


def formulas_elsewhere(archive: zipfile.ZipFile, sheet: Sheet) -> list[Problem]:
    """Look for formulas on a sheet that is not read: the workbook as a whole must hold none."""
    tail = b""
    with archive.open(sheet.part) as stream:
        while piece := stream.read(1 << 20):
            if FORMULA_ELSEWHERE.search(tail + piece):
                return [Problem(None, None, None, None, f"Blad '{sheet.title}': {FORMULA}")]
            tail = piece[-OVERLAP:]
    return []
