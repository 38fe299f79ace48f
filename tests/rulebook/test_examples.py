"""The two worked dossiers of the contract come out in every value."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rulebook.judgement import judge
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.engines import Engine
from tests.generators.frames import dossier_of

EXAMPLES = sorted((Path(__file__).parents[1] / "examples" / "dossiers").iterdir())


def raw_tables(folder: Path) -> dict[str, list[dict[str, str]]]:
    return {
        path.stem: list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        for path in sorted(folder.glob("*.csv"))
    }


@pytest.mark.parametrize("engine", [Engine.POLARS, Engine.DUCKDB])
@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_example_comes_out_in_every_value(folder: Path, engine: Engine) -> None:
    expected: dict[str, Any] = json.loads((folder / "verwacht.json").read_text())
    period = MeasuringPeriod.starting(*(date.fromisoformat(day) for day in expected["meetperiode"].values()))

    outcome = judge(dossier_of(raw_tables(folder)), period, edition="inburgeren-2025", engine=engine)

    printed = outcome.as_json()
    computed = [row for row in printed["normen"] if row["oordeel"] != "handmatig"]
    assert [{name: row[name] for name in expected["normen"][0]} for row in computed] == expected["normen"]
    assert printed["indicatoren"] == expected["indicatoren"]
    assert printed["publicatie_tevredenheid"] == expected["publicatie_tevredenheid"]
    assert {name: printed["sterren"][name] for name in expected["sterren"]} == expected["sterren"]
    assert printed["advies"] == expected["advies"]
    attempts = outcome.explanation_table().rows(named=True)
    for norm, reasons in expected["redenen"].items():
        rows = {
            row["id"]: {"telt": row["telt"], "reden": row["reden"]} for row in attempts if row["norm"] == norm
        }
        assert rows == reasons
