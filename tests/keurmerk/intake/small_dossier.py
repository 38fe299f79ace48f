"""A small dossier made of the schema's own examples, to bend one cell at a time."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from keurmerk.intake.reading import ReadResult, read_dossier
from keurmerk.intake.schema import TABLES

type Rows = list[list[Any]]
type Files = dict[str, Rows]

FROM_SURVEY = "tevredenheid"


def small_dossier(*, survey: bool = False) -> Files:
    """Every table with a header and its example row; the survey's table only when asked."""
    return {
        table.name: [[column.name for column in table.columns], [column.example for column in table.columns]]
        for table in TABLES
        if survey or table.name != FROM_SURVEY
    }


def with_cell(files: Files, table: str, column: str, value: Any, row: int = 2) -> Files:
    """Change one cell; rows count as the spreadsheet shows them."""
    place = files[table][0].index(column)
    files[table][row - 1][place] = value
    return files


def with_cells(table: str, cells: Mapping[str, Any], *, survey: bool = False) -> Files:
    files = small_dossier(survey=survey)
    for column, value in cells.items():
        with_cell(files, table, column, value)
    return files


def with_row(files: Files, table: str, cells: Mapping[str, Any] | None = None) -> Files:
    """Add the example row once more, with some other cells."""
    header = files[table][0]
    example = small_dossier(survey=True)[table][1]
    files[table].append([(cells or {}).get(name, example[place]) for place, name in enumerate(header)])
    return files


def write_folder(files: Files, folder: Path, *, separator: str = ",", encoding: str = "utf-8") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in files.items():
        with (folder / f"{table}.csv").open("w", encoding=encoding, newline="") as stream:
            csv.writer(stream, delimiter=separator).writerows(rows)
    return folder


def write_workbook(files: Files, path: Path) -> Path:
    """Write texts as text cells, numbers as numbers, dates as dates."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path, {"default_date_format": "dd-mm-yyyy"}) as book:
        for table, rows in files.items():
            sheet = book.add_worksheet(table)
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    write_cell(sheet, number, place, value)
    return path


def write_cell(sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, str) and not value.startswith("="):
        if value:
            sheet.write_string(row, column, value)
    else:
        sheet.write(row, column, value)


def read_folder(files: Files, folder: Path, **options: Any) -> ReadResult:
    return read_dossier(write_folder(files, folder, **options))


def read_workbook(files: Files, folder: Path) -> ReadResult:
    return read_dossier(write_workbook(files, folder / "dossier.xlsx"))


def places(result: ReadResult) -> list[tuple[str | None, int | None, str | None]]:
    return [(problem.table, problem.row, problem.column) for problem in result.problems]
