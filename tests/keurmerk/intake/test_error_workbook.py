"""The school gets its own rows back with what is wrong, mends them, and delivers that workbook."""

from pathlib import Path

import openpyxl

from keurmerk.intake.error_workbook import ERRORS, write_error_workbook
from keurmerk.intake.reading import read_dossier
from tests.keurmerk.intake.small_dossier import (
    Files,
    places,
    read_folder,
    small_dossier,
    with_cells,
    with_row,
)


def given_back(files: Files, tmp_path: Path) -> Path:
    path = tmp_path / "fouten.xlsx"
    write_error_workbook(read_folder(files, tmp_path / "csv"), path)
    return path


def broken() -> Files:
    files = with_cells("lessen", {"vorm": "thuis", "begin": "25:00"})
    files["docenten"] += [[], ["D002", "", "", "x"]]
    return files


def test_each_row_stands_at_its_own_number_with_its_errors(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(given_back(broken(), tmp_path))
    told = book["lessen"]["A2"].value
    assert told.startswith("begin: Geen tijd.")
    assert "\nvorm: Onbekende waarde." in told
    assert [cell.value for cell in book["docenten"][4]][1:] == ["D002", None, None, "x"]


def test_one_sheet_holds_all_errors(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(given_back(broken(), tmp_path))
    rows = list(book[ERRORS].iter_rows(values_only=True))
    assert rows[0] == ("tabel", "rij", "kolom", "waarde", "melding")
    assert [row[:3] for row in rows[1:]] == [
        ("docenten", "4", "naam"),
        ("docenten", "4", "D"),
        ("lessen", "2", "begin"),
        ("lessen", "2", "vorm"),
    ]


def test_delivered_again_unmended_the_same_errors_come_at_the_same_rows(tmp_path: Path) -> None:
    before = read_folder(broken(), tmp_path / "csv")
    after = read_dossier(given_back(broken(), tmp_path))
    assert [place[:2] for place in places(after)] == [place[:2] for place in places(before)]
    assert after.warnings == ()


def test_mended_and_delivered_again_it_is_a_good_dossier(tmp_path: Path) -> None:
    path = given_back(with_cells("lessen", {"vorm": "thuis"}), tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book["lessen"]
    place = next(cell.column for cell in sheet[1] if cell.value == "vorm")
    sheet.cell(2, place, "klassikaal")
    book.save(path)
    result = read_dossier(path)
    assert (result.problems, result.warnings) == ((), ())


def test_a_cell_that_would_start_a_formula_is_harmless(tmp_path: Path) -> None:
    files = with_row(small_dossier(), "klachten", {"uitkomst": "=HYPERLINK(1)", "behandelaar": "@x"})
    sheet = openpyxl.load_workbook(given_back(files, tmp_path))["klachten"]
    row = [cell.value for cell in sheet[3]]
    assert "'=HYPERLINK(1)" in row
    assert "'@x" in row
    assert all(cell.data_type != "f" for cells in sheet.iter_rows() for cell in cells)


def test_a_file_that_could_not_be_read_gives_the_sheet_with_errors_alone(tmp_path: Path) -> None:
    write_error_workbook(read_dossier(tmp_path / "weg"), tmp_path / "fouten.xlsx")
    assert openpyxl.load_workbook(tmp_path / "fouten.xlsx").sheetnames == [ERRORS]
