"""Reading and checking a dossier: the one way in for command line, upload and school administration."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import polars as pl

from keurmerk.intake.checks.columns import lay_out
from keurmerk.intake.checks.improbable import improbable
from keurmerk.intake.checks.rows import check_rows
from keurmerk.intake.checks.tables import (
    check_not_from_school,
    check_present,
    check_references,
    check_row_count,
    check_unique,
)
from keurmerk.intake.checks.values import Parsed, parse_table
from keurmerk.intake.frames import judged_frames, personal_frames
from keurmerk.intake.problems import Problem, RefusedError, in_order
from keurmerk.intake.raw import RawTable
from keurmerk.intake.reading.delivery import Delivery, Progress
from keurmerk.intake.reading.sources import open_delivery
from keurmerk.intake.schema import TABLES
from rulebook.norms.dossier import Dossier


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A dossier, or everything that is wrong with it; never both."""

    dossier: Dossier | None
    problems: tuple[Problem, ...]
    warnings: tuple[str, ...] = ()
    personal: Mapping[str, pl.DataFrame] = field(default_factory=dict)
    """Names and contact data per table (English names), with the key of each row."""
    raw: tuple[RawTable, ...] = ()
    """The cells as delivered, to give the school its own workbook back."""


def silent(_label: str, _done: int, _total: int) -> None:
    """Report progress to nobody."""


def read_dossier(path: Path, *, from_school: bool = False, progress: Progress = silent) -> ReadResult:
    """Read a folder of CSV files, a zip of them or a workbook, and collect every problem.

    `from_school` refuses the satisfaction table, which only the survey may give.
    """
    try:
        delivery = open_delivery(path, progress)
    except RefusedError as error:
        return ReadResult(None, (error.problem,))
    return checked(delivery, from_school=from_school)


def checked(delivery: Delivery, *, from_school: bool) -> ReadResult:
    tables, problems = parsed_tables(delivery)
    delivery.warnings += delivery.unknown_tables()
    problems += delivery.problems
    problems += across(tables, delivery.seen)
    if from_school:
        problems += check_not_from_school(tables)
    raw = tuple(delivery.tables[table.name] for table in TABLES if table.name in delivery.tables)
    if problems:
        return ReadResult(None, in_order(problems), tuple(sorted(delivery.warnings)), raw=raw)
    return ReadResult(
        Dossier(judged_frames(tables)),
        (),
        tuple(sorted(chain(delivery.warnings, improbable(tables)))),
        personal_frames(tables),
        raw,
    )


def parsed_tables(delivery: Delivery) -> tuple[dict[str, Parsed], list[Problem]]:
    tables: dict[str, Parsed] = {}
    problems: list[Problem] = []
    for table in TABLES:
        raw = delivery.tables.get(table.name)
        if raw is None:
            continue
        layout = lay_out(raw)
        parsed, wrong = parse_table(raw, layout.places)
        problems += layout.problems
        problems += wrong
        delivery.warnings += layout.warnings
        tables[table.name] = parsed
    return tables, problems


def across(tables: Mapping[str, Parsed], seen: set[str]) -> Iterable[Problem]:
    yield from check_present(seen)
    for parsed in tables.values():
        yield from check_row_count(parsed)
        yield from check_rows(parsed)
        yield from check_unique(parsed)
        yield from check_references(parsed, tables)
