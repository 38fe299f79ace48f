"""What an applicant typed on a page, ready to be read; the numbers of identity papers only when asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rulebook.application.checking import applies, is_empty
from rulebook.application.checklist import Answers, name_in, rows_of
from rulebook.application.pages import BY_CODE
from rulebook.application.pieces import MANAGEMENT, Kind, Page, Question, Rows

NOTHING = "niet ingevuld"


@dataclass(frozen=True, slots=True)
class Shown:
    """`hidden`: there is an answer, which is shown to who asks for it."""

    label: str
    text: str
    source: str = ""
    hidden: bool = False
    empty: bool = False


@dataclass(frozen=True, slots=True)
class ShownRow:
    title: str
    answers: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class ShownRows:
    label: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True, slots=True)
class ShownPage:
    """In the order of the form, rows apart."""

    answers: tuple[Shown, ...]
    groups: tuple[ShownRows, ...]
    hides: bool
    """Something personal was left out."""


def shown_page(page: Page, answers: Mapping[str, Answers], *, reveal: bool = False) -> ShownPage:
    given, managers = answers.get(page.code, {}), managers_in(answers)
    single = tuple(_shown(page.questions, given, managers, reveal=reveal))
    groups = tuple(
        ShownRows(
            asked.label,
            tuple(
                ShownRow(
                    f"{asked.one.capitalize()} {number}: {title}".rstrip(": "),
                    tuple(_shown(asked.questions, row, managers, reveal=reveal)),
                )
                for number, row in enumerate(rows_of(given, asked.name), start=1)
                for title in (name_in(row) or managers.get(str(row.get("wie")), ""),)
            ),
        )
        for asked in page.rows
        if applies(asked.when, given)
    )
    hides = any(each.hidden for each in single) or any(
        each.hidden for group in groups for row in group.rows for each in row.answers
    )
    return ShownPage(single, groups, hides)


def managers_in(answers: Mapping[str, Answers]) -> dict[str, str]:
    """Names by the id of the row, for answers that point at a member of the management."""
    return {str(row.get("id")): name_in(row) for row in rows_of(answers.get(MANAGEMENT, {}), MANAGEMENT)}


def in_words(question: Question, value: object, managers: Mapping[str, str]) -> str:
    """An answer as people read it; a code that the form does not know stays as it is."""
    if is_empty(value):
        return NOTHING
    if question.kind is Kind.MANAGER:
        return managers.get(str(value), str(value))
    words = dict(question.choices)
    if isinstance(value, list):
        return ", ".join(words.get(str(each), str(each)) for each in value)
    return words.get(str(value), str(value))


def people_in(answers: Mapping[str, Answers]) -> list[str]:
    """Everybody and every body that an inquiry can be about, once."""
    organisation = str(answers.get("onderneming", {}).get("naam") or "").strip()
    names = [organisation]
    for code in (MANAGEMENT, "belanghebbenden"):
        for asked in BY_CODE[code].rows:
            names += [name_in(row) for row in rows_of(answers.get(code, {}), asked.name)]
    return list(dict.fromkeys(name for name in names if name))


def _shown(
    questions: Sequence[Question | Rows], given: Answers, managers: Mapping[str, str], *, reveal: bool
) -> Iterator[Shown]:
    for asked in questions:
        if isinstance(asked, Rows) or not applies(asked.when, given):
            continue
        value = given.get(asked.name)
        empty = is_empty(value)
        hidden = asked.personal and not empty and not reveal
        text = "" if hidden else in_words(asked, value, managers)
        yield Shown(asked.label, text, asked.source, hidden=hidden, empty=empty)
