"""Norms on PySpark, for when one machine no longer does."""

from typing import Any, override

import narwhals.stable.v2 as nw
import polars as pl

from rulebook.kernel.explain import Frame
from rulebook.norms.engines import Backend

LOCAL_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.session.timeZone": "UTC",
}


class PySparkBackend(Backend):
    def __init__(self, session: Any) -> None:
        self.session = session

    @override
    def load(self, frame: pl.DataFrame) -> Frame:
        loaded: Frame = nw.from_native(self.session.createDataFrame(frame.to_arrow()))
        return loaded

    @override
    def keep(self, frame: Frame) -> Frame:
        """Compute now and forget how: plans that only grow are what a Spark driver drowns in."""
        kept: Frame = nw.from_native(frame.to_native().localCheckpoint(eager=True))
        return kept

    @override
    def close(self) -> None:
        """The session is left to others; what was kept goes with its last user."""


def local_session() -> Any:
    """Spark in this process, on two cores; an installation with a cluster passes its own session."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - needs an extra package and a Java runtime

    builder = SparkSession.builder.master("local[2]")
    for name, value in LOCAL_SETTINGS.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
