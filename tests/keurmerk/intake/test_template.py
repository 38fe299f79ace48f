"""The template is an empty dossier: it reads as such, and what a school fills in is read."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from keurmerk.intake.example import EXAMPLE_MARK
from keurmerk.intake.reading import read_dossier
from keurmerk.intake.schema import TABLES, Kind
from keurmerk.intake.template import EXPLANATION, write_template
from tests.keurmerk.intake.small_dossier import places


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "sjabloon.xlsx"
    write_template(path)
    return path


def lists(sheet: Any) -> dict[str, str]:
    """The drop-down lists by the letter of their column."""
    return {
        str(each.sqref).partition("2")[0]: each.formula1
        for each in sheet.data_validations.dataValidation
        if each.type == "list"
    }


def test_the_template_has_a_sheet_per_table_after_the_explanation(template: Path) -> None:
    assert openpyxl.load_workbook(template).sheetnames == [EXPLANATION, *(table.name for table in TABLES)]


def test_only_the_school_is_missing_from_an_empty_template(template: Path) -> None:
    result = read_dossier(template)
    assert places(result) == [("organisatie", None, None)]
    assert result.warnings == ()


def test_without_their_marks_the_examples_are_a_good_dossier(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    for table in TABLES:
        book[table.name].cell(2, len(table.columns) + 1).value = None
    book.save(template)
    result = read_dossier(template)
    assert (result.problems, result.warnings) == ((), ())


def test_rows_below_the_example_are_read_and_the_example_is_not(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    book["organisatie"].append(["87654321", "Echte school", "bepaalde_tijd"])
    book["docenten"].append(["D7", "Een docent"])
    book.save(template)
    result = read_dossier(template)
    assert result.dossier is not None
    assert result.dossier.tables["organisation"]["name"].to_list() == ["Echte school"]
    assert result.dossier.tables["teachers"]["teacher_id"].to_list() == ["D7"]


def test_own_data_over_the_example_under_its_mark_is_never_lost_in_silence(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    book["docenten"]["A2"] = "D7"
    book.save(template)
    assert ("docenten", 2, "C") in places(read_dossier(template))


def test_every_code_column_has_a_list_of_its_codes(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    for table in TABLES:
        offered = lists(book[table.name])
        for place, column in enumerate(table.columns, start=1):
            codes = ("ja", "nee") if column.kind is Kind.YES_NO else column.codes
            letter = openpyxl.utils.get_column_letter(place)
            assert offered.get(letter) == (f'"{",".join(codes)}"' if codes else None)


def test_every_column_is_explained(template: Path) -> None:
    rows = openpyxl.load_workbook(template)[EXPLANATION].iter_rows(values_only=True)
    explained = {(row[0], row[1]) for row in rows}
    assert {(table.name, column.name) for table in TABLES for column in table.columns} <= explained


def test_headers_stay_in_sight_and_the_mark_says_what_it_is(template: Path) -> None:
    for sheet in openpyxl.load_workbook(template).worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.cell(2, sheet.max_column).value == EXAMPLE_MARK


def test_the_template_is_the_same_bytes_every_time(template: Path, tmp_path: Path) -> None:
    write_template(tmp_path / "again.xlsx")
    assert template.read_bytes() == (tmp_path / "again.xlsx").read_bytes()
