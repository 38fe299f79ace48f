"""The template's example row: how it is marked, and how the reader knows it again."""

from collections.abc import Mapping

from keurmerk.intake.cells import CellError, Value, parse
from keurmerk.intake.schema import Column, Table

EXAMPLE_MARK = "← voorbeeld: deze rij telt niet mee"
ERROR_COLUMN = "fouten"
"""The first column of the workbook with errors; when that workbook comes back it is not read."""


def is_example(table: Table, cells: Mapping[str, str]) -> bool:
    """Tell whether a row is still the untouched example, in any spelling."""
    return all(
        value_of(column, cells.get(column.name, "")) == value_of(column, column.example)
        for column in table.columns
    )


def value_of(column: Column, text: str) -> Value:
    if not text:
        return None
    try:
        return parse(column, text)
    except CellError:
        return text
