"""Every provision of the handbook on the legal life, and what carries it here: a table for jurists.

The provisions are data (`provisions/*.yaml`): where each stands, what it asks in own words, and either what
carries it or why nothing does. Each name of an event, ground, duty, term or fact is looked up in the tables.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from rulebook.lifecycle.document import names_of
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import DecisionKind, Parameter
from rulebook.lifecycle.table import CERTIFICATE, OBJECTION, PLAN, Table
from rulebook.lifecycle.wording import TERMS, UNITS, event_words

TABLES: Mapping[str, Table[Any]] = {"keurmerk": CERTIFICATE, "plan": PLAN, "bezwaar": OBJECTION}
CELLS = "tests/rulebook/lifecycle/cells"

type Examples = Mapping[tuple[str, str], str]
"""The file with the examples of an event, by table and event."""


@dataclass(frozen=True, slots=True)
class Provision:
    """One demand, permission or consequence of the handbook."""

    paragraph: str
    says: str
    carried_by: tuple[str, ...]
    """`kind:code`, see RESOLVERS."""
    tests: tuple[str, ...]
    """`path::function`."""
    elsewhere: str
    """Which later part of the product carries it."""
    open: str
    """Why nothing carries it."""

    @property
    def settled(self) -> bool:
        """Whether something carries it, or it is said why not."""
        return bool(self.carried_by or self.tests or self.elsewhere or self.open)


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    provisions: tuple[Provision, ...]


@cache
def sections() -> tuple[Section, ...]:
    folder = files("rulebook.lifecycle") / "provisions"
    paths = sorted((each for each in folder.iterdir() if each.name.endswith(".yaml")), key=lambda e: e.name)
    return tuple(_section(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths)


def _section(told: Mapping[str, Any]) -> Section:
    return Section(told["titel"], tuple(map(_provision, told["bepalingen"])))


def _provision(told: Mapping[str, Any]) -> Provision:
    return Provision(
        paragraph=str(told["waar"]),
        says=told["zegt"],
        carried_by=tuple(told.get("door", ())),
        tests=tuple(told.get("toets", ())),
        elsewhere=told.get("elders", ""),
        open=told.get("open", ""),
    )


def unknown_names() -> tuple[str, ...]:
    """Names in the data that are not in the tables."""
    return tuple(
        f"{provision.paragraph}: {name}"
        for section in sections()
        for provision in section.provisions
        for name in provision.carried_by
        if resolved(name) is None
    )


def resolved(name: str) -> str | None:
    """What a name stands for in Dutch; None when there is no such thing."""
    kind, _, code = name.partition(":")
    return RESOLVERS[kind](code) if kind in RESOLVERS else None


def _event(table: str) -> Callable[[str], str | None]:
    def found(code: str) -> str | None:
        events = {row.event.value: row.event for row in TABLES[table].rows}
        return event_words(events[code]) if code in events else None

    return found


def _ground(code: str) -> str | None:
    """`event/ground`, in whichever table the event stands."""
    event, _, wanted = code.partition("/")
    for table in TABLES.values():
        for row in table.rows:
            for ground in row.grounds:
                if (row.event.value, ground.code) == (event, wanted):
                    return f"{event_words(row.event)}, grond: {ground.text.rstrip('.')}"
    return None


def _started(code: str) -> str | None:
    named: dict[str, str] = {}
    for table in TABLES.values():
        named |= names_of(table)
    return named.get(code)


def _of(enum: type[StrEnum], words: Callable[[Any], str]) -> Callable[[str], str | None]:
    return lambda code: words(enum(code)) if code in set(enum) else None


def _plain(member: StrEnum) -> str:
    return member.value.replace("_", " ")


RESOLVERS: Mapping[str, Callable[[str], str | None]] = {
    "gebeurtenis": _event("keurmerk"),
    "plan": _event("plan"),
    "bezwaar": _event("bezwaar"),
    "grond": _ground,
    "taak": _started,
    "termijn": _started,
    "soort": lambda code: code.replace("_", " ") if code in {*TERMS, *UNITS} else None,
    "feit": _of(Fact, lambda fact: fact.statement.rstrip(".")),
    "besluit": _of(DecisionKind, lambda kind: kind.words),
    "vult_in": _of(Parameter, _plain),
}
SAID = {
    "gebeurtenis": "gebeurtenis",
    "plan": "plan van aanpak",
    "bezwaar": "bezwaar en beroep",
    "grond": "",
    "taak": "taak",
    "termijn": "termijn",
    "soort": "termijnsoort",
    "feit": "feit",
    "besluit": "besluit",
    "vult_in": "het besluit noemt",
}


def tests_of(provision: Provision, examples: Examples) -> tuple[str, ...]:
    """Its own tests, and the examples of its events; those show what is possible and what is not."""
    found = []
    for name in provision.carried_by:
        kind, _, code = name.partition(":")
        table = {"gebeurtenis": "keurmerk", "plan": "plan", "bezwaar": "bezwaar"}.get(kind)
        event = code.partition("/")[0]
        tables = TABLES if kind == "grond" else (table,) if table else ()
        found += [examples[each, event] for each in tables if (each, event) in examples]
    return (*dict.fromkeys(f"{CELLS}/{file}" for file in found), *provision.tests)


def markdown(examples: Examples) -> str:
    return "\n".join(_lines(examples)) + "\n"


def _lines(examples: Examples) -> Iterator[str]:
    told = [provision for section in sections() for provision in section.provisions]
    carried = sum(bool(provision.carried_by or provision.tests) for provision in told)
    elsewhere = sum(bool(p.elsewhere) and not p.carried_by and not p.tests for p in told)
    left = sum(bool(p.open) and not p.carried_by and not p.tests for p in told)
    yield "# Van de Handleiding naar de tabellen"
    yield ""
    yield "<!-- Gemaakt door `make docs` uit rulebook.lifecycle.trace; niet met de hand wijzigen. -->"
    yield ""
    yield (
        "Elke bepaling over de rechtsgang van een Keurmerk, in eigen woorden, met wat haar draagt: "
        f"{len(told)} bepalingen, waarvan {carried} hier gedragen, {elsewhere} elders en {left} met een "
        "reden niet. De gebeurtenissen staan in [lifecycle.md](lifecycle.md). Een bestand met voorbeelden "
        "bewijst van elke gebeurtenis wat er nodig is en wat er niet kan."
    )
    for section in sections():
        yield from ("", f"## {section.title}", "")
        yield "| waar | wat | gedragen door | toets |"
        yield "| --- | --- | --- | --- |"
        yield from (_line(provision, examples) for provision in section.provisions)


def _line(provision: Provision, examples: Examples) -> str:
    carried = [_told(name) for name in provision.carried_by]
    if provision.elsewhere:
        carried.append(f"*elders:* {provision.elsewhere}")
    if provision.open:
        carried.append(f"*niet:* {provision.open}")
    tests = "<br>".join(f"`{test}`" for test in _short(tests_of(provision, examples)))
    return f"| {provision.paragraph} | {provision.says} | {'<br>'.join(carried)} | {tests} |"


def _told(name: str) -> str:
    kind, _, _ = name.partition(":")
    said = SAID.get(kind, kind)
    return f"{said}: {resolved(name)}" if said else str(resolved(name))


def _short(tests: tuple[str, ...]) -> Iterator[str]:
    """Without the folder that all examples share."""
    for test in tests:
        yield test.removeprefix("tests/rulebook/lifecycle/")
