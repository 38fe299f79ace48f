"""Every paragraph of the legal life is carried by something that exists, or it is said why not."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from tools.lifecycle_docs import examples

from rulebook.lifecycle import trace
from rulebook.lifecycle.duties import AFTER_GRANT, AFTER_WITHDRAWAL, DURING_SUSPENSION

ROOT = Path(__file__).parents[3]
PROVISIONS = [provision for section in trace.sections() for provision in section.provisions]
MUST = (
    *("1.5.3", "2.1", "2.5", "2.7", "5.6", "6.2.2"),
    *("7.1.1", "7.1.2", "7.2.1", "7.2.2", "7.3.1", "7.3.2", "7.3.3", "7.4", "7.4.1", "7.4.2", "7.4.3"),
    *("7.5.1", "7.5.2", "7.6", "7.7", "7.8", "7.9", "7.10.1", "7.10.2", "7.10.3"),
    *(f"11.{number}" for number in range(1, 13)),
    *(f"14.{number}" for number in (1, 2, 3, 8, 9, 10)),
)


@cache
def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_paragraph_has_its_provisions() -> None:
    told = [provision.paragraph for provision in PROVISIONS]
    assert [must for must in MUST if not any(re.match(rf"{re.escape(must)}\b", each) for each in told)] == []


def test_every_name_is_in_the_tables() -> None:
    assert trace.unknown_names() == ()


def test_unknown_names_are_found() -> None:
    for name in ("gebeurtenis:zomaar", "zomaar:intrekken", "grond:intrekken/zomaar", "taak:zomaar", "feit:"):
        assert trace.resolved(name) is None
    assert trace.resolved("taak:geen_logo") == "Gebruik het logo van het Keurmerk niet meer"


@pytest.mark.parametrize("provision", PROVISIONS, ids=lambda each: f"{each.paragraph}: {each.says[:50]}")
def test_provision_is_carried_or_says_why_not(provision: trace.Provision) -> None:
    assert provision.settled
    assert provision.says.endswith(".")
    for test in provision.tests:
        path, _, function = test.partition("::")
        assert function in functions(ROOT / path), test
    if provision.carried_by or provision.tests:
        assert trace.tests_of(provision, examples()) or all(
            name.partition(":")[0] in {"taak", "termijn", "feit", "besluit", "vult_in", "soort"}
            for name in provision.carried_by
        )


def test_every_event_is_asked_for_by_some_provision_or_by_the_law_alone() -> None:
    """The handbook is silent on these; the Awb, or another paragraph, has them."""
    named = {name for provision in PROVISIONS for name in provision.carried_by}
    kinds = {"keurmerk": "gebeurtenis", "plan": "plan", "bezwaar": "bezwaar"}
    of_other_paragraphs = {
        "gebeurtenis:aanvraag_volledig",
        "gebeurtenis:beslistermijn_verlengen",
        "gebeurtenis:buiten_behandeling_laten",
        "plan:te_laat_indienen",
        "plan:laten_vervallen",
        "bezwaar:in_behandeling_nemen",
    }
    every = {f"{kinds[table]}:{row.event.value}" for table, rows in trace.TABLES.items() for row in rows.rows}
    assert every - named == of_other_paragraphs


def test_every_duty_is_asked_for_by_some_provision() -> None:
    named = {name for provision in PROVISIONS for name in provision.carried_by}
    for duty in (*DURING_SUSPENSION, *AFTER_WITHDRAWAL, *AFTER_GRANT):
        assert f"taak:{duty.code}" in named


def test_readings_that_are_named_stand_in_the_list() -> None:
    page = (ROOT / "docs" / "readings" / "lifecycle.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| (L-\d\d) \|", page, re.MULTILINE)
    assert listed == [f"L-{number:02}" for number in range(1, len(listed) + 1)]
    named = {name for provision in PROVISIONS for name in re.findall(r"L-\d\d", provision.open)}
    assert named
    assert named <= set(listed)
