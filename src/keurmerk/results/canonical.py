"""One text for a table, whatever the order of its rows and columns and whoever wrote the file.

What is hashed is this text, never a Parquet file: an engine is free to write the same rows differently.
"""

import hashlib
from collections.abc import Mapping
from typing import Protocol

import polars as pl

EMPTY = r"\N"
"""An empty cell; a backslash in a text is doubled, so that no text can look like this."""
CELLS, ROWS = "\t", "\n"


class Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...


def tables_hash(tables: Mapping[str, pl.DataFrame], form: str) -> str:
    """SHA-256 over the form's name and all tables; a table without rows differs from one that is absent."""
    whole = hashlib.sha256(f"{form}{ROWS}".encode())
    for name in sorted(tables):
        feed(whole, name, tables[name])
    return whole.hexdigest()


def feed(whole: Hash, name: str, frame: pl.DataFrame) -> None:
    """Give the table its heading (name, rows, columns with their types), and then its rows."""
    columns = sorted(frame.columns)
    heading = [name, str(frame.height), *(f"{column}:{frame.schema[column]}" for column in columns)]
    whole.update(f"{CELLS.join(heading)}{ROWS}".encode())
    for line in sorted_rows(frame, columns):
        whole.update(f"{line}{ROWS}".encode())


def sorted_rows(frame: pl.DataFrame, columns: list[str]) -> pl.Series:
    if not frame.height or not columns:
        return pl.Series(dtype=pl.String)
    cells = [cell_text(column, frame.schema[column]) for column in columns]
    return frame.select(pl.concat_str(cells, separator=CELLS).alias("row")).to_series().sort()


def cell_text(column: str, kind: pl.DataType) -> pl.Expr:
    cell = pl.col(column)
    match kind:
        case pl.String():
            text = cell.str.replace_many(["\\", CELLS, ROWS], [r"\\", r"\t", r"\n"])
        case pl.Boolean():
            text = pl.when(cell).then(pl.lit("true")).when(~cell).then(pl.lit("false"))
        case pl.Date():
            text = cell.dt.to_string("%Y-%m-%d")
        case pl.Int64():
            text = cell.cast(pl.String())
        case _:
            raise TypeError(f"a column of type {kind} has no canonical text")
    return text.fill_null(EMPTY)
