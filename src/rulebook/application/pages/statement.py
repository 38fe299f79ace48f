"""The management statement as a page: every sentence agreed to or explained (Bijlage 6)."""

from typing import Final

from rulebook.application.pages.shared import text, when
from rulebook.application.pieces import Kind, Page, Question
from rulebook.application.statements import SOURCE, STATEMENTS, Statement

ANSWERS: Final = (("akkoord", "Dit klopt"), ("niet", "Dit klopt niet"))
"""What does not hold is no reason to stop filling in: it is explained, and judged."""


def _questions(statement: Statement) -> tuple[Question, Question]:
    asked = Question(
        name=statement.code,
        label=statement.text,
        source=statement.source,
        kind=Kind.CHOICE,
        choices=ANSWERS,
    )
    explained = text(
        f"{statement.code}_uitleg",
        "Wat klopt er niet, en waarom?",
        statement.source,
        kind=Kind.LONG,
        when=when(statement.code, "niet"),
        longest=5_000,
    )
    return asked, explained


STATEMENT: Final = Page(
    code="managementverklaring",
    title="Managementverklaring",
    intro="Wat het Management verklaart. Klopt iets niet, leg dan uit wat.",
    source=SOURCE,
    part="A",
    questions=(
        *(question for statement in STATEMENTS for question in _questions(statement)),
        text("ondertekenaar", "Naam van wie de verklaring aflegt", SOURCE),
        text("functie", "Functie", SOURCE),
        text("plaats", "Plaats", SOURCE),
    ),
)
