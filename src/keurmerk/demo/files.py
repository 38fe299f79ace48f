"""Write the tables of a demo dossier as a folder or zip of CSV files, or as a workbook."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import xlsxwriter

from keurmerk.intake.schema import BY_NAME, Column, Kind

type RawTables = Mapping[str, Sequence[Mapping[str, str]]]

WORKBOOK_SUFFIX, ZIP_SUFFIX = ".xlsx", ".zip"
CREATED = datetime(2025, 1, 1, tzinfo=UTC)
"""Files of the same rows are the same bytes."""
DATE_WIDTH, FIRST_ROW = 12, 1


def write_dossier(tables: RawTables, target: Path) -> None:
    """Choose the kind of file by the name: `.xlsx`, `.zip`, else a folder of CSV files."""
    if target.suffix == WORKBOOK_SUFFIX:
        target.write_bytes(as_workbook(tables))
    elif target.suffix == ZIP_SUFFIX:
        target.write_bytes(as_zip(tables))
    else:
        target.mkdir(parents=True, exist_ok=True)
        for name, rows in tables.items():
            (target / f"{name}.csv").write_text(as_csv(name, rows), encoding="utf-8", newline="")


def as_csv(name: str, rows: Sequence[Mapping[str, str]]) -> str:
    """Give all columns of the table, also those that are empty everywhere."""
    text = io.StringIO()
    columns = [column.name for column in BY_NAME[name].columns]
    writer = csv.DictWriter(text, columns, restval="", extrasaction="raise", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def as_zip(tables: RawTables) -> bytes:
    packed = io.BytesIO()
    stamp = (CREATED.year, CREATED.month, CREATED.day, 0, 0, 0)
    with zipfile.ZipFile(packed, "w") as archive:
        for name, rows in tables.items():
            entry = zipfile.ZipInfo(f"{name}.csv", date_time=stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, as_csv(name, rows))
    return packed.getvalue()


def as_workbook(tables: RawTables) -> bytes:
    """One sheet per table, with real dates and numbers, as a spreadsheet program would have them."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        bold = book.add_format({"bold": True})
        for name, rows in tables.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(FIRST_ROW, 0)
            for place, column in enumerate(BY_NAME[name].columns):
                sheet.write_string(0, place, column.name, bold)
                sheet.set_column(place, place, max(DATE_WIDTH, len(column.name) + 2))
                for number, row in enumerate(rows, start=FIRST_ROW):
                    _write(sheet, (number, place), column, row.get(column.name, ""), day)
    return packed.getvalue()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    place: tuple[int, int],
    column: Column,
    text: str,
    day: xlsxwriter.format.Format,
) -> None:
    """What is no date or number stays as it was typed."""
    try:
        match column.kind:
            case _ if not text:
                return
            case Kind.DATE:
                sheet.write_datetime(*place, date.fromisoformat(text), day)
            case Kind.WHOLE:
                sheet.write_number(*place, int(text))
            case Kind.DECIMAL:
                sheet.write_number(*place, float(text))
            case _:
                sheet.write_string(*place, text)
    except ValueError:
        sheet.write_string(*place, text)
