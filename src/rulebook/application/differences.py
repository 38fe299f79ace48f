"""What changed between two submissions of an application: each answer that differs, then and now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rulebook.application.checking import is_empty
from rulebook.application.checklist import Answers, name_in, rows_of
from rulebook.application.pages import PAGES
from rulebook.application.pieces import Page, Question, Rows

type Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An empty `old` was not answered then; an empty `new` is not any more. `whose` names the row, if any."""

    page: Page
    question: Question
    old: object
    new: object
    whose: str = ""


def differences(before: Mapping[str, Answers], after: Mapping[str, Answers]) -> tuple[Difference, ...]:
    """In the order of the form; the same answer written with other spaces around it is no difference."""
    return tuple(
        each for page in PAGES for each in _of_page(page, before.get(page.code, {}), after.get(page.code, {}))
    )


def _of_page(page: Page, before: Answers, after: Answers) -> Iterator[Difference]:
    for asked in page.questions:
        if isinstance(asked, Rows):
            yield from _of_rows(page, asked, before, after)
        elif not _same(before.get(asked.name), after.get(asked.name)):
            yield Difference(page=page, question=asked, old=before.get(asked.name), new=after.get(asked.name))


def _of_rows(page: Page, asked: Rows, before: Answers, after: Answers) -> Iterator[Difference]:
    """Rows are told apart by their id, so that one that moved up is no change."""
    old, new = _by_id(rows_of(before, asked.name)), _by_id(rows_of(after, asked.name))
    for ident in (*old, *(ident for ident in new if ident not in old)):
        was, now = old.get(ident, {}), new.get(ident, {})
        whose = f"{asked.one} {name_in(now) or name_in(was)}".strip()
        for question in asked.questions:
            if not _same(was.get(question.name), now.get(question.name)):
                yield Difference(
                    page=page,
                    question=question,
                    old=was.get(question.name),
                    new=now.get(question.name),
                    whose=whose,
                )


def _by_id(rows: list[dict[str, object]]) -> dict[str, Row]:
    return {str(row.get("id") or f"rij {number}"): row for number, row in enumerate(rows, start=1)}


def _same(old: object, new: object) -> bool:
    if is_empty(old) and is_empty(new):
        return True
    return _plain(old) == _plain(new)


def _plain(value: object) -> object:
    if isinstance(value, str):
        return " ".join(value.split())
    return sorted(map(str, value)) if isinstance(value, list) else value
