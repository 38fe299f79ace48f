"""Where frames are computed. A norm is written once; the same text runs on each of these."""

from abc import ABC, abstractmethod
from enum import StrEnum
from itertools import count
from typing import Any, override

import duckdb
import narwhals.stable.v2 as nw
import polars as pl

from rulebook.kernel.explain import Frame


class Engine(StrEnum):
    POLARS = "polars"
    DUCKDB = "duckdb"
    PYSPARK = "pyspark"


class Backend(ABC):
    """One computation; closes what it opened."""

    @abstractmethod
    def load(self, frame: pl.DataFrame) -> Frame: ...

    @abstractmethod
    def close(self) -> None:
        """Release what the computation held."""

    def keep(self, frame: Frame) -> Frame:
        """Compute a frame that several norms use once."""
        return frame

    def collect(self, frame: Frame) -> pl.DataFrame:
        result: pl.DataFrame = frame.collect("polars").to_native()
        return result


class PolarsBackend(Backend):
    @override
    def load(self, frame: pl.DataFrame) -> Frame:
        return nw.from_native(frame.lazy())

    @override
    def keep(self, frame: Frame) -> Frame:
        return self.load(self.collect(frame))

    @override
    def collect(self, frame: Frame) -> pl.DataFrame:
        native: pl.LazyFrame = frame.to_native()
        return native.collect()

    @override
    def close(self) -> None:
        """Frames in memory go with their last user."""


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


class PySparkBackend(Backend):
    def __init__(self, session: Any) -> None:
        self.session = session

    @override
    def load(self, frame: pl.DataFrame) -> Frame:
        loaded: Frame = nw.from_native(self.session.createDataFrame(frame.to_arrow()))
        return loaded

    @override
    def keep(self, frame: Frame) -> Frame:
        kept: Frame = nw.from_native(frame.to_native().cache())
        return kept

    @override
    def close(self) -> None:
        """Others may use the session; only what was kept is let go."""
        self.session.catalog.clearCache()


def backend_for(engine: Engine) -> Backend:
    match engine:
        case Engine.POLARS:
            return PolarsBackend()
        case Engine.DUCKDB:
            return DuckDBBackend()
        case Engine.PYSPARK:
            from pyspark.sql import SparkSession  # noqa: PLC0415 - a heavy extra that only this engine needs

            return PySparkBackend(
                SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
            )
