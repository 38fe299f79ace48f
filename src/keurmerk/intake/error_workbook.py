"""The school's own rows given back, with what is wrong beside each row and all errors on one sheet."""

from collections import defaultdict
from pathlib import Path
from typing import Any

from keurmerk.intake.example import ERROR_COLUMN
from keurmerk.intake.problems import Problem
from keurmerk.intake.raw import RawTable
from keurmerk.intake.reading import ReadResult
from keurmerk.intake.sheets import HEADER, new_workbook, write_table, write_text

ERRORS = "Fouten"
COLUMNS = ("tabel", "rij", "kolom", "waarde", "melding")
MARKED = {"bg_color": "#FBE3E4", "text_wrap": True, "valign": "top"}
ERROR_WIDTH = 60


def write_error_workbook(result: ReadResult, path: Path) -> None:
    """Write every row at its own row number, so that the messages keep pointing at the right one.

    The column with errors comes first and the sheet with errors has a name of its own: both are passed
    over when the school mends the workbook and delivers it again.
    """
    by_row: dict[tuple[str | None, int | None], list[Problem]] = defaultdict(list)
    for problem in result.problems:
        by_row[problem.table, problem.row].append(problem)
    with new_workbook(path) as book:
        header = book.add_format(HEADER)
        write_table(book.add_worksheet(ERRORS), COLUMNS, list(map(as_row, result.problems)), header)
        marked = book.add_format(MARKED)
        for raw in result.raw:
            write_sheet(book.add_worksheet(raw.table.name), raw, by_row, (header, marked))


def as_row(problem: Problem) -> tuple[str, ...]:
    return tuple("" if value is None else str(value) for value in problem.as_json().values())


def write_sheet(
    sheet: Any,
    raw: RawTable,
    by_row: dict[tuple[str | None, int | None], list[Problem]],
    styles: tuple[Any, Any],
) -> None:
    header, marked = styles
    named = [place for place, name in enumerate(raw.header) if name != ERROR_COLUMN]
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, ERROR_WIDTH)
    sheet.write_string(0, 0, ERROR_COLUMN, header)
    for target, place in enumerate(named, start=1):
        write_text(sheet, 0, target, raw.header[place], header)
    beyond: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for fault in raw.beyond:
        beyond[fault.row].append((fault.column, fault.value))
    shift = 1 - (len(raw.header) - len(named))
    for row, number in enumerate(raw.row_numbers):
        problems = by_row.get((raw.table.name, number), [])
        write_text(sheet, number - 1, 0, "\n".join(map(in_short, problems)), marked)
        wrong = {problem.column for problem in problems}
        for target, place in enumerate(named, start=1):
            style = marked if raw.header[place] in wrong else None
            write_text(sheet, number - 1, target, raw.columns[place][row], style)
        for place, text in beyond[number]:
            write_text(sheet, number - 1, place + shift, text, marked)


def in_short(problem: Problem) -> str:
    return f"{problem.column}: {problem.message}" if problem.column else problem.message
