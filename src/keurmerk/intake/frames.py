"""From values to the frames that the rules read; names and contact data go apart."""

from collections.abc import Iterable, Mapping

import polars as pl

from keurmerk.intake.checks.values import Parsed
from keurmerk.intake.schema import Column, Kind, Rows

DAYS = pl.Int32()
TYPES: dict[Kind, pl.DataType] = {
    Kind.ID: pl.String(),
    Kind.TEXT: pl.String(),
    Kind.CODE: pl.String(),
    Kind.KVK_NUMBER: pl.String(),
    Kind.DATE: pl.Date(),
    Kind.TIME: pl.Int64(),
    Kind.YES_NO: pl.Boolean(),
    Kind.WHOLE: pl.Int64(),
    Kind.DECIMAL: pl.Int64(),
}


def judged_frames(tables: Mapping[str, Parsed]) -> dict[str, pl.DataFrame]:
    """Give the frames for the rules; the one-row satisfaction table without a row counts as missing."""
    return {
        parsed.table.field: frame(parsed, parsed.table.judged())
        for parsed in tables.values()
        if len(parsed) or parsed.table.rows is not Rows.AT_MOST_ONE
    }


def personal_frames(tables: Mapping[str, Parsed]) -> dict[str, pl.DataFrame]:
    """Give, per table that has any, the key and the personal columns."""
    return {
        parsed.table.field: frame(parsed, [*map(parsed.table.column, parsed.table.key), *personal])
        for parsed in tables.values()
        if (personal := list(parsed.table.personal()))
    }


def frame(parsed: Parsed, columns: Iterable[Column]) -> pl.DataFrame:
    return pl.DataFrame([series(column, parsed) for column in columns])


def series(column: Column, parsed: Parsed) -> pl.Series:
    values = parsed.values[column.name]
    if column.kind is Kind.DATE:
        return pl.Series(column.field, values, dtype=DAYS).cast(pl.Date())
    return pl.Series(column.field, values, dtype=TYPES[column.kind])
