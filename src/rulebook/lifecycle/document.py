"""The tables as a page that a jurist reads, and as data for the same page on the web."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from rulebook.lifecycle.pieces import DecisionKind, Ground, Transition
from rulebook.lifecycle.table import CERTIFICATE, OBJECTION, PLAN, Table
from rulebook.lifecycle.wording import (
    SIDES,
    ended_words,
    event_words,
    need_words,
    states_words,
    target_words,
    term_words,
    within_words,
)


@dataclass(frozen=True, slots=True)
class GroundText:
    code: str
    text: str
    source: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A term or a duty: whose, what, how long, and where it stands."""

    side: str
    text: str
    within: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowText:
    """One row of a table in Dutch; the codes stay beside it."""

    event: str
    name: str
    text: str
    sources: tuple[str, ...]
    target: str
    actor: str
    by: str
    grounds: tuple[GroundText, ...]
    needs: tuple[str, ...]
    hearing: str
    """Empty where no decision of this kind asks for one."""
    decision: str
    remedy: str
    """'bezwaar', 'beroep' or 'geen'; empty where nothing is decided."""
    fixes: tuple[str, ...]
    starts: tuple[Line, ...]
    ends: tuple[str, ...]
    duties: tuple[Line, ...]
    source: str
    reading: str


@dataclass(frozen=True, slots=True)
class Part[S: StrEnum]:
    """One table with its title, its picture and what it is."""

    code: str
    title: str
    introduction: str
    table: Table[S]


PARTS: tuple[Part[StrEnum], ...] = (
    Part(
        "lifecycle",
        "Het Keurmerk",
        "Van overeenkomst tot het einde: welke gebeurtenis bij welke status kan, en wat eruit volgt.",
        CERTIFICATE,  # type: ignore[arg-type]
    ),
    Part(
        "lifecycle-plan",
        "Het plan van aanpak",
        "Vanaf de vraag om een plan tot het is uitgevoerd.",
        PLAN,  # type: ignore[arg-type]
    ),
    Part(
        "lifecycle-objection",
        "Bezwaar en beroep",
        "Vanaf het bezwaarschrift tot de beslissing, en het beroep daarna.",
        OBJECTION,  # type: ignore[arg-type]
    ),
)


def rows[S: StrEnum](table: Table[S]) -> tuple[RowText, ...]:
    names = names_of(table)
    return tuple(_row(row, names) for row in table.rows)


def names_of[S: StrEnum](table: Table[S]) -> dict[str, str]:
    """What terms and duties are called, by code."""
    rules = {rule.code: rule.text for row in table.rows for rule in row.starts}
    return rules | {duty.code: duty.text.rstrip(".") for row in table.rows for duty in row.duties}


def _row[S: StrEnum](row: Transition[S], names: dict[str, str]) -> RowText:
    around = "het besluit" if row.event.value != "aflopen_rechtzetten" else "het aflopen"
    return RowText(
        event=row.event.value,
        name=event_words(row.event),
        text=row.text,
        sources=states_words(row.sources),
        target=target_words(row.target, around),
        actor=row.by.value.replace("_", " "),
        by=row.by.words,
        grounds=tuple(map(_ground, row.grounds)),
        needs=tuple(map(need_words, row.needs)),
        hearing=row.hearing.words if row.decision else "",
        decision=row.decision.words if row.decision else "",
        remedy=_remedy(row),
        fixes=tuple(parameter.value.replace("_", " ") for parameter in row.parameters),
        starts=tuple(Line(SIDES[rule.side], rule.text, term_words(rule), rule.source) for rule in row.starts),
        ends=ended_words(row, names),
        duties=tuple(
            Line(SIDES[duty.side], duty.text, within_words(duty), duty.source) for duty in row.duties
        ),
        source=row.source,
        reading=row.reading,
    )


def _remedy[S: StrEnum](row: Transition[S]) -> str:
    if row.decision is None:
        return ""
    if row.decision.objectionable:
        return "bezwaar"
    return "beroep" if row.decision is DecisionKind.ON_OBJECTION else "geen"


def _ground(ground: Ground) -> GroundText:
    return GroundText(ground.code, ground.text, ground.source, tuple(map(need_words, ground.needs)))


def markdown() -> str:
    """Give the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# De rechtsgang van een Keurmerk"
    yield ""
    yield "<!-- Gemaakt door `make docs` uit rulebook.lifecycle; niet met de hand wijzigen. -->"
    yield ""
    yield (
        "Een status verandert alleen zoals hier staat. Wat er niet staat, kan niet. Elke gebeurtenis noemt "
        "uit welke status zij mogelijk is en waarheen zij leidt, wie het mag doen, welke gronden er zijn, "
        "wat er eerst moet vaststaan, en wat daarna voor beide kanten volgt. Een beslisser is wie mandaat "
        "heeft; een ander bereidt voor. § verwijst naar de Handleiding Inburgeren."
    )
    for part in PARTS:
        yield from _part(part)


def _part(part: Part[StrEnum]) -> Iterator[str]:
    yield from ("", f"## {part.title}", "", part.introduction, "")
    yield f"![{part.title}: de statussen en wat ertussen kan gebeuren](../pictures/{part.code}.svg)"
    yield from (
        "",
        "| gebeurtenis | van | naar | door | bezwaar of beroep |",
        "| --- | --- | --- | --- | --- |",
    )
    told = rows(part.table)
    for row in told:
        sources = "<br>".join(row.sources)
        yield f"| {row.name} | {sources} | {row.target} | {row.actor} | {row.remedy or '-'} |"
    for name, same in groupby(told, key=lambda row: row.name):
        yield from ("", f"### {name.capitalize()}")
        for row in same:
            yield from _section(row)


def _section(row: RowText) -> Iterator[str]:
    yield from ("", f"{row.text} ({row.source})", "")
    yield f"- **Van:** {'; '.join(row.sources)}"
    yield f"- **Naar:** {row.target}"
    yield f"- **Door:** {row.by}"
    if row.decision:
        yield f"- **Besluit:** {row.decision} (bezwaar of beroep: {row.remedy})"
        yield f"- **Horen:** {row.hearing}"
    if row.fixes:
        yield f"- **Legt vast:** {', '.join(row.fixes)}"
    yield from _list("Eerst nodig", row.needs)
    yield from _list("Gronden, ten minste één", map(_ground_line, row.grounds))
    yield from _list("Termijn die begint", map(_line, row.starts))
    yield from _list("Wat eindigt", row.ends)
    yield from _list("Wat daarna moet", map(_line, row.duties))
    if row.reading:
        yield f"- **Lezing:** {row.reading}"


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    told = list(items)
    if told:
        yield f"- **{title}:**"
        yield from (f"  - {item}" for item in told)


def _ground_line(ground: GroundText) -> str:
    needs = f" Nodig: {' '.join(ground.needs)}" if ground.needs else ""
    return f"{ground.text} ({ground.source}){needs}"


def _line(line: Line) -> str:
    return f"{line.side}: {line.text.rstrip('.')}; {line.within} ({line.source})"
