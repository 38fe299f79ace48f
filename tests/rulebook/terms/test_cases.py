"""The dated cases that a jurist can read come out as they say, by the engine and by the slow reference."""

import re
from datetime import date

import pytest

from rulebook.terms import Kind, compute
from tests.reference.terms import reckon
from tests.rulebook.terms.case_files import FOLDER, Case, Sentence, cases, sentences

CASES = list(cases())
SENTENCES = list(sentences())
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
SOURCE = re.compile(r"Awb \d|Algemene termijnenwet \d|§\d|Bijlage \d")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.title}")
def test_case_comes_out_as_it_says(case: Case) -> None:
    term = compute(case.kind, case.facts)
    told = term.as_json()
    assert term.kind == case.kind
    assert told.pop("stappen")
    assert told == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.title}")
def test_reference_agrees_with_the_case(case: Case) -> None:
    assert reckon(case.item) == case.expected


def test_there_are_cases_of_every_kind_with_a_title_of_their_own() -> None:
    assert len(CASES) >= 250
    assert len({(case.file, case.title) for case in CASES}) == len(CASES)
    assert {case.kind for case in CASES} == set(Kind)


def test_every_case_says_why_with_an_article_or_paragraph() -> None:
    assert [case.title for case in CASES if not SOURCE.search(case.why)] == []


def test_weekday_beside_a_date_is_the_right_one() -> None:
    for path in (FOLDER / "cases").glob("*.yaml"):
        for day, weekday in re.findall(r"(\d{4}-\d\d-\d\d)  # (\w+)", path.read_text(encoding="utf-8")):
            assert weekday == WEEKDAYS[date.fromisoformat(day).weekday()], (path.name, day)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda told: f"{told.kind} {told.steps[-1][:60]}")
def test_steps_are_told_in_dutch_with_their_source(sentence: Sentence) -> None:
    term = compute(sentence.kind, sentence.facts)
    assert term.as_json()["stappen"] == sentence.steps
    assert all(SOURCE.search(step.source) for step in term.steps)


def test_explanation_is_one_sentence() -> None:
    term = compute("bezwaar", {"verzonden_op": "2025-11-13"})
    assert term.explanation == (
        "zes weken vanaf de dag na verzending op donderdag 13 november 2025, "
        "tot en met donderdag 25 december 2025, "
        "verlengd tot en met maandag 29 december 2025 omdat donderdag 25 december 2025 Eerste Kerstdag is en "
        "daarna nog Tweede Kerstdag, zaterdag en zondag komen"
    )


@pytest.mark.parametrize(("sent", "moved"), [("2025-11-13", True), ("2025-11-28", False)])
def test_moved_tells_whether_the_law_moved_the_last_day(sent: str, *, moved: bool) -> None:
    assert compute("bezwaar", {"verzonden_op": sent}).moved is moved
