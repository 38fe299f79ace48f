"""Template, reader, checks, reference page and messages all come from the one schema."""

from pathlib import Path

import openpyxl
import pytest

from keurmerk.intake.cells import CellError, parse
from keurmerk.intake.checks.rows import check_rule
from keurmerk.intake.checks.values import Parsed
from keurmerk.intake.expectations import expectation
from keurmerk.intake.frames import TYPES
from keurmerk.intake.reading import read_dossier
from keurmerk.intake.reference import reference
from keurmerk.intake.schema import BY_NAME, TABLES, Column, Kind, Table
from keurmerk.intake.template import write_template
from tests.generators.columns import KINDS, REQUIRED
from tests.keurmerk.intake.small_dossier import places, read_folder, small_dossier, with_cell, with_cells

ROOT = Path(__file__).parents[3]
COLUMNS = [(table, column) for table in TABLES for column in table.columns]
WRONG = "dit past nergens"


def named(value: object) -> str:
    return value.name if isinstance(value, Table | Column) else str(value)


def test_tables_and_columns_are_those_of_the_contract() -> None:
    ours = {table.name: [column.name for column in table.columns] for table in TABLES}
    assert ours == {table: list(columns) for table, columns in KINDS.items()}
    required = {table.name: {c.name for c in table.columns if c.required} for table in TABLES}
    assert required == REQUIRED


def test_english_names_are_unique_and_every_kind_has_a_type() -> None:
    for table in TABLES:
        fields = [column.field for column in table.columns]
        assert len(set(fields)) == len(fields)
    assert set(TYPES) == set(Kind)


def test_rules_keys_and_references_name_columns_that_exist() -> None:
    for table in TABLES:
        assert {table.column(name).required for name in table.key} <= {True, False}
        for column in table.columns:
            if column.refers_to:
                assert BY_NAME[column.refers_to].key == (column.name,)
        empty = Parsed(table, [], {}, *({c.name: [] for c in table.columns} for _ in range(2)))
        assert [list(check_rule(rule, empty)) for rule in table.rules] == [[] for _ in table.rules]


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=named)
def test_the_reader_tells_what_the_schema_expects(table: Table, column: Column, tmp_path: Path) -> None:
    try:
        parse(column, WRONG)
    except CellError:
        files = with_cells(table.name, {column.name: WRONG}, survey=True)
        result = read_folder(files, tmp_path)
        messages = {(p.table, p.row, p.column): p.message for p in result.problems}
        assert f"Verwacht: {expectation(column)}" in messages[table.name, 2, column.name]
    else:
        assert column.kind in (Kind.ID, Kind.TEXT)


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=named)
def test_a_column_is_required_exactly_where_the_schema_says(
    table: Table, column: Column, tmp_path: Path
) -> None:
    files = small_dossier(survey=True)
    place = files[table.name][0].index(column.name)
    for row in files[table.name]:
        del row[place]
    missing = (table.name, 1, column.name) in places(read_folder(files, tmp_path / "without"))
    with_cell(emptied := small_dossier(survey=True), table.name, column.name, "")
    empty = [
        p for p in read_folder(emptied, tmp_path / "empty").problems if "leeg, maar verplicht" in p.message
    ]
    assert (missing, bool(empty)) == (column.required, column.required)


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=named)
def test_every_code_is_read_and_every_example_fits(table: Table, column: Column) -> None:
    for code in column.codes:
        assert parse(column, code) == code
    if column.example:
        parse(column, column.example)
    assert column.explanation.endswith(".")


def test_the_template_has_the_columns_of_the_schema(tmp_path: Path) -> None:
    write_template(tmp_path / "sjabloon.xlsx")
    book = openpyxl.load_workbook(tmp_path / "sjabloon.xlsx")
    for table in TABLES:
        names = [cell.value for cell in book[table.name][1]]
        assert names[: len(table.columns)] == [column.name for column in table.columns]


def test_the_reference_page_is_up_to_date() -> None:
    assert (ROOT / "docs/reference/dossier.md").read_text(encoding="utf-8") == reference()


def test_the_reference_page_tells_every_column_and_every_rule() -> None:
    page = reference()
    for table, column in COLUMNS:
        assert f"| {f'**{column.name}**' if column.required else column.name} |" in page, table
        assert expectation(column) in page
    for table in TABLES:
        assert all(rule.sentence() in page for rule in table.rules)


def test_a_broken_rule_is_told_in_the_sentence_of_the_schema(tmp_path: Path) -> None:
    result = read_folder(with_cells("lessen", {"einde": "09:00"}), tmp_path)
    (rule,) = BY_NAME["lessen"].rules
    assert rule.sentence() in result.problems[0].message


def test_personal_data_is_what_the_schema_says_and_no_more(tmp_path: Path) -> None:
    result = read_folder(small_dossier(survey=True), tmp_path)
    assert result.dossier is not None
    for table in TABLES:
        judged = [column.field for column in table.columns if not column.personal]
        assert result.dossier.tables[table.field].columns == judged
    assert read_dossier(tmp_path).personal.keys() == {
        table.field for table in TABLES if any(table.personal())
    }
