"""The facts of one school over one measuring period, as frames."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl


@dataclass(frozen=True, slots=True)
class Dossier:
    """One frame per delivered table, by its English name; a table that was not delivered has no key.

    Columns are the English names of the schema, all present. Times are minutes after midnight;
    decimals are whole numbers of billionths, so that every comparison is exact.
    """

    tables: Mapping[str, pl.DataFrame]

    def has(self, table: str) -> bool:
        return table in self.tables

    def first_row(self, table: str) -> dict[str, Any] | None:
        """Give the only row of a table with at most one row; None when there is none."""
        frame = self.tables.get(table)
        return None if frame is None or frame.is_empty() else frame.row(0, named=True)


NO_DATE_LIMIT = date(9999, 12, 31)
"""Stands for 'no end' where an expression needs a date to compare with."""
