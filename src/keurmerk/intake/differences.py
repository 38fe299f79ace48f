"""What changed between two dossiers: rows added, changed and removed, by their key."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from keurmerk.intake.cells import shown
from keurmerk.intake.frames import TYPES
from keurmerk.intake.schema import TABLES, Column, Table
from rulebook.norms.dossier import Dossier

NTH = "nth"
ONLY_ROW = "1"


@dataclass(frozen=True, slots=True)
class ChangedCell:
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedRow:
    key: str
    cells: tuple[ChangedCell, ...]


@dataclass(frozen=True, slots=True)
class TableDifference:
    """Of one table (by its Dutch name): the keys of rows, sorted; empty where nothing changed."""

    table: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[ChangedRow, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def compare(before: Dossier, after: Dossier) -> tuple[TableDifference, ...]:
    """Compare two dossiers table by table; tables without a difference are left out."""
    compared = (
        compare_table(table, before.tables.get(table.field), after.tables.get(table.field))
        for table in TABLES
    )
    return tuple(difference for difference in compared if difference)


def compare_table(table: Table, before: pl.DataFrame | None, after: pl.DataFrame | None) -> TableDifference:
    old, new = numbered(table, before), numbered(table, after)
    on = [*key_fields(table), NTH]
    joined = old.join(new, on=on, how="inner", suffix=" after", nulls_equal=True)
    return TableDifference(
        table.name,
        added=keys(table, new.join(old, on=on, how="anti", nulls_equal=True)),
        removed=keys(table, old.join(new, on=on, how="anti", nulls_equal=True)),
        changed=changed_rows(table, joined),
    )


def numbered(table: Table, frame: pl.DataFrame | None) -> pl.DataFrame:
    """Number rows that share a key, in an order that depends on their content alone."""
    if frame is None:
        frame = pl.DataFrame(schema={column.field: TYPES[column.kind] for column in table.judged()})
    fields = [column.field for column in table.judged()]
    ordered = frame.select(fields).sort(fields)
    key = key_fields(table)
    nth = pl.int_range(pl.len()).over(key) if key else pl.int_range(pl.len())
    return ordered.with_columns(nth.cast(pl.Int64()).alias(NTH))


def key_fields(table: Table) -> list[str]:
    return [table.column(name).field for name in table.key]


def keys(table: Table, frame: pl.DataFrame) -> tuple[str, ...]:
    return tuple(sorted(key_of(table, row) for row in frame.iter_rows(named=True)))


def key_of(table: Table, row: dict[str, Any]) -> str:
    if not table.key:
        return ONLY_ROW
    return "/".join(shown(table.column(name), row[table.column(name).field]) for name in table.key)


def changed_rows(table: Table, joined: pl.DataFrame) -> tuple[ChangedRow, ...]:
    compared = [column for column in table.judged() if column.name not in table.key]
    if not compared:
        return ()
    differs = [pl.col(column.field).ne_missing(pl.col(f"{column.field} after")) for column in compared]
    rows = joined.filter(pl.any_horizontal(differs)).iter_rows(named=True)
    found = (ChangedRow(key_of(table, row), changed_cells(compared, row)) for row in rows)
    return tuple(sorted(found, key=lambda row: row.key))


def changed_cells(columns: Sequence[Column], row: dict[str, Any]) -> tuple[ChangedCell, ...]:
    return tuple(
        ChangedCell(
            column.name, shown(column, row[column.field]), shown(column, row[f"{column.field} after"])
        )
        for column in columns
        if row[column.field] != row[f"{column.field} after"]
    )
