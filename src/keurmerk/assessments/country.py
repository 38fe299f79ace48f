"""Judge the whole country from Parquet files, block by block: memory does not grow with the schools."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import override

import duckdb
import narwhals.stable.v2 as nw
import polars as pl

from rulebook.judgement import Outcome
from rulebook.judgement.judge import NOT_IN_FRAMES, judge_many, organisation_of, school_of
from rulebook.kernel.explain import SCHOOL, Frame
from rulebook.kernel.norm import School
from rulebook.norms.dossier import Dossier
from rulebook.norms.inburgeren.norm_editions import NormEditions
from rulebook.norms.on_duckdb import DuckDBBackend

MEMORY_LIMIT = "2GB"
"""What does not fit is put on disk by DuckDB."""

PER_SCHOOL = ("organisation", "parameters", "satisfaction")
"""Small tables whose rows become the School that verdicts ask for."""


class StoringBackend(DuckDBBackend):
    """Writes the explanation rows to one Parquet file and sums them from there."""

    def __init__(self, explanation: Path, scratch: Path) -> None:
        config: dict[str, str | bool | float | list[str]] = {
            "threads": 2,
            "memory_limit": MEMORY_LIMIT,
            "temp_directory": str(scratch),
        }
        super().__init__(duckdb.connect(config=config))
        self._explanation = explanation

    @override
    def store(self, explanation: Frame) -> Frame:
        relation: duckdb.DuckDBPyRelation = explanation.to_native()
        relation.write_parquet(str(self._explanation))
        return nw.from_native(self.connection.read_parquet(str(self._explanation)))

    def read(self, files: Path) -> Frame:
        return nw.from_native(self.connection.read_parquet(str(files)))


def judge_country(folder: Path, editions: NormEditions, out: Path) -> Iterator[dict[int, Outcome]]:
    """Judge `folder`/<table>/part-<n>.parquet a part at a time; gives the outcomes of each part.

    Schools of one part delivered the same tables. Writes `out`/explanation-<part> and `out`/norms-<part>.
    """
    out.mkdir(parents=True, exist_ok=True)
    tables = sorted(path.name for path in folder.iterdir() if path.is_dir())
    for part in sorted(path.name for path in (folder / "learners").glob("*.parquet")):
        yield _judge_part({table: folder / table / part for table in tables}, editions, out, part)


def _judge_part(
    files: Mapping[str, Path], editions: NormEditions, out: Path, part: str
) -> dict[int, Outcome]:
    backend = StoringBackend(out / f"explanation-{part}", out)
    try:
        frames = {name: backend.read(path) for name, path in files.items() if name not in NOT_IN_FRAMES}
        outcomes = judge_many(frames, _schools(files), editions, backend)
    finally:
        backend.close()
    _norm_rows(outcomes).write_parquet(out / f"norms-{part}")
    return outcomes


def _schools(files: Mapping[str, Path]) -> dict[int, tuple[School, dict[str, str]]]:
    per_table = {
        name: pl.read_parquet(files[name]).partition_by(SCHOOL, as_dict=True)
        for name in PER_SCHOOL
        if name in files
    }
    schools = {}
    for key in per_table["organisation"]:
        dossier = Dossier({name: rows[key] for name, rows in per_table.items() if key in rows})
        schools[int(key[0])] = (school_of(dossier), organisation_of(dossier))
    return schools


def _norm_rows(outcomes: Mapping[int, Outcome]) -> pl.DataFrame:
    """The sums and verdicts as a table; values as exact text."""
    return pl.DataFrame(
        [
            {
                SCHOOL: school,
                "norm": row.norm,
                "group": row.group,
                "numerator": row.numerator,
                "denominator": row.denominator,
                "value": None if row.value is None else str(row.value),
                "verdict": row.verdict.value,
                "edition": row.edition,
            }
            for school, outcome in outcomes.items()
            for row in outcome.rows
        ],
        infer_schema_length=None,
    )
