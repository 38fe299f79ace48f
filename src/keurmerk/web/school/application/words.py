"""Answers as people read them."""

from collections.abc import Mapping

from rulebook.application.checking import is_empty
from rulebook.application.checklist import Answers, Missing, name_in, rows_of
from rulebook.application.pieces import MANAGEMENT, Kind, Question

NOTHING = "niet ingevuld"


def managers(answers: Mapping[str, Answers]) -> tuple[tuple[str, str], ...]:
    """Id and name of everybody on the page of the management."""
    rows = rows_of(answers.get(MANAGEMENT, {}), MANAGEMENT)
    return tuple(
        (str(row.get("id")), name_in(row) or f"Persoon {at}") for at, row in enumerate(rows, start=1)
    )


def choices_of(question: Question, people: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return people if question.kind is Kind.MANAGER else question.choices


def in_words(question: Question, value: object, people: tuple[tuple[str, str], ...]) -> str:
    if is_empty(value):
        return NOTHING
    labels = dict(choices_of(question, people))
    given = value if isinstance(value, list) else [value]
    return ", ".join(labels.get(str(each), str(each)) for each in given)


def anchor(item: str, row: str = "") -> str:
    """Where on its page a question, rows or a demand for evidence stands."""
    return f"v-{row}-{item}" if row else f"v-{item}"


def anchor_of(lack: Missing) -> str:
    return anchor(lack.item, lack.row)
