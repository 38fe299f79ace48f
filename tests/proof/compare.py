"""Hold an outcome of the engine against the reference: every difference in words."""

import json
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import Any

from rulebook.judgement import Outcome
from tests.generators.columns import Tables
from tests.proof.frames import dossier_of
from tests.reference import judge as judge_by_reference

RULEBOOK = "rulebook"
EDITION = "inburgeren-2025"
ATTEMPT_NORMS = ("2.15", "2.16")
PARTS = ("handleiding", "meetperiode", "organisatie", "publicatie_tevredenheid", "advies")


def engine_outcome(tables: Tables, first: date, last: date, package: str = RULEBOOK) -> Outcome:
    """Judged by the rulebook, or by a faulty one that was imported under another name."""
    judgement = import_module(f"{package}.judgement")
    period = import_module(f"{package}.kernel.period").MeasuringPeriod(first, last)
    outcome: Outcome = judgement.judge(dossier_of(tables), period, edition=EDITION)
    return outcome


def differences(tables: Tables, first: date, last: date, package: str = RULEBOOK) -> list[str]:
    """What the engine says otherwise than the reference; empty when they agree in every value."""
    outcome = engine_outcome(tables, first, last, package)
    expected = judge_by_reference(tables, first, last)
    found = json.loads(json.dumps(outcome.as_json()))
    lines = [*differing_norms(expected, found), *differing_parts(expected, found)]
    return lines + differing_reasons(expected, outcome)


def differing_norms(expected: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    computed = [row for row in found["normen"] if row["oordeel"] != "handmatig"]
    rows = [{key: value for key, value in row.items() if key != "handleiding"} for row in computed]
    one = {(row["norm"], row["groep"]): row for row in expected["normen"]}
    other = {(row["norm"], row["groep"]): row for row in rows}
    if list(one) != list(other):
        yield f"rows: expected {list(one)}, found {list(other)}"
    for key in one.keys() & other.keys():
        if one[key] != other[key]:
            yield f"{key}: expected {one[key]}, found {other[key]}"


def differing_parts(expected: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    for part in PARTS:
        if expected[part] != found[part]:
            yield f"{part}: expected {expected[part]}, found {found[part]}"
    for name, figure in expected["indicatoren"].items():
        if found["indicatoren"].get(name, "nothing") != figure:
            yield f"indicator {name}: expected {figure}, found {found['indicatoren'].get(name, 'nothing')}"
    if extra := found["indicatoren"].keys() - expected["indicatoren"].keys():
        yield f"indicators that nobody asked for: {sorted(extra)}"
    remarks = found["sterren"].pop("opmerkingen")
    readings = expected["sterren"].pop("opmerkingen")
    if expected["sterren"] != found["sterren"]:
        yield f"stars: expected {expected['sterren']}, found {found['sterren']}"
    said = [reading for reading in ("I-10", "I-11") if any(reading in remark for remark in remarks)]
    # without a final score nothing was scaled; whether to say so then is left to the engine
    if expected["sterren"]["eindscore"] is not None and said != readings:
        yield f"remarks on the stars: expected {readings}, found {remarks}"


def differing_reasons(expected: dict[str, Any], outcome: Outcome) -> list[str]:
    found = {
        (row["norm"], row["id"]): (row["group"] or "", row["counts"], row["reason"])
        for row in outcome.explanation.iter_rows(named=True)
        if row["norm"] in ATTEMPT_NORMS
    }
    asked = {(norm, attempt): tuple(rest) for norm, *rest, attempt in _attempt_last(expected["uitleg"])}
    lines = [
        f"{key}: expected {asked.get(key)}, found {found.get(key)}"
        for key in sorted(asked.keys() | found.keys())
        if asked.get(key) != found.get(key)
    ]
    return lines[:20]


def _attempt_last(lines: list[tuple[str, str, str, str, str]]) -> Iterator[tuple[str, str, str, str, str]]:
    return ((norm, group, counts, reason, attempt) for norm, group, attempt, counts, reason in lines)
