"""What is wrong with a delivered dossier, in the words of the spreadsheet."""

from collections.abc import Iterable
from dataclasses import dataclass

from keurmerk.intake.schema import TABLES

TABLE_ORDER = {table.name: place for place, table in enumerate(TABLES)}
COLUMN_ORDER = {
    (table.name, column.name): place for table in TABLES for place, column in enumerate(table.columns)
}
LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where it stands, what stands there, what was expected and how to mend it."""

    table: str | None
    row: int | None
    column: str | None
    value: str | None
    message: str

    def as_json(self) -> dict[str, str | int | None]:
        """Give the form of the contract: a place that does not apply is null, a value always text."""
        return {
            "tabel": self.table,
            "rij": self.row,
            "kolom": self.column,
            "waarde": self.value or "",
            "melding": self.message,
        }

    def as_line(self) -> str:
        """Say the whole problem on one line, whatever the value holds."""
        place = [
            part
            for part in (
                self.table,
                None if self.row is None else f"rij {self.row}",
                None if self.column is None else f"kolom {self.column}",
            )
            if part
        ]
        shown = "" if not self.value else f"'{shortened(self.value)}': "
        where = ", ".join(place)
        return " ".join(f"{where}: {shown}{self.message}".removeprefix(": ").split())

    def order(self) -> tuple[int, int, int]:
        """Sort by table as the schema has them, then row, then column; what is not placed goes first."""
        table = -1 if self.table is None else TABLE_ORDER.get(self.table, len(TABLE_ORDER))
        column = COLUMN_ORDER.get((self.table or "", self.column or ""), len(COLUMN_ORDER))
        return table, self.row or 0, -1 if self.column is None else column


class RefusedError(Exception):
    """A file, or a part of it, that cannot be read at all."""

    def __init__(
        self, message: str, *, table: str | None = None, row: int | None = None, value: str | None = None
    ) -> None:
        super().__init__(message)
        self.problem = Problem(table, row, None, value, message)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=Problem.order))


def shortened(value: str) -> str:
    return value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…"
