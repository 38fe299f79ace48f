"""Plans prepared once and run many times on polars.

Laying out the norms costs more time than computing one school. The layout depends only on the period,
the editions and which tables are there, so it is made over empty slots that a run fills.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import Lock
from typing import override

import narwhals.stable.v2 as nw
import polars as pl
from polars.io.plugins import register_io_source

from rulebook.kernel.explain import Frame
from rulebook.norms.engines import Backend

type Step = Callable[[], pl.DataFrame]

AS_LAID_OUT = pl.QueryOptFlags.none()
"""One school is small: optimising a query takes longer than running it as it stands."""


def _run_of(query: pl.LazyFrame) -> Step:
    def run() -> pl.DataFrame:
        return query.collect(optimizations=AS_LAID_OUT)

    return run


class PreparedBackend(Backend):
    """Notes what is to be kept, instead of computing it; `run` computes it over a school's tables."""

    def __init__(self, schemas: Mapping[str, pl.Schema]) -> None:
        self._filled: dict[str, pl.DataFrame] = {}
        self._steps: list[tuple[str, Step]] = []
        self._lock = Lock()
        self.tables = {name: self._slot(name, schema) for name, schema in schemas.items()}

    @override
    def load(self, frame: pl.DataFrame) -> Frame:
        raise NotImplementedError("a prepared plan is laid out over slots and filled when it runs")

    @override
    def keep(self, frame: Frame) -> Frame:
        native: pl.LazyFrame = frame.to_native()
        return self._step(_run_of(native), native.collect_schema())[1]

    @override
    def remember(self, frame: Frame) -> Frame:
        return self.keep(frame)

    @override
    def stack(self, frames: Sequence[Frame]) -> Frame:
        """Compute part by part: polars takes twice as long over one query of many small ones."""
        parts, schema = [], pl.Schema()
        for frame in frames:
            native: pl.LazyFrame = frame.to_native()
            schema = native.collect_schema()
            parts.append(self._step(_run_of(native), schema)[0])
        return self._step(lambda: pl.concat([self._filled[part] for part in parts]), schema)[1]

    @override
    def collect(self, frame: Frame) -> pl.DataFrame:
        return _run_of(frame.to_native())()

    @override
    def close(self) -> None:
        self._filled.clear()

    def run(self, tables: Mapping[str, pl.DataFrame], *frames: Frame) -> list[pl.DataFrame]:
        """Fill the slots with these tables, compute the steps and give the frames asked for."""
        with self._lock:
            try:
                self._filled.update(tables)
                for name, step in self._steps:
                    self._filled[name] = step()
                return [self.collect(frame) for frame in frames]
            finally:
                self.close()

    def _step(self, compute: Step, schema: pl.Schema) -> tuple[str, Frame]:
        name = f"step {len(self._steps)}"
        self._steps.append((name, compute))
        return name, self._slot(name, schema)

    def _slot(self, name: str, schema: pl.Schema) -> Frame:
        slot: Frame = nw.from_native(register_io_source(self._source(name), schema=schema))
        return slot

    def _source(self, name: str) -> Callable[..., Iterator[pl.DataFrame]]:
        def filled(
            with_columns: list[str] | None,
            predicate: pl.Expr | None,
            n_rows: int | None,
            _batch_size: int | None,
        ) -> Iterator[pl.DataFrame]:
            frame = self._filled[name]
            if with_columns is not None:
                frame = frame.select(with_columns)
            if predicate is not None:
                frame = frame.filter(predicate)
            yield frame if n_rows is None else frame.head(n_rows)

        return filled
