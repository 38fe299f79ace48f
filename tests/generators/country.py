"""Benchmark data: one school or a whole country as frames, made quickly and always the same for a seed.

The frames have the columns and dtypes that the rulebook judges, with the number of the school in front.
"""

from fractions import Fraction
from pathlib import Path

import polars as pl

from tests.generators.columns import KINDS, Tables
from tests.generators.country_people import (
    FIRST,
    LAST,
    make_attempts,
    make_hours_statements,
    make_invoices,
    make_learners,
    make_practice_hours,
    make_tracks,
)
from tests.generators.country_schools import (
    GROUP,
    make_attendance,
    make_complaints,
    make_lessons,
    make_organisation,
    make_parameters,
    make_quality,
    make_staff,
    school_sizes,
)
from tests.generators.draws import Draws
from tests.generators.lessons import clock
from tests.generators.names import ENGLISH_TABLE, english_columns, frame_schema
from tests.generators.papers import decimal
from tests.reference.period import Period

type Frames = dict[str, pl.DataFrame]

PERIOD = Period(FIRST, LAST)


def school_frames(
    seed: int = 1,
    learners: int = 200,
    attempts: int = 1_000,
    lessons: int = 1_000,
    attendance_rows: int = 10_000,
) -> Frames:
    """One school, number 1."""
    return _frames(seed, 1, 1, learners, attempts, lessons, attendance_rows)


def country_frames(
    schools: int = 500,
    learners: int = 120_000,
    attempts: int = 600_000,
    attendance: int = 3_000_000,
    *,
    seed: int = 1,
    first_school: int = 1,
) -> Frames:
    """Many schools at once, numbered from first_school, about ten attendance rows to a lesson."""
    return _frames(seed, schools, first_school, learners, attempts, attendance // GROUP, attendance)


def write_country(
    folder: Path,
    schools: int = 500,
    learners: int = 120_000,
    attempts: int = 600_000,
    attendance: int = 3_000_000,
    *,
    seed: int = 1,
    parts: int = 1,
) -> Path:
    """Write folder/<table>/part-<n>.parquet; many parts keep the memory small for a very large country."""
    for part in range(parts):
        frames = country_frames(
            schools // parts,
            learners // parts,
            attempts // parts,
            attendance // parts,
            seed=seed + part,
            first_school=part * (schools // parts) + 1,
        )
        for table, frame in frames.items():
            (folder / table).mkdir(parents=True, exist_ok=True)
            frame.write_parquet(folder / table / f"part-{part:03}.parquet")
    return folder


def _frames(
    seed: int, schools: int, first_school: int, learners: int, attempts: int, lessons: int, attendance: int
) -> Frames:
    draws = Draws(seed)
    people = make_learners(draws, schools, first_school, learners)
    sizes = school_sizes(people)
    taught = make_lessons(draws, people, sizes, lessons)
    made = {
        "organisation": make_organisation(draws, schools, first_school),
        "learners": people,
        "tracks": make_tracks(draws, people),
        "attempts": make_attempts(draws, people, attempts),
        **make_staff(draws, sizes),
        "lessons": taught,
        "attendance": make_attendance(draws, people, taught, attendance),
        "practice_hours": make_practice_hours(draws, people),
        "hours_statements": make_hours_statements(draws, people),
        "invoices": make_invoices(draws, people),
        "complaints": make_complaints(draws, schools, first_school),
        **make_quality(draws, sizes),
        "parameters": make_parameters(schools, first_school),
    }
    return {
        english: made[english].select(
            pl.col("school").cast(pl.Int64),
            *(pl.col(column).cast(dtype) for column, dtype in frame_schema(dutch).items()),
        )
        for dutch, english in ENGLISH_TABLE.items()
    }


def as_tables(frames: Frames, school: int = 1) -> Tables:
    """One school as the raw Dutch tables that it would deliver (with made-up names where one is asked)."""
    tables: Tables = {}
    for dutch, english in ENGLISH_TABLE.items():
        columns = english_columns(dutch)
        rows = frames[english].filter(pl.col("school") == school).select(columns.values()).rows()
        kinds = [KINDS[dutch][column] for column in columns]
        tables[dutch] = [
            {column: _cell(value, kind) for column, value, kind in zip(columns, row, kinds, strict=True)}
            for row in rows
        ]
    for row in tables["docenten"]:
        row["naam"] = f"Docent {row['docent_id']}"
    for row in tables["cursisten"]:
        row["naam"] = f"Cursist {row['cursist_id']}"
    return tables


def _cell(value: object, kind: str) -> str:
    if value is None:
        return ""
    if kind == "yes":
        return "ja" if value else "nee"
    if isinstance(value, int) and kind == "time":
        return clock(value)
    if isinstance(value, int) and kind == "decimal":
        return decimal(Fraction(value, 10**9))
    return str(value)
