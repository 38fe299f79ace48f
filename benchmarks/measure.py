"""Timing two things in turn, so that a ratio holds on a machine that others use too."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times the floor something took; `most` is what the project allows itself."""

    name: str
    ratio: float
    most: float
    seconds: float
    floor_seconds: float
    floor: str
    note: str = ""

    @property
    def holds(self) -> bool:
        return self.ratio <= self.most

    def line(self) -> str:
        word = "ok " if self.holds else "OVER"
        return (
            f"{word} {self.name}: {self.ratio:.2f} x the floor (at most {self.most:g}); "
            f"{self.seconds:.3f} s against {self.floor_seconds:.3f} s: {self.floor}"
            + (f" [{self.note}]" if self.note else "")
        )

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "holds": self.holds}


@contextmanager
def one_core() -> Iterator[None]:
    """Stay on one core where the system lets us: moving a small computation about costs more than it."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    _bind_all_threads({min(allowed)})
    try:
        yield
    finally:
        _bind_all_threads(allowed)


def _bind_all_threads(cores: set[int]) -> None:
    """Those of the libraries too, which started before."""
    for thread in Path("/proc/self/task").iterdir():
        os.sched_setaffinity(int(thread.name), cores)


def in_turn(
    measured: Callable[[], object], floor: Callable[[], object], *, rounds: int, clock: Callable[[], float]
) -> tuple[float, float, float]:
    """Run both `rounds` times, in turn after one warm-up; give both medians and the median of the ratios."""
    measured()
    floor()
    pairs = [(_timed(measured, clock), _timed(floor, clock)) for _ in range(rounds)]
    return (
        median(pair[0] for pair in pairs),
        median(pair[1] for pair in pairs),
        median(pair[0] / pair[1] for pair in pairs),
    )


def _timed(run: Callable[[], object], clock: Callable[[], float]) -> float:
    started = clock()
    run()
    return clock() - started


CPU = time.process_time
WALL = time.perf_counter
