"""The country, block by block, says of every school what judging that school alone says."""

import polars as pl
import pytest

from keurmerk.assessments.country import judge_country
from rulebook.judgement import judge
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.dossier import Dossier
from rulebook.norms.inburgeren.norm_editions import NormEditions
from tests.generators.country import PERIOD, write_country

SCHOOLS = range(1, 5)
PERIOD_OF_ALL = MeasuringPeriod(PERIOD.first, PERIOD.last)
ROW = ["norm", "group", "table", "id", "counts", "reason"]


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    """Four schools in two blocks, and what was written of them."""
    folder = tmp_path_factory.mktemp("country")
    write_country(folder / "in", 4, 60, 240, 1_200, parts=2)
    blocks = list(judge_country(folder / "in", NormEditions(PERIOD_OF_ALL), folder / "out"))
    return folder, {school: outcome for block in blocks for school, outcome in block.items()}


def alone(folder, school):
    frames = {
        table.name: pl.read_parquet(table / "*.parquet").filter(pl.col("school") == school).drop("school")
        for table in (folder / "in").iterdir()
    }
    return judge(Dossier(frames), PERIOD_OF_ALL)


def test_every_school_of_every_block_is_judged(country):
    assert sorted(country[1]) == list(SCHOOLS)


@pytest.mark.parametrize("school", SCHOOLS)
def test_a_school_gets_the_outcome_that_it_gets_alone(country, school):
    folder, outcomes = country

    assert outcomes[school].as_json() == alone(folder, school).as_json()


@pytest.mark.parametrize("school", SCHOOLS)
def test_the_rows_written_of_a_school_are_its_explanation(country, school):
    folder, _ = country
    written = pl.read_parquet(folder / "out" / "explanation-*.parquet").filter(pl.col("school") == school)

    expected = alone(folder, school).explanation.select(ROW)

    assert written.select(ROW).sort(ROW).equals(expected.sort(ROW))


def test_the_norms_written_are_those_of_the_outcomes(country):
    folder, outcomes = country
    written = pl.read_parquet(folder / "out" / "norms-*.parquet")

    assert written.height == sum(len(outcome.rows) for outcome in outcomes.values())
