"""The empty workbook: a sheet per table, lists of codes, a marked example row, and an explanation."""

from datetime import date, time
from pathlib import Path
from typing import Any

from keurmerk.intake.cells import BILLION, MINUTES_PER_HOUR, parse
from keurmerk.intake.example import EXAMPLE_MARK
from keurmerk.intake.expectations import expectation
from keurmerk.intake.schema import TABLES, Column, Kind, Table
from keurmerk.intake.schema.reading_rules import READING_RULES
from keurmerk.intake.sheets import HEADER, new_workbook, write_table
from keurmerk.intake.wording import listed

EXPLANATION = "Uitleg"
LAST_ROW = 1_048_575
EXAMPLE = {"italic": True, "font_color": "#5B6770", "bg_color": "#F4F4F0"}
FORMATS = {Kind.DATE: "yyyy-mm-dd", Kind.TIME: "hh:mm", Kind.WHOLE: "0", Kind.DECIMAL: "General"}
AS_TEXT = "@"
LONGEST_TITLE = 32
LONGEST_MESSAGE = 255
EXPLAINED = ("tabel", "kolom", "verplicht", "uitleg", "verwacht", "voorbeeld", "apart bewaard")


def write_template(path: Path) -> None:
    with new_workbook(path) as book:
        header = book.add_format(HEADER)
        write_table(book.add_worksheet(EXPLANATION), EXPLAINED, explanation(), header)
        for table in TABLES:
            write_sheet(book, table, header)


def explanation() -> list[tuple[str, ...]]:
    rules = [(point, "", "", rule, "", "", "") for point, rule in READING_RULES]
    columns = [explained(table, column) for table in TABLES for column in table.columns]
    demands = [(table.name, "", "", rule.sentence(), "", "", "") for table in TABLES for rule in table.rules]
    return [*rules, *columns, *demands]


def explained(table: Table, column: Column) -> tuple[str, ...]:
    return (
        table.name,
        column.name,
        "ja" if column.required else "",
        column.explanation,
        expectation(column),
        column.example,
        "ja" if column.personal else "",
    )


def write_sheet(book: Any, table: Table, header: Any) -> None:
    sheet = book.add_worksheet(table.name)
    required = book.add_format(HEADER | {"bg_color": "#CFE0EF"})
    for place, column in enumerate(table.columns):
        number_format = {"num_format": FORMATS.get(column.kind, AS_TEXT)}
        sheet.set_column(place, place, max(len(column.name) + 2, 14), book.add_format(number_format))
        sheet.data_validation(1, place, LAST_ROW, place, validation(column))
    sheet.set_column(len(table.columns), len(table.columns), len(EXAMPLE_MARK))
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.name, required if column.required else header)
    for place, column in enumerate(table.columns):
        style = book.add_format(EXAMPLE | {"num_format": FORMATS.get(column.kind, AS_TEXT)})
        write_example(sheet, place, column, style)
    sheet.write_string(1, len(table.columns), EXAMPLE_MARK, book.add_format(EXAMPLE))


def write_example(sheet: Any, place: int, column: Column, style: Any) -> None:
    """Write the example as the kind of cell that a school would make."""
    if not column.example:
        sheet.write_blank(1, place, None, style)
        return
    value = parse(column, column.example)
    match column.kind:
        case Kind.DATE:
            sheet.write_datetime(1, place, date.fromisoformat(column.example), style)
        case Kind.TIME if isinstance(value, int):
            sheet.write_datetime(1, place, time(*divmod(value, MINUTES_PER_HOUR)), style)
        case Kind.WHOLE:
            sheet.write_number(1, place, value, style)
        case Kind.DECIMAL if isinstance(value, int):
            sheet.write_number(1, place, value / BILLION, style)
        case _:
            sheet.write_string(1, place, column.example, style)


def validation(column: Column) -> dict[str, Any]:
    """Offer the codes in a list; show what is expected in every cell."""
    words = codes(column)
    allowed: dict[str, Any] = {"validate": "list", "source": list(words)} if words else {"validate": "any"}
    demand = f"Verwacht: {listed(words) if words else expectation(column)}."
    return allowed | {
        "input_title": column.name[:LONGEST_TITLE],
        "input_message": f"{column.explanation} {demand}"[:LONGEST_MESSAGE],
        "error_title": column.name[:LONGEST_TITLE],
        "error_message": demand[:LONGEST_MESSAGE],
    }


def codes(column: Column) -> tuple[str, ...]:
    return ("ja", "nee") if column.kind is Kind.YES_NO else column.codes
