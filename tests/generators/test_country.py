"""The benchmark data: valid, repeatable, and in the shape that the rulebook judges."""

import polars as pl

from tests.generators.checks import faults
from tests.generators.country import PERIOD, Frames, as_tables, country_frames, school_frames
from tests.generators.names import ENGLISH_TABLE, frame_schema
from tests.reference import judge


def small_country() -> Frames:
    return country_frames(schools=6, learners=600, attempts=2_000, attendance=6_000, seed=3)


def test_school_has_the_asked_numbers_of_rows() -> None:
    frames = school_frames(1)
    counts = [len(frames[table]) for table in ("learners", "attempts", "lessons", "attendance")]
    assert counts == [200, 1_000, 1_000, 10_000]


def test_frames_have_the_columns_and_dtypes_of_the_rulebook() -> None:
    frames = small_country()
    expected: dict[str, pl.Schema] = {
        english: pl.Schema({"school": pl.Int64(), **frame_schema(dutch)})
        for dutch, english in ENGLISH_TABLE.items()
    }
    assert {table: frame.schema for table, frame in frames.items()} == expected


def test_same_seed_gives_the_same_frames() -> None:
    one, other = small_country(), small_country()
    assert all(one[table].equals(other[table]) for table in one)


def test_every_school_is_a_valid_dossier() -> None:
    frames = small_country()
    found = {school: sorted(set(faults(as_tables(frames, school)))) for school in range(1, 7)}
    assert {school: wrong for school, wrong in found.items() if wrong} == {}


def test_school_is_judged_on_every_norm() -> None:
    outcome = judge(as_tables(school_frames(1)), *PERIOD)
    verdicts = {row["oordeel"] for row in outcome["normen"]}
    assert verdicts <= {"voldoet", "voldoet_niet", "niet_van_toepassing"}
