"""The same values in the other spellings that the reading rules allow."""

import random
from dataclasses import dataclass

from tests.generators.columns import KINDS, Tables

_YES = ("ja", "JA", "Ja", "true", "TRUE", "1")
_NO = ("nee", "NEE", "Nee", "false", "False", "0")


@dataclass(frozen=True)
class Spelling:
    """Which freedoms to take; the default takes none."""

    dutch_dates: bool = False
    other_yes_no: bool = False
    comma_decimals: bool = False
    short_times: bool = False
    spaces: bool = False


PLAIN = Spelling()
FREE = Spelling(dutch_dates=True, other_yes_no=True, comma_decimals=True, short_times=True, spaces=True)


def respell(tables: Tables, spelling: Spelling, rng: random.Random) -> Tables:
    """Every freedom is taken for about half of the cells, so that spellings are mixed within a column."""
    return {
        table: [
            {
                column: respell_cell(value, KINDS[table].get(column), spelling, rng)
                for column, value in row.items()
            }
            for row in rows
        ]
        for table, rows in tables.items()
    }


def respell_cell(value: str, kind: str | None, spelling: Spelling, rng: random.Random) -> str:
    if value and rng.random() < 0.5:
        value = respell_value(value, kind, spelling, rng)
    if spelling.spaces and rng.random() < 0.2:
        return rng.choice((f" {value}", f"{value} ", f"  {value} "))
    return value


def respell_value(value: str, kind: str | None, spelling: Spelling, rng: random.Random) -> str:
    if kind == "date" and spelling.dutch_dates:
        year, month, day = value.split("-")
        return f"{day}-{month}-{year}"
    if kind == "yes" and spelling.other_yes_no:
        return rng.choice(_YES if value == "ja" else _NO)
    if kind == "decimal" and spelling.comma_decimals:
        return value.replace(".", ",")
    if kind == "time" and spelling.short_times:
        return value.removeprefix("0")
    return value
