"""The engine makes no difference: the same bytes from polars, DuckDB and PySpark, in any row order."""

import json
import random
import shutil
import warnings

import polars as pl
import pytest

from rulebook.judgement import Outcome, judge
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.dossier import Dossier
from rulebook.norms.engines import Engine
from rulebook.norms.on_pyspark import local_session
from tests.generators.dossiers import random_dossier
from tests.generators.frames import dossier_of

NO_JAVA = "no Java runtime on PATH: the norms did not run on PySpark"


def printed(outcome: Outcome) -> tuple[str, str]:
    return json.dumps(outcome.as_json()), outcome.explanation_table().write_csv()


def dossier_and_period(seed: int) -> tuple[Dossier, MeasuringPeriod]:
    tables, first, last = random_dossier(random.Random(seed))
    return dossier_of(tables), MeasuringPeriod(first, last)


@pytest.mark.parametrize("seed", range(6))
def test_duckdb_gives_the_bytes_of_polars(seed):
    dossier, period = dossier_and_period(seed)

    assert printed(judge(dossier, period, engine=Engine.DUCKDB)) == printed(judge(dossier, period))


@pytest.mark.parametrize("seed", range(4))
def test_row_order_makes_no_difference(seed):
    dossier, period = dossier_and_period(seed)
    shuffled = Dossier(
        {name: frame.sample(fraction=1, shuffle=True, seed=seed) for name, frame in dossier.tables.items()}
    )

    assert printed(judge(shuffled, period)) == printed(judge(dossier, period))


@pytest.fixture
def spark():
    """A session that interprets: compiling every expression takes longer than running a small dossier."""
    if not shutil.which("java"):
        warnings.warn(pytest.PytestWarning(NO_JAVA), stacklevel=1)
        pytest.skip(NO_JAVA)
    session = local_session()
    session.conf.set("spark.sql.codegen.wholeStage", "false")
    session.conf.set("spark.sql.codegen.factoryMode", "NO_CODEGEN")
    session.conf.set("spark.sql.adaptive.enabled", "false")
    session.conf.set("spark.sql.shuffle.partitions", "1")
    yield session
    session.stop()


@pytest.mark.usefixtures("spark")
def test_pyspark_gives_the_bytes_of_polars():
    dossier, period = dossier_and_period(4)

    assert printed(judge(dossier, period, engine=Engine.PYSPARK)) == printed(judge(dossier, period))


def test_a_frame_with_no_rows_is_judged_like_any_other():
    dossier, period = dossier_and_period(1)
    empty = Dossier(
        {
            name: frame if name == "organisation" else pl.DataFrame(schema=frame.schema)
            for name, frame in dossier.tables.items()
        }
    )

    outcome = judge(empty, period)

    assert outcome.explanation.is_empty()
    assert {row.numerator for row in outcome.rows} <= {0, None}
