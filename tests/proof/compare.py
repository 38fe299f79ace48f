"""Hold an outcome of the engine against the reference: every difference in words."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import Any

from rulebook.judgement import Outcome
from rulebook.norms.reasons import reason_texts
from tests.generators.columns import Tables
from tests.generators.frames import dossier_of
from tests.reference import judge as judge_by_reference

RULEBOOK = "rulebook"
EDITION = "inburgeren-2025"
ATTEMPT_NORMS = ("2.15", "2.16")
NUMBERS_OF_THE_SURVEY = ("3.1.1", "3.1.2")
"""These come as sums; there are no rows under them to count."""
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
    return [*lines, *differing_reasons(expected, outcome), *unexplained(outcome)]


def same(one: Any, other: Any) -> bool:
    """As printed: 80 and 80.0 are not the same, nor are 1 and true."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def differing_norms(expected: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    computed = [row for row in found["normen"] if row["oordeel"] != "handmatig"]
    rows = [{key: value for key, value in row.items() if key != "handleiding"} for row in computed]
    one = {(row["norm"], row["groep"]): row for row in expected["normen"]}
    other = {(row["norm"], row["groep"]): row for row in rows}
    if list(one) != list(other):
        yield f"rows: expected {list(one)}, found {list(other)}"
    for key in one.keys() & other.keys():
        if not same(one[key], other[key]):
            yield f"{key}: expected {one[key]}, found {other[key]}"


def differing_parts(expected: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    for part in PARTS:
        if not same(expected[part], found[part]):
            yield f"{part}: expected {expected[part]}, found {found[part]}"
    for name, figure in expected["indicatoren"].items():
        if not same(found["indicatoren"].get(name, "nothing"), figure):
            yield f"indicator {name}: expected {figure}, found {found['indicatoren'].get(name, 'nothing')}"
    if extra := found["indicatoren"].keys() - expected["indicatoren"].keys():
        yield f"indicators that nobody asked for: {sorted(extra)}"
    remarks = found["sterren"].pop("opmerkingen")
    readings = expected["sterren"].pop("opmerkingen")
    if not same(expected["sterren"], found["sterren"]):
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


def unexplained(outcome: Outcome) -> Iterator[str]:
    """Every teller and noemer is a count of the rows that explain it, and every row has a reason we tell."""
    told = outcome.explanation.select("norm", "group", "counts", "reason").rows()
    counted = Counter((norm, group, counts) for norm, group, counts, _ in told)
    shown = {(row.norm, row.group) for row in outcome.rows}
    for row in outcome.rows:
        if row.numerator is None or row.norm in NUMBERS_OF_THE_SURVEY:
            continue
        good, rest = (counted[row.norm, row.group, counts] for counts in ("teller", "noemer"))
        asked = (good, good + rest if row.norm != "7.2.1" else row.denominator)
        if (row.numerator, row.denominator) != asked:
            yield f"{row.label}: {row.numerator} of {row.denominator}, while the explanation counts {asked}"
    yield from (f"counts without a row: {key}" for key in counted if key[2] != "nee" and key[:2] not in shown)
    yield from (f"unknown reason {reason}" for reason in {row[3] for row in told} - reason_texts().keys())
    ways = Counter(
        norm_and_reason for norm_and_reason, _ in {((row[0], row[3]), row[2] == "nee") for row in told}
    )
    yield from (f"{key} counts in one row and not in another" for key, times in ways.items() if times > 1)
