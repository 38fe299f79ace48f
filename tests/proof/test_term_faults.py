"""The test of the tests, for the terms: every seeded fault is found."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from random import Random
from types import ModuleType
from typing import Any

import pytest

from tests.proof.engine_faults.seeded import ROOT
from tests.proof.mutants import Fault, faulty
from tests.proof.term_faults import FAULTS
from tests.reference.terms import reckon
from tests.rulebook.terms.bad_documents import BAD
from tests.rulebook.terms.case_files import cases, sentences
from tests.rulebook.terms.random_items import random_item

MADE_UP = 600


def name(fault: Fault) -> str:
    words = " ".join((fault.wrong or f"without {fault.right}").split())
    return f"{fault.file} {words[:70]} / {' '.join(fault.right.split())[:40]}"


@cache
def made_up() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    items = [random_item(Random(seed)) for seed in range(MADE_UP)]
    return [(item, reckon(item)) for item in items]


@pytest.mark.parametrize("fault", FAULTS, ids=name)
def test_cases_bad_documents_or_the_reference_find_the_fault(fault: Fault, record_property: Any) -> None:
    record_property("engine", name(fault))
    with faulty("rulebook", ROOT, fault) as package:
        terms = import_module(f"{package.__name__}.terms")
        document = import_module(f"{package.__name__}.terms.document")
        assert not all(holds(terms, document))


def holds(terms: ModuleType, document: ModuleType) -> Iterator[bool]:
    """Every thing that is known of the terms, in turn: whether this engine tells it too."""
    for case in cases_once():
        yield shown(terms, case.kind, case.facts) == case.expected
    for sentence in sentences_once():
        yield steps(terms, sentence.kind, sentence.facts) == sentence.steps
    for bad in BAD:
        yield told_faults(terms, document, bad.text) == bad.expected
    for item, expected in made_up():
        yield shown(terms, item["soort"], {k: v for k, v in item.items() if k != "soort"}) == expected


cases_once = cache(lambda: list(cases()))
sentences_once = cache(lambda: list(sentences()))


def computed(terms: ModuleType, kind: str, facts: dict[str, Any]) -> dict[str, Any] | None:
    """None for an engine that breaks down on a good item, however it does."""
    try:
        term = terms.compute(kind, facts)
        return term.as_json() if term.kind == kind else None
    except Exception:  # noqa: BLE001
        return None


def shown(terms: ModuleType, kind: str, facts: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in (computed(terms, kind, facts) or {}).items() if key != "stappen"}


def steps(terms: ModuleType, kind: str, facts: dict[str, Any]) -> object:
    return (computed(terms, kind, facts) or {}).get("stappen")


def told_faults(terms: ModuleType, document: ModuleType, text: str) -> object:
    try:
        found = [
            (each.row, each.fault) for each in terms.answer(document.read_document(text.encode())).faults
        ]
    except terms.TermError as error:
        found = [(None, fault) for fault in error.faults]
    except Exception:  # noqa: BLE001
        return None
    return [(row, fault.column, fault.code) for row, fault in found]


def test_everything_holds_for_the_terms_themselves() -> None:
    assert all(holds(import_module("rulebook.terms"), import_module("rulebook.terms.document")))


def test_every_fault_fits_the_source_once() -> None:
    assert len(set(FAULTS)) == len(FAULTS) >= 40
    for fault in FAULTS:
        text = (ROOT / fault.file).read_text(encoding="utf-8")
        assert text.count(fault.right) == 1, fault
