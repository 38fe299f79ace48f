"""A page of the form, ready to be shown: each box with what was typed, what is wrong, when it is asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from keurmerk.web.school.application.words import anchor, choices_of, in_words, managers
from keurmerk.web.school.forms.application.typed import ids_name, name_of, new_id
from rulebook.application.checking import applies
from rulebook.application.checklist import Answers, Lack, Missing, name_in
from rulebook.application.pieces import Kind, Page, Question, Rows, When

type Problems = Mapping[tuple[str, str], tuple[str, ...]]
type People = tuple[tuple[str, str], ...]
MANY_CHOICES = 6
"""From so many on, one chooses from a list instead of from buttons."""
WIDGETS = {Kind.LONG: "long", Kind.CHOICES: "choices", Kind.YES_NO: "radio", Kind.MANAGER: "select"}
INPUT_TYPES = {Kind.EMAIL: "email", Kind.PHONE: "tel"}
HELP = {
    Kind.DAY: "Dag-maand-jaar, bijvoorbeeld 31-3-2026.",
    Kind.KVK: "Acht cijfers.",
    Kind.MONEY: "Bijvoorbeeld 250.000.",
    Kind.PERCENT: "Bijvoorbeeld 33,3.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuestion:
    question: Question
    name: str
    ident: str
    value: object
    words: str
    widget: str
    help: str
    source: str
    choices: tuple[tuple[str, str, bool], ...] = ()
    problems: tuple[str, ...] = ()
    depends_on: str = ""
    """The name of the box on whose answer it depends."""
    answers: str = ""
    asked: bool = True

    @property
    def rows(self) -> None:
        return None

    @property
    def input_type(self) -> str:
        return INPUT_TYPES.get(self.question.kind, "text")

    @property
    def short(self) -> bool:
        return self.question.kind in {Kind.DAY, Kind.COUNT, Kind.PERCENT, Kind.MONEY, Kind.POSTCODE, Kind.KVK}

    @property
    def in_group(self) -> bool:
        return self.widget in {"radio", "choices"}

    @property
    def described_by(self) -> str:
        return f"{self.ident}-hulp {self.ident}-fout" if self.help or self.source else f"{self.ident}-fout"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    ident: str
    number: int
    title: str
    questions: tuple[ShownQuestion, ...]
    removed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRows:
    rows: Rows
    ident: str
    ids_name: str
    shown: tuple[ShownRow, ...]
    problems: tuple[str, ...] = ()
    depends_on: str = ""
    answers: str = ""
    asked: bool = True

    @property
    def full(self) -> bool:
        return len(self.shown) >= self.rows.at_most


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a page is shown with. `removed` is a row that was taken away just now, by the name of its rows."""

    answers: Mapping[str, Answers]
    problems: Problems = field(default_factory=dict)
    removed: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    @property
    def people(self) -> People:
        return managers(self.answers)


def problems_by_place(lacks: Iterable[Missing], *, wrong_only: bool) -> Problems:
    """What is empty is not held against who did not come that far yet."""
    found: dict[tuple[str, str], list[str]] = {}
    for lack in lacks:
        if lack.kind is Lack.WRONG or not wrong_only:
            found.setdefault((lack.item, lack.row), []).append(lack.text)
    return {place: tuple(texts) for place, texts in found.items()}


def shown_page(page: Page, given: Answers, look: Look) -> tuple[ShownQuestion | ShownRows, ...]:
    people = look.people
    return tuple(
        _rows(asked, given, look, people)
        if isinstance(asked, Rows)
        else _question(asked, given, look.problems, people, known=page.source)
        for asked in page.questions
    )


def _question(
    asked: Question,
    given: Answers,
    problems: Problems,
    people: People,
    *,
    known: str,
    rows: str = "",
    row: str = "",
) -> ShownQuestion:
    value = given.get(asked.name)
    chosen = {str(each) for each in value} if isinstance(value, list) else {str(value or "")}
    choices = choices_of(asked, people)
    depends_on, answers = _dependence(asked.when, rows, row)
    return ShownQuestion(
        question=asked,
        name=name_of(asked, rows, row),
        ident=anchor(asked.name, row),
        value="" if value is None else value,
        words=in_words(asked, value, people),
        widget=_widget(asked),
        help=asked.help or HELP.get(asked.kind, ""),
        source="" if asked.source in known else asked.source,
        choices=tuple((code, label, code in chosen) for code, label in choices),
        problems=problems.get((asked.name, row), ()),
        depends_on=depends_on,
        answers=answers,
        asked=applies(asked.when, given),
    )


def _rows(asked: Rows, given: Answers, look: Look, people: People) -> ShownRows:
    stored = given.get(asked.name)
    rows = [each for each in stored if isinstance(each, dict)] if isinstance(stored, list) else []
    if not rows and (asked.at_least or asked.when):
        rows = [{"id": new_id()}]
    gone = look.removed.get(asked.name)
    shown = [_row(asked, each, at, look, people) for at, each in enumerate(rows, start=1)]
    if gone is not None:
        shown.append(_row(asked, gone, len(shown) + 1, look, people, removed=True))
    depends_on, answers = _dependence(asked.when, "", "")
    return ShownRows(
        rows=asked,
        ident=anchor(asked.name),
        ids_name=ids_name(asked),
        shown=tuple(shown),
        problems=look.problems.get((asked.name, ""), ()),
        depends_on=depends_on,
        answers=answers,
        asked=applies(asked.when, given),
    )


def _row(
    asked: Rows, row: Mapping[str, object], at: int, look: Look, people: People, *, removed: bool = False
) -> ShownRow:
    ident = str(row.get("id", ""))
    return ShownRow(
        ident=ident,
        number=at,
        title=name_in(row) or dict(people).get(str(row.get("wie")), ""),
        questions=tuple(
            _question(question, row, look.problems, people, known=asked.source, rows=asked.name, row=ident)
            for question in asked.questions
        ),
        removed=removed,
    )


def _widget(asked: Question) -> str:
    if asked.kind is Kind.CHOICE:
        return "select" if len(asked.choices) >= MANY_CHOICES else "radio"
    return WIDGETS.get(asked.kind, "text")


def _dependence(when: When | None, rows: str, row: str) -> tuple[str, str]:
    if when is None:
        return "", ""
    name = f"{rows}.{row}.{when.name}" if row else when.name
    return name, " ".join(sorted(when.answers))
