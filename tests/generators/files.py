"""Write a dossier as a folder of CSV files or as one workbook."""

import csv
import random
from datetime import date
from pathlib import Path

import xlsxwriter

from tests.generators.columns import KINDS, Table, Tables
from tests.generators.spelling import PLAIN, Spelling, respell

_DATE_FORMAT = {"num_format": "yyyy-mm-dd"}


def columns_of(table: str, rows: Table, rng: random.Random | None) -> list[str]:
    """The columns the rows have (all known ones for an empty table), in the contract's order or shuffled."""
    used = {column for row in rows for column in row}
    columns = [column for column in KINDS[table] if column in used or not rows]
    if rng is not None:
        rng.shuffle(columns)
    return columns


def shuffled(rows: Table, rng: random.Random | None) -> Table:
    return list(rows) if rng is None else rng.sample(rows, len(rows))


def write_csv_folder(
    tables: Tables,
    path: Path,
    *,
    rng: random.Random | None = None,
    separator: str = ",",
    bom: bool = False,
    spelling: Spelling = PLAIN,
) -> Path:
    """Write a file per table; with an rng the rows and columns are shuffled and the spellings mixed."""
    path.mkdir(parents=True, exist_ok=True)
    respelled = respell(tables, spelling, rng or random.Random(0))
    for table, rows in respelled.items():
        encoding = "utf-8-sig" if bom else "utf-8"
        with (path / f"{table}.csv").open("w", encoding=encoding, newline="") as file:
            writer = csv.DictWriter(file, columns_of(table, rows, rng), delimiter=separator)
            writer.writeheader()
            writer.writerows(shuffled(rows, rng))
    return path


def write_xlsx(
    tables: Tables,
    path: Path,
    *,
    rng: random.Random | None = None,
    date_cells: bool = False,
    number_cells: bool = False,
    spelling: Spelling = PLAIN,
) -> Path:
    """Write a sheet per table; dates and numbers as text, or as real cells as a spreadsheet keeps them."""
    respelled = respell(tables, spelling, rng or random.Random(0))
    names = list(respelled) if rng is None else rng.sample(list(respelled), len(respelled))
    with xlsxwriter.Workbook(path) as workbook:
        real_date = workbook.add_format(_DATE_FORMAT)
        for table in names:
            rows = respelled[table]
            sheet = workbook.add_worksheet(table)
            columns = columns_of(table, rows, rng)
            sheet.write_row(0, 0, columns)
            for number, row in enumerate(shuffled(rows, rng), start=1):
                for place, column in enumerate(columns):
                    value, kind = row.get(column, ""), KINDS[table].get(column)
                    if date_cells and kind == "date" and is_iso(value):
                        sheet.write_datetime(number, place, date.fromisoformat(value), real_date)
                    elif number_cells and kind in {"decimal", "whole"} and value.strip():
                        sheet.write_number(number, place, float(value.replace(",", ".")))
                    elif value:
                        sheet.write_string(number, place, value)
    return path


def is_iso(value: str) -> bool:
    return len(value) == 10 and value[4] == "-"


def read_csv_folder(path: Path, separator: str = ",") -> Tables:
    """Read a folder back as raw text cells."""
    found: Tables = {}
    for table in KINDS:
        file = path / f"{table}.csv"
        if file.exists():
            with file.open(encoding="utf-8-sig", newline="") as lines:
                found[table] = list(csv.DictReader(lines, delimiter=separator))
    return found
