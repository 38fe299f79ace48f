"""The country: every school's norms, sums and explanation rows, against a bare scan and a bare COPY."""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median

import duckdb
from tests.generators.country import write_country

from benchmarks.measure import Ratio
from keurmerk.assessments.country import judge_country
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.inburgeren.norm_editions import NormEditions

PERIOD = MeasuringPeriod.starting(date(2025, 1, 1))
SCHOOLS, LEARNERS, ATTEMPTS, ATTENDANCE = 500, 120_000, 600_000, 3_000_000
TENFOLD = 10
ROUNDS = 3
MOST_MEMORY_GB = 3


def run(*, tenfold: bool) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        pairs = [(*_judged(Path(folder), 1), _floor(Path(folder))) for _ in range(ROUNDS)]
        once, peak, floor = (median(figures) for figures in zip(*pairs, strict=True))
        yield Ratio(
            "the country judged, all rows written",
            median(seconds / floor_seconds for seconds, _, floor_seconds in pairs),
            8,
            once,
            floor,
            "a bare DuckDB scan of the same files plus a bare COPY of as many rows",
        )
        yield _memory("peak memory of the country", peak)
    if tenfold:
        with tempfile.TemporaryDirectory() as folder:
            ten, peak = _judged(Path(folder), TENFOLD)
        yield Ratio("ten countries", ten / once, 12, ten, once, "one country")
        yield _memory("peak memory of ten countries", peak)


def _memory(name: str, peak: float) -> Ratio:
    return Ratio(name, peak / MOST_MEMORY_GB, 1, peak, MOST_MEMORY_GB, "3 GB; the figures are in GB")


def _judged(folder: Path, times: int) -> tuple[float, float]:
    """Seconds and peak memory (GB) of judging in a process of its own."""
    write_country(
        folder / "in", SCHOOLS * times, LEARNERS * times, ATTEMPTS * times, ATTENDANCE * times, parts=times
    )
    shutil.rmtree(folder / "out", ignore_errors=True)
    command = [sys.executable, "-m", "benchmarks.country", str(folder / "in"), str(folder / "out")]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    seconds, peak = answer.stdout.split()
    return float(seconds), float(peak)


def _floor(folder: Path) -> float:
    """A scan that looks at every column, and a COPY of as many explanation rows."""
    with duckdb.connect(config={"threads": 2}) as connection:
        started = time.perf_counter()
        for table in sorted((folder / "in").iterdir()):
            files = str(table / "*.parquet")
            columns = connection.read_parquet(files).columns
            largest = ", ".join(f'max("{column}")' for column in columns)
            connection.execute(f"SELECT {largest} FROM read_parquet(?)", [files]).fetchall()  # noqa: S608
        rows = str(folder / "out" / "explanation-*.parquet")
        connection.execute(
            f"COPY (SELECT * FROM read_parquet('{rows}')) TO '{folder / 'copy.parquet'}' (FORMAT parquet)"  # noqa: S608
        )
        return time.perf_counter() - started


def main(source: Path, out: Path) -> None:
    started = time.perf_counter()
    for _ in judge_country(source, NormEditions(PERIOD), out):
        pass
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    sys.stdout.write(f"{seconds} {peak}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
