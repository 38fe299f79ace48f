"""Read the worked examples of the norms: text tables in YAML become the tables of a dossier."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from keurmerk.intake.schema import BY_NAME
from rulebook.norms import inburgeren

FOLDER = Path(inburgeren.__path__[0]) / "examples"
STANDARD = "standaard.yaml"

ALWAYS_THERE = ("organisatie", "cursisten", "trajecten")
EMPTY_TABLE = "leeg"
REASON = "reden"
PRESENT, ABSENT, NOT_INITIALLED = "aanwezig", "afwezig", "zonder_paraaf"
WHO_WAS_THERE = (PRESENT, ABSENT, NOT_INITIALLED)
RANGE = re.compile(r"(\D*)(\d+)\.\.\D*(\d+)")

type Row = dict[str, str]


@dataclass(frozen=True)
class Example:
    norm: str
    name: str
    case: str
    first: date
    last: date | None
    tables: Mapping[str, list[Row]]
    """As they would be delivered."""
    reasons: frozenset[tuple[str, str, str]]
    """Table, id and reason of every row of the explanation."""
    expected: list[dict[str, Any]]
    figures: Mapping[str, Any]


def files() -> list[Path]:
    return sorted(path for path in FOLDER.glob("*.yaml") if path.name != STANDARD)


def examples(path: Path) -> Iterator[Example]:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    for number, told in enumerate(content["voorbeelden"], start=1):
        yield example(content["norm"], number, told)


def example(norm: str, number: int, told: Mapping[str, Any]) -> Example:
    period = told.get("meetperiode", standard()["meetperiode"])
    marked = {name: rows_of(name, told[name]) for name in told if name in BY_NAME}
    tables = completed({name: list(map(without_reason, rows)) for name, rows in marked.items()})
    outcome = told["uitkomst"]
    return Example(
        norm=norm,
        name=f"{number} {told['naam']}",
        case=told["geval"],
        first=period["van"],
        last=period.get("tot_en_met"),
        tables=tables,
        reasons=frozenset(reasons_beside_rows(marked)) | frozenset(reasons_apart(told.get("redenen", ""))),
        expected=outcome if isinstance(outcome, list) else [outcome],
        figures=told.get("indicatoren", {}),
    )


def standard() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((FOLDER / STANDARD).read_text(encoding="utf-8"))
    return content


def text_table(text: str) -> Iterator[Row]:
    if text == EMPTY_TABLE:
        return
    lines = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()]
    header, *rows = lines
    for cells in rows:
        yield from in_full(dict(zip(header, cells, strict=True)))


def in_full(row: Row) -> Iterator[Row]:
    """A row whose ids are a range, such as c1..c5, stands for that many rows."""
    ranges = {name: spelled_out(cell) for name, cell in row.items() if name not in WHO_WAS_THERE}
    times = max(len(cells) for cells in ranges.values())
    for number in range(times):
        yield row | {name: cells[number] for name, cells in ranges.items() if len(cells) == times}


def spelled_out(cell: str) -> list[str]:
    found = RANGE.fullmatch(cell)
    if found is None:
        return [cell]
    prefix, first, last = found.groups()
    return [f"{prefix}{number:0{len(first)}}" for number in range(int(first), int(last) + 1)]


def rows_of(table: str, text: str) -> list[Row]:
    """The rows with what the standard adds to the columns that are not shown."""
    usual = standard()["tabellen"].get(table, {})
    rows = [usual | row for row in text_table(text)]
    by_act = standard()["tabellen"]["cursisten_per_stelsel"]
    return [by_act[row["stelsel"]] | row for row in rows] if table == "cursisten" else rows


def without_reason(row: Row) -> Row:
    return {name: cell for name, cell in row.items() if name != REASON}


def completed(tables: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Add what an example leaves out: attendance from the lessons, and who is only named somewhere."""
    lessons = tables.get("lessen", [])
    attendance = [row for lesson in lessons for row in who_was_there(lesson)]
    if attendance:
        tables["aanwezigheid"] = attendance
    if "lessen" in tables:
        tables["lessen"] = [
            {name: cell for name, cell in row.items() if name not in WHO_WAS_THERE} for row in lessons
        ]
    for table, column in (("cursisten", "cursist_id"), ("docenten", "docent_id")):
        named = {row[column] for rows in tables.values() for row in rows if column in row}
        known = {row[column] for row in tables.get(table, [])}
        added = [row for key in sorted(named - known) for row in rows_of(table, f"{column}\n{key}")]
        if added:
            tables[table] = tables.get(table, []) + added
    there: dict[str, list[Row]] = {name: [] for name in ALWAYS_THERE}
    return there | {"organisatie": [standard()["tabellen"]["organisatie"]]} | tables


def who_was_there(lesson: Row) -> Iterator[Row]:
    for column in WHO_WAS_THERE:
        for cell in lesson.get(column, "").split():
            for learner in spelled_out(cell):
                yield {
                    "les_id": lesson["les_id"],
                    "cursist_id": learner,
                    "aanwezig": "nee" if column == ABSENT else "ja",
                    "geparafeerd": "ja" if column == PRESENT else "nee",
                }


def reasons_beside_rows(tables: Mapping[str, list[Row]]) -> Iterator[tuple[str, str, str]]:
    for table, rows in tables.items():
        for row in rows:
            if row.get(REASON):
                key = "/".join(row[column] for column in BY_NAME[table].key) or "1"
                yield table, key, row[REASON]


def reasons_apart(text: str) -> Iterator[tuple[str, str, str]]:
    for row in text_table(text) if text else ():
        yield row["tabel"], row["id"], row[REASON]
