"""Norms on DuckDB, for batches that are larger than memory."""

from itertools import count
from typing import override

import duckdb
import narwhals.stable.v2 as nw
import polars as pl

from rulebook.kernel.explain import Frame
from rulebook.norms.engines import Backend


class DuckDBBackend(Backend):
    def __init__(self, connection: duckdb.DuckDBPyConnection | None = None) -> None:
        self.connection = connection or duckdb.connect(config={"threads": 2})
        self._numbers = count()

    @override
    def load(self, frame: pl.DataFrame) -> Frame:
        return nw.from_native(self.connection.from_arrow(frame.to_arrow()))

    @override
    def keep(self, frame: Frame) -> Frame:
        name = f"kept_{next(self._numbers)}"
        relation: duckdb.DuckDBPyRelation = frame.to_native()
        relation.create(name)
        return nw.from_native(self.connection.table(name))

    @override
    def close(self) -> None:
        self.connection.close()
