"""Downloads of a table: csv as Dutch Excel opens it, and xlsx. No cell can start a formula."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter
from django.http import HttpResponse

from keurmerk.intake.exports import neutralised
from keurmerk.web.components.tables import Column

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST = 60


def csv_response[T](name: str, columns: Sequence[Column[T]], rows: Iterable[T]) -> HttpResponse:
    """Semicolons and a byte-order mark: what Excel with Dutch settings reads without questions."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.label for column in columns])
    writer.writerows([_text(column.value(row)) for column in columns] for row in rows)
    return _attached(name, "csv", "text/csv; charset=utf-8", out.getvalue().encode("utf-8-sig"))


def xlsx_response[T](name: str, columns: Sequence[Column[T]], rows: Iterable[T], sheet: str) -> HttpResponse:
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet(sheet)
        bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd-mm-yyyy", "valign": "top"})
        for place, column in enumerate(columns):
            page.write_string(0, place, column.label, bold)
        for line, row in enumerate(rows, start=1):
            for place, column in enumerate(columns):
                value = column.value(row)
                page.write(line, place, _cell(value), day if isinstance(value, date) else wrap)
        page.freeze_panes(1, 0)
        page.autofit(max_width=WIDEST * 7)
    return _attached(name, "xlsx", XLSX, out.getvalue())


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case date():
            return value.isoformat()
        case int():
            return str(value)
        case Fraction() | Decimal() | float():
            return str(float(value)).replace(".", ",")
        case _:
            return neutralised(str(value))


def _cell(value: Any) -> Any:
    match value:
        case bool() | None:
            return _text(value)
        case int() | float() | date():
            return value
        case Fraction() | Decimal():
            return float(value)
        case _:
            return neutralised(str(value))


def _attached(name: str, ending: str, kind: str, body: bytes) -> HttpResponse:
    response = HttpResponse(body, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response
