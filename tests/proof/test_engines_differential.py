"""DuckDB gives the bytes of polars, on the boundary frame and on made-up dossiers."""

import json
import random
from functools import cache
from typing import Any

import pytest

from rulebook.judgement import judge
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.engines import Engine
from tests.generators.boundary import boundary_dossiers
from tests.generators.dossiers import random_dossier
from tests.generators.frames import dossier_of

PART = 30
SEEDS = range(2_000, 2_050)


@cache
def frame() -> list[Any]:
    return boundary_dossiers(part=PART)


def differing(tables: Any, first: Any, last: Any) -> list[str]:
    """Which of the two files that an outcome is printed in differ."""
    dossier, period = dossier_of(tables), MeasuringPeriod(first, last)
    one, other = (judge(dossier, period, engine=engine) for engine in (Engine.POLARS, Engine.DUCKDB))
    files = {
        "json": [json.dumps(outcome.as_json()) for outcome in (one, other)],
        "uitleg": [outcome.explanation_table().write_csv() for outcome in (one, other)],
    }
    return [name for name, (polars, duckdb) in files.items() if polars != duckdb]


# cursisten in an extended period, lessons, and docenten
@pytest.mark.parametrize("number", [4, 5, 10])
def test_duckdb_agrees_on_a_part_of_the_boundary_frame(number: int) -> None:
    assert differing(*frame()[number]) == []


@pytest.mark.proof
@pytest.mark.parametrize("number", range(24))
def test_duckdb_agrees_on_all_of_the_boundary_frame(number: int) -> None:
    assert differing(*boundary_dossiers(part=2)[number]) == []


@pytest.mark.proof
@pytest.mark.parametrize("seed", SEEDS)
def test_duckdb_agrees_on_made_up_dossiers(seed: int) -> None:
    assert differing(*random_dossier(random.Random(seed))) == []
