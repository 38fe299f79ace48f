"""One school: judging frames in memory, and reading and checking its workbook."""

import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
from tests.generators.country import as_tables, school_frames
from tests.generators.files import write_xlsx
from tests.reference import judge as judge_by_reference

from benchmarks.measure import CPU, Ratio, in_turn, one_core
from keurmerk.intake.reading import read_dossier
from rulebook.judgement import judge
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.dossier import Dossier

PERIOD = MeasuringPeriod.starting(date(2025, 1, 1))
EDITION = "inburgeren-2025"
ROUNDS = 9


def run() -> Iterator[Ratio]:
    frames = school_frames()
    tables = as_tables(frames)
    dossier = Dossier({name: frame.drop("school") for name, frame in frames.items()})
    with one_core():
        seconds, floor, ratio = in_turn(
            lambda: judge(dossier, PERIOD, edition=EDITION),
            lambda: judge_by_reference(tables, PERIOD.first, PERIOD.last),
            rounds=ROUNDS,
            clock=CPU,
        )
    yield Ratio(
        "one school judged, with explanation",
        ratio,
        2,
        seconds,
        floor,
        "the plain-Python reference on the same rows, their text read too",
        note=f"{1000 * seconds:.0f} ms of CPU on one core; at most 150 on a quiet one",
    )
    with tempfile.TemporaryDirectory() as folder:
        workbook = Path(folder) / "school.xlsx"
        write_xlsx(tables, workbook)
        seconds, floor, ratio = in_turn(
            lambda: read_dossier(workbook), lambda: _bare_pass(workbook), rounds=5, clock=CPU
        )
    yield Ratio(
        "one workbook read and checked",
        ratio,
        2.5,
        seconds,
        floor,
        "a bare read-only pass of openpyxl over the same file",
    )


def _bare_pass(path: Path) -> int:
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        return sum(1 for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for _ in row)
    finally:
        book.close()


if __name__ == "__main__":
    for result in run():
        sys.stdout.write(result.line() + "\n")
