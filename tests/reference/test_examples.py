"""The reference reproduces the worked examples of the contract in every value."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.reference import judge

EXAMPLES = Path(__file__).parent.parent / "examples" / "dossiers"


def read_folder(folder: Path) -> dict[str, list[dict[str, str]]]:
    tables = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    return tables


def expected_and_judged(example: str) -> tuple[dict[str, Any], dict[str, Any]]:
    expected = json.loads((EXAMPLES / example / "verwacht.json").read_text(encoding="utf-8"))
    period = expected["meetperiode"]
    first, last = date.fromisoformat(period["van"]), date.fromisoformat(period["tot_en_met"])
    return expected, judge(read_folder(EXAMPLES / example), first, last)


@pytest.mark.parametrize("example", ["9000", "9001"])
def test_example_has_the_expected_norms(example: str) -> None:
    expected, judged = expected_and_judged(example)
    rows = [
        {key: value for key, value in row.items() if key not in {"eenheid", "interpretaties"}}
        for row in judged["normen"]
    ]
    assert rows == expected["normen"]


@pytest.mark.parametrize("part", ["meetperiode", "indicatoren", "publicatie_tevredenheid", "advies"])
@pytest.mark.parametrize("example", ["9000", "9001"])
def test_example_has_the_expected_part(example: str, part: str) -> None:
    expected, judged = expected_and_judged(example)
    assert judged[part] == expected[part]


@pytest.mark.parametrize("example", ["9000", "9001"])
def test_example_has_the_expected_stars(example: str) -> None:
    expected, judged = expected_and_judged(example)
    del judged["sterren"]["opmerkingen"]
    assert judged["sterren"] == expected["sterren"]


@pytest.mark.parametrize("example", ["9000", "9001"])
def test_example_has_the_expected_reason_for_every_attempt(example: str) -> None:
    expected, judged = expected_and_judged(example)
    reasons: dict[str, dict[str, dict[str, str]]] = {"2.15": {}, "2.16": {}}
    for norm, _group, attempt, counts, reason in judged["uitleg"]:
        reasons[norm][attempt] = {"telt": counts, "reden": reason}
    assert reasons == expected["redenen"]
