"""Where frames are computed. A norm is written once; the same text runs on each of these."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from enum import StrEnum

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

    def remember(self, frame: Frame) -> Frame:
        """Keep a selection of kept rows where that is cheap; else it is selected at every use."""
        return frame

    def stack(self, frames: Sequence[Frame]) -> Frame:
        """Put frames with the same columns under one another."""
        return nw.concat(list(frames), how="vertical")

    def store(self, explanation: Frame) -> Frame:
        """Put the explanation rows away; gives them back to be summed."""
        return self.keep(explanation)

    def collect(self, frame: Frame) -> pl.DataFrame:
        result: pl.DataFrame = frame.collect("polars").to_native()
        return result
