"""What stands in a workbook's cells: the same dossier as CSV, whatever made the workbook."""

import random
import string
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from keurmerk.intake.reading import ReadResult, read_dossier
from keurmerk.intake.reading.sources import open_delivery
from keurmerk.intake.schema import BY_NAME
from tests.keurmerk.intake.small_dossier import (
    places,
    read_workbook,
    small_dossier,
    with_cells,
    with_row,
    write_workbook,
)


def value(result: ReadResult, table: str, field: str) -> object:
    assert result.dossier is not None, result.problems
    return result.dossier.tables[table][field][0]


def test_a_workbook_reads_as_the_same_files(tmp_path: Path) -> None:
    result = read_workbook(small_dossier(), tmp_path)
    assert (result.problems, result.warnings) == ((), ())


def test_a_real_date_cell_is_a_date(tmp_path: Path) -> None:
    result = read_workbook(with_cells("lessen", {"datum": date(2025, 3, 31)}), tmp_path)
    assert value(result, "lessons", "date") == date(2025, 3, 31)


@pytest.mark.parametrize("shown", ["h:mm", "hh:mm", "[h]:mm", "hh:mm:ss", "[$-413]h:mm"])
def test_a_real_time_cell_is_a_time(shown: str, tmp_path: Path) -> None:
    path = write_workbook(small_dossier(), tmp_path / "dossier.xlsx")
    book = openpyxl.load_workbook(path)
    cell = book["lessen"].cell(2, 5, time(9, 30))
    cell.number_format = shown
    book.save(path)
    assert value(read_dossier(path), "lessons", "begins") == 570


@pytest.mark.parametrize("shown", ["dd-mm-yyyy", "d mmm yy", "[$-413]dddd d mmmm yyyy;@", "mm/dd/yyyy"])
def test_any_way_to_show_a_date_is_a_date(shown: str, tmp_path: Path) -> None:
    path = write_workbook(small_dossier(), tmp_path / "dossier.xlsx")
    book = openpyxl.load_workbook(path)
    book["lessen"].cell(2, 4, date(2025, 4, 1)).number_format = shown
    book.save(path)
    assert value(read_dossier(path), "lessons", "date") == date(2025, 4, 1)


def test_dates_that_count_from_1904_are_right(tmp_path: Path) -> None:
    path = write_workbook(small_dossier(), tmp_path / "dossier.xlsx")
    book = openpyxl.load_workbook(path)
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book["lessen"].cell(2, 4, date(2025, 4, 1))
    book.save(path)
    assert value(read_dossier(path), "lessons", "date") == date(2025, 4, 1)


@pytest.mark.parametrize(("cell", "text"), [(1, "1"), (1.0, "1"), (20250001, "20250001"), (0.5, "0.5")])
def test_an_id_that_became_a_number_is_the_text_that_excel_shows(
    cell: float, text: str, tmp_path: Path
) -> None:
    result = read_workbook(with_cells("klachten", {"klacht_id": cell}), tmp_path)
    assert value(result, "complaints", "complaint_id") == text


def test_ids_as_numbers_and_as_text_are_the_same_ids(tmp_path: Path) -> None:
    files = with_row(small_dossier(), "cursisten", {"cursist_id": 7})
    with_row(files, "trajecten", {"traject_id": "T7", "cursist_id": "7"})
    assert read_workbook(files, tmp_path).problems == ()


@pytest.mark.parametrize(
    ("cell", "billionths"), [(2.5, 2_500_000_000), (3, 3 * 10**9), (0.1 + 0.2, 300_000_000), (1e-9, 1)]
)
def test_number_cells_are_exactly_what_excel_shows(cell: float, billionths: int, tmp_path: Path) -> None:
    result = read_workbook(with_cells("urenverklaringen", {"uren": cell}), tmp_path)
    assert value(result, "hours_statements", "hours") == billionths


@pytest.mark.parametrize(("cell", "present"), [(True, True), (False, False), (1, True), (0.0, False)])
def test_booleans_and_ones_are_ja_and_nee(cell: object, present: object, tmp_path: Path) -> None:
    result = read_workbook(with_cells("aanwezigheid", {"aanwezig": cell}), tmp_path)
    assert value(result, "attendance", "present") is present


def test_the_kvk_number_may_be_a_number(tmp_path: Path) -> None:
    result = read_workbook(with_cells("organisatie", {"kvk_nummer": 12345678}), tmp_path)
    assert value(result, "organisation", "kvk_number") == "12345678"


def test_sheet_names_may_have_capitals_and_unknown_sheets_are_a_warning(tmp_path: Path) -> None:
    files = small_dossier()
    files["Lessen "] = files.pop("lessen")
    files["Blad1"] = [["kladje"]]
    result = read_workbook(files, tmp_path)
    assert value(result, "lessons", "lesson_id") == "L001"
    assert result.warnings == ('Tabel "Blad1" is onbekend en niet gelezen.',)


def test_rich_text_is_joined_and_escapes_are_undone(tmp_path: Path) -> None:
    path = tmp_path / "dossier.xlsx"
    files = small_dossier()
    with xlsxwriter.Workbook(path) as book:
        bold = book.add_format({"bold": True})
        for table, rows in files.items():
            sheet = book.add_worksheet(table)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
        book.get_worksheet_by_name("lessen").write_rich_string(1, 1, "Groep ", bold, "A", " één")
        book.get_worksheet_by_name("lessen").write_string(1, 6, "_x0041_")
    result = read_dossier(path)
    assert value(result, "lessons", "group") == "Groep A één"
    assert value(result, "lessons", "location") == "_x0041_"


def test_row_numbers_are_those_of_the_sheet(tmp_path: Path) -> None:
    files = small_dossier()
    files["docenten"] += [[""] * 2] * 40 + [["D002", ""]]
    assert places(read_workbook(files, tmp_path)) == [("docenten", 43, "naam")]


def test_a_cell_right_of_the_header_is_told(tmp_path: Path) -> None:
    files = small_dossier()
    files["docenten"][1] += ["", "x"]
    assert places(read_workbook(files, tmp_path)) == [("docenten", 2, "D")]


def test_links_to_pages_and_mail_are_no_external_links(tmp_path: Path) -> None:
    path = write_workbook(small_dossier(), tmp_path / "dossier.xlsx")
    book = openpyxl.load_workbook(path)
    book["cursisten"].cell(2, 10).hyperlink = "mailto:v.oorbeeld@example.org"
    book.save(path)
    assert read_dossier(path).problems == ()


def test_a_formula_anywhere_is_told_once_a_cell(tmp_path: Path) -> None:
    files = with_cells("lessen", {"les_id": "=A1", "groep": "=1+1", "datum": "=TODAY()"})
    assert places(read_workbook(files, tmp_path))[:3] == [
        ("lessen", 2, "les_id"),
        ("lessen", 2, "groep"),
        ("lessen", 2, "datum"),
    ]


def a_cell(rng: random.Random) -> Any:
    """Some cell that people make."""
    return rng.choice(
        (
            "".join(rng.choices(string.printable[:95] + "éß€ ", k=rng.randint(1, 12))).strip("=") or "x",
            rng.randint(-(10**6), 10**12),
            rng.randint(-(10**6), 10**6) / rng.choice((2, 4, 10, 1000)),
            date(1990, 1, 1) + timedelta(days=rng.randint(0, 20000)),
            datetime(2025, 1, 1) + timedelta(minutes=rng.randint(0, 10**6)),  # noqa: DTZ001
            time(rng.randint(0, 23), rng.randint(0, 59)),
            rng.random() < 0.5,
            None,
        )
    )


def as_text(cell: Any) -> str:
    """What our reader makes of a value that openpyxl reads."""
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
        case time():
            return f"{cell:%H:%M}"
        case float():
            return f"{cell:.15g}"
    return str(cell)


@pytest.mark.parametrize("seed", range(8))
def test_cells_read_as_openpyxl_reads_them(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    header = [column.name for column in BY_NAME["trajecten"].columns]
    rows = [[a_cell(rng) for _ in header] for _ in range(60)]
    path = write_workbook({"trajecten": [header, *rows]}, tmp_path / "dossier.xlsx")
    book = openpyxl.load_workbook(path, read_only=True)
    sheet = book["trajecten"]
    theirs = [[as_text(cell) for cell in row] for row in sheet.iter_rows(min_row=2, values_only=True)]
    book.close()
    raw = open_delivery(path, lambda *_: None).tables["trajecten"]
    ours = [list(row) for row in zip(*raw.columns, strict=True)]
    assert ours == [row for row in theirs if "".join(row).strip()]
