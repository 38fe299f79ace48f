"""The engine and the plain reference agree in every value, on made-up dossiers and on the boundary frame."""

import json
import random

import pytest

from tests.generators.boundary import boundary_dossiers
from tests.generators.columns import Tables
from tests.generators.dossiers import random_dossier
from tests.proof.compare import differences, engine_outcome

STEP = 20
QUICK = range(0, 80, STEP)
LONG = range(80, 1200, STEP)
FRAMES = 24  # dossiers of the boundary frame


def disagreements(first_seed: int) -> dict[int, list[str]]:
    found = {
        seed: differences(*random_dossier(random.Random(seed)))
        for seed in range(first_seed, first_seed + STEP)
    }
    return {seed: lines for seed, lines in found.items() if lines}


@pytest.mark.parametrize("first_seed", QUICK)
def test_engine_agrees_on_made_up_dossiers(first_seed: int) -> None:
    assert disagreements(first_seed) == {}


@pytest.mark.proof
@pytest.mark.parametrize("first_seed", LONG)
def test_engine_agrees_on_a_thousand_more(first_seed: int) -> None:
    assert disagreements(first_seed) == {}


@pytest.mark.parametrize("number", range(FRAMES))
def test_engine_agrees_on_a_tenth_of_the_boundary_frame(number: int) -> None:
    assert differences(*boundary_dossiers(part=10)[number]) == []


@pytest.mark.proof
@pytest.mark.parametrize("number", range(FRAMES))
def test_engine_agrees_on_the_whole_boundary_frame(number: int) -> None:
    assert differences(*boundary_dossiers()[number]) == []


@pytest.mark.parametrize("seed", range(5))
def test_order_of_rows_and_columns_makes_no_difference(seed: int) -> None:
    tables, first, last = random_dossier(random.Random(seed), "small")
    one = engine_outcome(tables, first, last)
    other = engine_outcome(shuffled(tables, random.Random(seed)), first, last)
    assert json.dumps(other.as_json()) == json.dumps(one.as_json())
    assert other.explanation.equals(one.explanation)


def shuffled(tables: Tables, rng: random.Random) -> Tables:
    return {
        table: [
            {column: row[column] for column in rng.sample(list(row), len(row))}
            for row in rng.sample(rows, len(rows))
        ]
        for table, rows in rng.sample(list(tables.items()), len(tables))
    }
