"""Every cell read by its column. Each spelling is read once, however often it stands there."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from keurmerk.intake.cells import CellError, Value, parse
from keurmerk.intake.expectations import expectation
from keurmerk.intake.letters import letters_of
from keurmerk.intake.problems import Problem
from keurmerk.intake.raw import Fault, RawTable
from keurmerk.intake.schema import Column, Table


@dataclass(slots=True)
class Parsed:
    """A table as values; None stands for empty, and for what could not be read (then there is a problem)."""

    table: Table
    row_numbers: list[int]
    places: dict[str, int]
    texts: dict[str, Sequence[str]] = field(default_factory=dict)
    values: dict[str, list[Value]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.row_numbers)

    def problem(self, row: int, column: str, message: str) -> Problem:
        """Point at a cell by the place of its row in the frame."""
        text = self.texts[column][row]
        return Problem(self.table.name, self.row_numbers[row], column, text or None, message)


def parse_table(raw: RawTable, places: dict[str, int]) -> tuple[Parsed, list[Problem]]:
    parsed = Parsed(raw.table, raw.row_numbers, places)
    faulty = faulty_rows(raw)
    problems = [fault_problem(raw, fault) for fault in (*raw.faults, *raw.beyond)]
    for column in raw.table.columns:
        place = places.get(column.name)
        if place is None:
            fill_absent(parsed, column)
        else:
            problems += parse_column(parsed, column, raw.columns[place], faulty.get(place, frozenset()))
    return parsed, problems


def fill_absent(parsed: Parsed, column: Column) -> None:
    """A column that is not there reads as if all its cells were empty."""
    parsed.texts[column.name] = [""] * len(parsed)
    parsed.values[column.name] = [empty_value(column)] * len(parsed)


def parse_column(
    parsed: Parsed, column: Column, cells: list[str], faulty: frozenset[int] | set[int]
) -> list[Problem]:
    texts = {cell: cell.strip() for cell in set(cells)}
    values: dict[str, Value] = {}
    wrong: dict[str, str] = {}
    for cell, text in texts.items():
        try:
            values[cell] = parse(column, text) if text else empty_value(column)
        except CellError as error:
            values[cell] = None
            wrong[cell] = str(error)
        if not text and column.required:
            wrong[cell] = f"Deze cel is leeg, maar verplicht. Verwacht: {expectation(column)}."
    parsed.texts[column.name] = list(map(texts.__getitem__, cells))
    parsed.values[column.name] = found = list(map(values.__getitem__, cells))
    rows = {number: row for row, number in enumerate(parsed.row_numbers)} if faulty else {}
    for number in faulty:
        if number in rows:
            found[rows[number]] = None
    if not wrong:
        return []
    return [
        parsed.problem(row, column.name, wrong[cell])
        for row, cell in enumerate(cells)
        if cell in wrong and parsed.row_numbers[row] not in faulty
    ]


def empty_value(column: Column) -> Value:
    return None if column.empty_means is None else parse(column, column.empty_means)


def faulty_rows(raw: RawTable) -> dict[int, set[int]]:
    """Give per column the row numbers of cells that were refused while the file was read."""
    found: dict[int, set[int]] = {}
    for fault in raw.faults:
        found.setdefault(fault.column, set()).add(fault.row)
    return found


def fault_problem(raw: RawTable, fault: Fault) -> Problem:
    name = raw.header[fault.column] if fault.column < len(raw.header) else ""
    return Problem(
        raw.table.name, fault.row, name or letters_of(fault.column), fault.value.strip(), fault.message
    )
