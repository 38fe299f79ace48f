"""A complete application, made from the form itself: an answer of the right kind to every question."""

from copy import deepcopy
from datetime import date
from typing import Any

from rulebook.application.checklist import Held, evidence_rows, key_of
from rulebook.application.pages import PAGES
from rulebook.application.pieces import MANAGEMENT, Kind, Question, Rows

TODAY = date(2026, 3, 2)
VALUES = {
    Kind.TEXT: "Voorbeeld",
    Kind.LONG: "Dit is een toelichting.",
    Kind.DAY: "1-2-2026",
    Kind.COUNT: "25",
    Kind.MONEY: "250.000",
    Kind.PERCENT: "60",
    Kind.KVK: "12345678",
    Kind.IBAN: "NL91 ABNA 0417 1643 00",
    Kind.VAT: "NL123456789B01",
    Kind.EMAIL: "naam@school.example",
    Kind.PHONE: "030 291 60 25",
    Kind.POSTCODE: "3511 AA",
    Kind.MANAGER: MANAGEMENT,
}
CHOSEN = {
    ("netwerk", "verbonden"): "ja",
    ("netwerk", "eerder_houder"): "ja",
    ("belanghebbenden", "heeft_ubo"): "ja",
    ("belanghebbenden", "heeft_pep"): "ja",
    ("belanghebbenden", "indirect"): "0",
    ("onderneming", "land"): "",
    ("cv", "van"): "1-1-2000",
    ("cv", "tot"): "",
    ("meetperiode", "start"): "1-4-2026",
}
"""Where the first choice would leave a question out, or a day has to fit another."""
ID = "rij1"


def complete_answers() -> dict[str, dict[str, Any]]:
    """Every question answered, those that depend on another too where this school has them."""
    return {page.code: _of(page.code, page.questions) for page in PAGES}


def complete_evidence(answers: dict[str, dict[str, Any]]) -> dict[str, Held]:
    """Everything that is asked pointed out on page 1, dated a month ago."""
    held = Held(pages=("1",), issued_on=date(2026, 2, 1), profile="60")
    return {
        key_of(demand.code, row): held
        for page in PAGES
        for demand in page.evidence
        for row, _whose in evidence_rows(demand, answers)
    }


def without(answers: dict[str, dict[str, Any]], page: str, *path: str) -> dict[str, dict[str, Any]]:
    """The same without one answer; `path` is a question, or rows and a question in their first row."""
    changed = deepcopy(answers)
    place: Any = changed[page]
    for name in path[:-1]:
        place = place[name][0]
    place[path[-1]] = ""
    return changed


def _of(page: str, questions: tuple[Question | Rows, ...]) -> dict[str, Any]:
    return {
        asked.name: _rows(page, asked) if isinstance(asked, Rows) else _value(page, asked)
        for asked in questions
    }


def _rows(page: str, asked: Rows) -> list[dict[str, Any]]:
    row_id = MANAGEMENT if asked.name == MANAGEMENT else f"{asked.name}-{ID}"
    return [{"id": row_id, **_of(page, asked.questions)}]


def _value(page: str, question: Question) -> Any:
    if (page, question.name) in CHOSEN:
        return CHOSEN[page, question.name]
    if question.kind is Kind.CHOICES:
        return [question.choices[0][0]]
    if question.choices:
        return question.choices[0][0]
    return VALUES[question.kind]
