"""Makes docs/reference/application.md: every requirement of an application, what holds it, its tests."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from rulebook.application.pages import BY_CODE, PAGES
from rulebook.application.pieces import Page, Question, Rows
from rulebook.lifecycle.duties import AFTER_GRANT_FIXED
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.tables import application as table

LEFT_OUT = "tests/rulebook/application/test_checklist.py"
TESTS_OF_FORM = {
    "vraag": f"`{LEFT_OUT}::test_without_an_answer_that_is_asked_it_is_not_complete`",
    "bewijs": f"`{LEFT_OUT}::test_without_a_document_that_is_asked_it_is_not_complete`",
}
INTRO = """# What an application must hold

Made by `make docs` from the form itself (`rulebook.application.pages`) and from
`keurmerk/applications/provisions.yaml`; do not edit it here. The first part sets every requirement of the
handbook against what carries it and the tests that show it; the second lists every question and every
document that the form asks, each left out once by a test. Texts are what users read, in Dutch.
"""


@dataclass(frozen=True, slots=True)
class Provision:
    """One demand of the handbook; without anything that carries it `open` says why."""

    says: str
    carried_by: tuple[str, ...]
    tests: tuple[str, ...]
    open: str


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    provisions: tuple[Provision, ...]


@cache
def sections() -> tuple[Section, ...]:
    told = yaml.safe_load((files("keurmerk.applications") / "provisions.yaml").read_text(encoding="utf-8"))
    return tuple(
        Section(each["titel"], tuple(_provision(provision) for provision in each["bepalingen"]))
        for each in told
    )


def known_names() -> Mapping[str, frozenset[str]]:
    """Which names each kind of carrier can have, where a table of the rulebook knows them."""
    questions = {f"{page.code}.{asked.name}" for page in PAGES for asked in page.questions}
    grounds = (*table.LEFT_ASIDE_GROUNDS, *table.REJECTION_GROUNDS)
    terms = {rule.code for row in table.ROWS for rule in row.starts}
    return {
        "vraag": frozenset(questions),
        "bewijs": frozenset(demand.code for page in PAGES for demand in page.evidence),
        "pagina": frozenset(BY_CODE),
        "feit": frozenset(fact.value for fact in Fact),
        "grond": frozenset(ground.code for ground in grounds),
        "termijn": frozenset(terms),
        "plicht": frozenset(duty.code for duty in AFTER_GRANT_FIXED),
    }


def markdown() -> str:
    return "\n".join([INTRO, *_of_handbook(), *_of_form()]).rstrip() + "\n"


def _of_handbook() -> Iterator[str]:
    yield "## The handbook\n"
    for section in sections():
        yield f"### {section.title}\n"
        yield "| demand | carried by | tests |\n| --- | --- | --- |"
        for each in section.provisions:
            carried = ", ".join(f"`{name}`" for name in each.carried_by) or f"nothing: {each.open}"
            yield f"| {each.says} | {carried} | {', '.join(f'`{test}`' for test in each.tests)} |"
        yield ""


def _of_form() -> Iterator[str]:
    yield "## The form\n"
    for kind, test in TESTS_OF_FORM.items():
        yield f"- {'questions' if kind == 'vraag' else 'documents'}: {test}"
    for page in PAGES:
        yield f"\n### {page.title}\n\n{page.source}\n"
        yield "| asked | kind | source |\n| --- | --- | --- |"
        yield from _of_page(page)


def _of_page(page: Page) -> Iterator[str]:
    for asked in page.questions:
        if isinstance(asked, Rows):
            yield f"| **{asked.label}** (at least {asked.at_least}) | rows | {asked.source} |"
            yield from (_of_question(question, f"{asked.one}: ") for question in asked.questions)
        else:
            yield _of_question(asked, "")
    for demand in page.evidence:
        of_each = f", for each of `{demand.of_each}`" if demand.of_each else ""
        yield f"| {demand.code} {demand.text}{of_each} | document and page | {demand.source} |"


def _of_question(question: Question, before: str) -> str:
    need = "" if question.required else ", optional"
    need += f", when `{question.when.name}`" if question.when else ""
    return f"| {before}{question.label} | {question.kind.value}{need} | {question.source} |"


def _provision(told: Mapping[str, Any]) -> Provision:
    return Provision(
        told["zegt"], tuple(told.get("draagt", ())), tuple(told.get("tests", ())), told.get("open", "")
    )


if __name__ == "__main__":
    sys.stdout.write(markdown())
