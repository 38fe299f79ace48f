"""What an application still lacks: every demand of the form, with the place and the remedy (§2.2, §2.3)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from rulebook.application.checking import applies, day_of, is_empty, percent_of, problem_of, start_problem
from rulebook.application.conduct import conduct_problem
from rulebook.application.pages import BY_CODE, PAGES
from rulebook.application.pieces import MANAGEMENT, Evidence, Kind, Page, Question, Rows
from rulebook.application.vog import teacher_dated_right
from rulebook.kernel.period import add_months

type Answers = Mapping[str, object]
"""Of one page: by question what was typed, by rows a list of such mappings, each with an `id`."""
UBO_FROM_PERCENT: Final = 25
LONGEST_GAP_MONTHS: Final = 6
WHO: Final = "wie"
TEACHER_DATES: Final = (
    "De VOG van een docent is bij het begin van het werk hoogstens zes maanden oud. Wie voor 2022 begon, "
    "heeft er een van uiterlijk 30 juni 2022."
)


class Lack(StrEnum):
    MISSING = "ontbreekt"
    WRONG = "klopt_niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing to do. `item` is a question or a demand for evidence, `row` the id of the row it is in."""

    page: str
    item: str
    label: str
    text: str
    kind: Lack = Lack.MISSING
    row: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the applicant gave for one demand for evidence."""

    pages: tuple[str, ...] = ()
    """Per document the pages on which it stands, as typed; empty when none was pointed out."""
    does_not_apply: str = ""
    issued_on: date | None = None
    profile: str = ""


def key_of(code: str, row: str = "") -> str:
    """Under which evidence is held: the demand, and for a demand of each the id of its row."""
    return f"{code}:{row}" if row else code


def missing(answers: Mapping[str, Answers], held: Mapping[str, Held], today: date) -> tuple[Missing, ...]:
    """Everything that stands between this application and its submission, in the order of the form."""
    return tuple(lack for page in PAGES for lack in missing_of(page, answers, held, today))


def missing_of(
    page: Page, answers: Mapping[str, Answers], held: Mapping[str, Held], today: date
) -> Iterator[Missing]:
    given = answers.get(page.code, {})
    yield from _of_questions(page, page.questions, given, today, row="")
    yield from EXTRA.get(page.code, _nothing)(answers, today)
    for demand in page.evidence:
        if applies(demand.rests_on, given):
            yield from _of_evidence(page, demand, answers, held, today)


def rows_of(answers: Answers, name: str) -> list[dict[str, object]]:
    """The rows that somebody began to fill in."""
    rows = answers.get(name)
    found = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return [row for row in found if any(not is_empty(value) for key, value in row.items() if key != "id")]


def _of_questions(
    page: Page, questions: Sequence[Question | Rows], given: Answers, today: date, *, row: str
) -> Iterator[Missing]:
    for asked in questions:
        if not applies(asked.when, given):
            continue
        if isinstance(asked, Rows):
            yield from _of_rows(page, asked, given, today)
            continue
        value = given.get(asked.name)
        problem = problem_of(asked, value, today, abroad=not is_empty(given.get("land")))
        if problem:
            kind = Lack.MISSING if is_empty(value) else Lack.WRONG
            yield Missing(
                page=page.code, item=asked.name, label=asked.label, text=problem, kind=kind, row=row
            )


def _of_rows(page: Page, asked: Rows, given: Answers, today: date) -> Iterator[Missing]:
    rows = rows_of(given, asked.name)
    needed = max(asked.at_least, 1 if asked.when else 0)
    if len(rows) < needed:
        text = f"Voeg ten minste één {asked.one} toe."
        yield Missing(page=page.code, item=asked.name, label=asked.label, text=text)
    if len(rows) > asked.at_most:
        text = f"Hier passen {asked.at_most} rijen; u vulde er {len(rows)} in."
        yield Missing(page=page.code, item=asked.name, label=asked.label, text=text, kind=Lack.WRONG)
    for row in rows:
        yield from _of_questions(page, asked.questions, row, today, row=str(row.get("id", "")))


def _of_evidence(
    page: Page,
    demand: Evidence,
    answers: Mapping[str, Answers],
    held: Mapping[str, Held],
    today: date,
) -> Iterator[Missing]:
    for row, whose in evidence_rows(demand, answers):
        label = f"{demand.text} van {whose}" if whose else demand.text
        found = held.get(key_of(demand.code, row), Held())
        for text, kind in _evidence_problems(demand, found, today):
            yield Missing(page=page.code, item=demand.code, label=label, text=text, kind=kind, row=row)
        if demand.profile and found.pages and (problem := _conduct_of(demand, found, row, answers, today)):
            yield Missing(
                page=page.code, item=demand.code, label=label, text=problem, kind=Lack.WRONG, row=row
            )


def _conduct_of(
    demand: Evidence, found: Held, row: str, answers: Mapping[str, Answers], today: date
) -> str | None:
    """Of the management it is recent today; of a teacher it was when the work began (1.7.1.c)."""
    if found.issued_on is None or found.issued_on > today:
        return None
    if demand.of_each == MANAGEMENT:
        return conduct_problem(found.issued_on, found.profile, today)
    teachers = {each.get("id"): each for each in rows_of(answers.get("docenten", {}), "docenten")}
    start = day_of(teachers.get(row, {}).get("start"))
    if start is not None and not teacher_dated_right(found.issued_on, start):
        return TEACHER_DATES
    return conduct_problem(None, found.profile, today)


def evidence_rows(demand: Evidence, answers: Mapping[str, Answers]) -> list[tuple[str, str]]:
    """For a demand of each: the id and the name of every row; else one without."""
    if not demand.of_each:
        return [("", "")]
    for page in PAGES:
        for asked in page.rows:
            if asked.name == demand.of_each:
                given = answers.get(page.code, {})
                rows = rows_of(given, asked.name) if applies(asked.when, given) else []
                return [(str(row.get("id", "")), name_in(row)) for row in rows]
    raise ValueError(f"no rows are called {demand.of_each}")


def name_in(row: Mapping[str, object]) -> str:
    """The name of a person or a body as typed in a row."""
    names = [str(row.get(part) or "").strip() for part in ("voornamen", "achternaam", "naam")]
    return " ".join(filter(None, names))


def _evidence_problems(demand: Evidence, found: Held, today: date) -> Iterator[tuple[str, Lack]]:
    if demand.may_not_apply and found.does_not_apply.strip():
        return
    if not found.pages:
        choice = " of leg uit waarom het niet nodig is" if demand.may_not_apply else ""
        yield f"Voeg een document toe en wijs aan waar het staat{choice}.", Lack.MISSING
        return
    if not all(page.strip() for page in found.pages):
        yield "Vul in op welke pagina van het document het staat.", Lack.MISSING
    if demand.dated and found.issued_on is None:
        yield "Vul in wanneer het document is afgegeven.", Lack.MISSING
    elif found.issued_on is not None and found.issued_on > today:
        yield "De datum van afgifte ligt in de toekomst.", Lack.WRONG


def _of_owners(answers: Mapping[str, Answers], _today: date) -> Iterator[Missing]:
    """What is held as capital must reach the border from which somebody is an owner, or be held otherwise."""
    given = answers.get("belanghebbenden", {})
    rows = rows_of(given, "ubo") if given.get("heeft_ubo") == "ja" else []
    for row in rows:
        direct, indirect = percent_of(row.get("direct")), percent_of(row.get("indirect"))
        kinds = row.get("aard")
        if direct is None or indirect is None or not isinstance(kinds, list):
            continue
        by_share = {"kapitaal", "stemmen"} >= set(kinds)
        if direct + indirect > 100:  # noqa: PLR2004 - of a hundred
            text = "Direct en indirect belang zijn samen meer dan 100%."
        elif by_share and direct + indirect < UBO_FROM_PERCENT:
            text = "Samen is het belang minder dan 25%. Kies waaruit de zeggenschap dan bestaat."
        else:
            continue
        yield Missing(
            page="belanghebbenden",
            item="direct",
            label=f"Belang van {name_in(row)}",
            text=text,
            kind=Lack.WRONG,
            row=str(row.get("id", "")),
        )


def _of_careers(answers: Mapping[str, Answers], today: date) -> Iterator[Missing]:
    """Every manager has a career, and each gap of more than six months in it is explained."""
    periods = rows_of(answers.get("cv", {}), "loopbaan")
    for row in rows_of(answers.get(MANAGEMENT, {}), MANAGEMENT):
        mine = [each for each in periods if each.get(WHO) == row.get("id")]
        label = f"Loopbaan van {name_in(row)}"
        if not mine:
            text = "Vul de loopbaan van deze persoon in."
            yield Missing(page="cv", item="loopbaan", label=label, text=text)
        for first, last in gaps(mine, today):
            text = (
                f"Van {first:%d-%m-%Y} tot en met {last:%d-%m-%Y} staat er niets. Voeg een periode toe, "
                "ook als er geen opleiding of werk was, en leg dat uit."
            )
            yield Missing(page="cv", item="loopbaan", label=label, text=text)


def gaps(periods: Sequence[Mapping[str, object]], today: date) -> list[tuple[date, date]]:
    """First and last day of every stretch of more than six months in which no period runs.

    From the first day that is told to today; a period without an end runs on.
    """
    spans = sorted(
        (start, day_of(each.get("tot")) or today)
        for each in periods
        if (start := day_of(each.get("van"))) is not None
    )
    found = []
    covered = spans[0][0] - timedelta(days=1) if spans else today
    for start, end in [*spans, (today + timedelta(days=1), today)]:
        first, last = covered + timedelta(days=1), start - timedelta(days=1)
        if last >= add_months(first, LONGEST_GAP_MONTHS):
            found.append((first, last))
        covered = max(covered, end)
    return found


def _of_period(answers: Mapping[str, Answers], today: date) -> Iterator[Missing]:
    day = day_of(answers.get("meetperiode", {}).get("start"))
    problem = start_problem(day, today) if day else None
    if problem:
        label = "Begin van de Meetperiode"
        yield Missing(page="meetperiode", item="start", label=label, text=problem, kind=Lack.WRONG)


def _whose_is_known(code: str, answers: Mapping[str, Answers]) -> Iterator[Missing]:
    """A row that belongs to somebody who was taken off the page of the management."""
    known = {row.get("id") for row in rows_of(answers.get(MANAGEMENT, {}), MANAGEMENT)}
    for asked in BY_CODE[code].rows:
        if not any(question.kind is Kind.MANAGER for question in asked.questions):
            continue
        for row in rows_of(answers.get(code, {}), asked.name):
            if is_empty(row.get(WHO)) or row.get(WHO) in known:
                continue
            yield Missing(
                page=code,
                item=WHO,
                label=asked.label,
                text="Deze persoon staat niet meer bij het management. Kies een ander of haal de rij weg.",
                kind=Lack.WRONG,
                row=str(row.get("id", "")),
            )


def _of_cvs(answers: Mapping[str, Answers], today: date) -> Iterator[Missing]:
    yield from _of_careers(answers, today)
    yield from _whose_is_known("cv", answers)


def _of_network(answers: Mapping[str, Answers], _today: date) -> Iterator[Missing]:
    return _whose_is_known("netwerk", answers)


def _nothing(_answers: Mapping[str, Answers], _today: date) -> Iterator[Missing]:
    return iter(())


EXTRA: Final = {
    "belanghebbenden": _of_owners,
    "cv": _of_cvs,
    "meetperiode": _of_period,
    "netwerk": _of_network,
}
"""What a page demands beyond its single questions."""
