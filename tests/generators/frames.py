"""Raw Dutch tables as the frames that the rulebook judges, apart from the program's own reader."""

import polars as pl

from rulebook.norms.dossier import Dossier
from tests.generators.columns import KINDS, Table, Tables
from tests.generators.names import ENGLISH_TABLE, english_columns, frame_schema
from tests.reference import cells

BILLION = 10**9


def dossier_of(tables: Tables) -> Dossier:
    return Dossier({ENGLISH_TABLE[table]: frame_of(table, rows) for table, rows in tables.items()})


def frame_of(table: str, rows: Table) -> pl.DataFrame:
    data = {
        english: [value_of(row, column, KINDS[table][column]) for row in rows]
        for column, english in english_columns(table).items()
    }
    return pl.DataFrame(data, schema=frame_schema(table))


def value_of(row: dict[str, str], column: str, kind: str) -> object:
    match kind:
        case "date":
            return cells.maybe_day(row, column)
        case "time":
            return cells.minutes(row, column)
        case "yes":
            answer = cells.maybe_yes(row, column)
            return answer if column == "tvo_toestemming" else bool(answer)
        case "whole" | "decimal":
            number = cells.maybe_number(row, column)
            return None if number is None else int(number * (BILLION if kind == "decimal" else 1))
        case _:
            return cells.maybe_text(row, column)
