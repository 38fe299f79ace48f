"""Norms on PySpark, for when one machine no longer does."""

from typing import Any, override

import narwhals.stable.v2 as nw
import polars as pl

from rulebook.kernel.explain import Frame
from rulebook.norms.engines import Backend


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


def local_session() -> Any:
    """Spark in this process, on two cores; an installation with a cluster passes its own session."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - needs an extra package and a Java runtime

    return SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
