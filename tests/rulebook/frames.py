"""Raw tables of a well-formed dossier straight to frames, so that rules are tested apart from the reader."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl

from keurmerk.intake.schema import TABLES, Column, Kind
from rulebook.kernel.numbers import BILLIONTHS
from rulebook.norms.dossier import Dossier

type RawTables = Mapping[str, Sequence[Mapping[str, str]]]

DTYPES = {
    Kind.DATE: pl.Date,
    Kind.TIME: pl.Int64,
    Kind.YES_NO: pl.Boolean,
    Kind.WHOLE: pl.Int64,
    Kind.DECIMAL: pl.Int64,
}


def dossier_of(raw: RawTables) -> Dossier:
    """Canonical spellings only: ISO dates, ja/nee, a dot in decimals."""
    return Dossier(
        {
            table.field: pl.DataFrame(
                {
                    column.field: [_value(row.get(column.name, ""), column) for row in raw[table.name]]
                    for column in table.judged()
                },
                schema={column.field: DTYPES.get(column.kind, pl.String) for column in table.judged()},
            )
            for table in TABLES
            if table.name in raw
        }
    )


def _value(text: str, column: Column) -> Any:
    match column.kind:
        case Kind.YES_NO if text or column.field != "survey_consent":
            return text == "ja"
        case _ if not text:
            return column.empty_means
        case Kind.DATE:
            return date.fromisoformat(text)
        case Kind.TIME:
            hours, minutes = text.split(":")
            return int(hours) * 60 + int(minutes)
        case Kind.WHOLE:
            return int(text)
        case Kind.DECIMAL:
            return int(Fraction(text) * BILLIONTHS)
        case _:
            return text
