"""Two people typed on the same page: both versions box by box, and one choice for each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from keurmerk.web.school.application.words import in_words
from keurmerk.web.school.forms.application.typed import PENDING, Values
from rulebook.application.checking import is_empty
from rulebook.application.checklist import name_in
from rulebook.application.pieces import Page, Question, Rows

CHOICE = "keuze"
MINE, THEIRS = "mijn", "ander"
SETTLE = "samenvoegen"
type People = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One box that the two filled in differently, or a whole row that only one of them has."""

    key: str
    label: str
    mine: str
    theirs: str

    @property
    def name(self) -> str:
        return f"{CHOICE}.{self.key}"


def clashes(page: Page, mine: Values, theirs: Mapping[str, object], people: People) -> list[Clash]:
    return [
        Clash(key=key, label=label, mine=_words(asked, own, people), theirs=_words(asked, other, people))
        for key, label, asked, own, other in _different(page, mine, theirs)
    ]


def settled(page: Page, mine: Values, theirs: Mapping[str, object], data: QueryDict) -> Values:
    """Mine, but what the other has where that was chosen."""
    taken = {key for key, *_ in _different(page, mine, theirs) if data.get(f"{CHOICE}.{key}") == THEIRS}
    values: Values = dict(mine)
    for asked in page.questions:
        if isinstance(asked, Rows):
            values[asked.name] = list(_merged(asked, _rows(mine, asked), _rows(theirs, asked), taken))
        elif asked.name in taken:
            values[asked.name] = theirs.get(asked.name, "")
    return values | ({PENDING: theirs[PENDING]} if PENDING in theirs else {})


def _different(
    page: Page, mine: Mapping[str, object], theirs: Mapping[str, object]
) -> Iterator[tuple[str, str, Question | None, object, object]]:
    for asked in page.questions:
        if isinstance(asked, Rows):
            yield from _different_rows(asked, _rows(mine, asked), _rows(theirs, asked))
        elif not _same(mine.get(asked.name), theirs.get(asked.name)):
            yield asked.name, asked.label, asked, mine.get(asked.name), theirs.get(asked.name)


def _different_rows(
    asked: Rows, mine: dict[str, Values], theirs: dict[str, Values]
) -> Iterator[tuple[str, str, Question | None, object, object]]:
    for ident in dict.fromkeys((*mine, *theirs)):
        own, other = mine.get(ident), theirs.get(ident)
        whose = name_in(own or other or {})
        title = f"{asked.one.capitalize()} {whose}".strip()
        if own is None or other is None:
            if not _empty(own or other or {}):
                yield f"{asked.name}.{ident}", title, None, _whole(asked, own), _whole(asked, other)
            continue
        for question in asked.questions:
            if not _same(own.get(question.name), other.get(question.name)):
                key = f"{asked.name}.{ident}.{question.name}"
                yield (
                    key,
                    f"{title}: {question.label}",
                    question,
                    own.get(question.name),
                    other.get(question.name),
                )


def _merged(
    asked: Rows, mine: dict[str, Values], theirs: dict[str, Values], taken: set[str]
) -> Iterator[Values]:
    for ident in dict.fromkeys((*mine, *theirs)):
        own, other = mine.get(ident), theirs.get(ident)
        whole = f"{asked.name}.{ident}" in taken
        if own is None or other is None:
            chosen = other if whole else own
            if chosen is not None:
                yield chosen
            continue
        yield {
            name: other.get(name, "") if f"{asked.name}.{ident}.{name}" in taken else value
            for name, value in own.items()
        }


def _rows(values: Mapping[str, object], asked: Rows) -> dict[str, Values]:
    rows = values.get(asked.name)
    found = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return {str(row.get("id", "")): row for row in found}


def _whole(asked: Rows, row: Values | None) -> str:
    if row is None:
        return ""
    texts = (
        in_words(each, row.get(each.name), ()) for each in asked.questions if not is_empty(row.get(each.name))
    )
    return ", ".join(texts)


def _words(asked: Question | None, value: object, people: People) -> str:
    if asked is None:
        return str(value) or "Deze rij is er niet."
    return in_words(asked, value, people)


def _same(own: object, other: object) -> bool:
    return own == other or (is_empty(own) and is_empty(other))


def _empty(row: Mapping[str, object]) -> bool:
    return all(is_empty(value) for key, value in row.items() if key != "id")
