"""What one cell of a delivered table says: the reading rules for text, dates, times, ja/nee and numbers."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache

type Row = Mapping[str, str]

_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_FIRST = re.compile(r"([0-9]{2})-([0-9]{2})-([0-9]{4})")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_YES = {"ja", "true", "1"}
_NO = {"nee", "false", "0"}


def maybe_text(row: Row, column: str) -> str | None:
    """A column that is not there reads as a column of empty cells."""
    return row.get(column, "").strip() or None


def text(row: Row, column: str) -> str:
    value = maybe_text(row, column)
    if value is None:
        raise ValueError(f"{column} must be filled")
    return value


@lru_cache(maxsize=50_000)
def _as_day(value: str) -> date:
    if found := _YEAR_FIRST.fullmatch(value):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(value):
        day, month, year = found.groups()
    else:
        raise ValueError(f"{value} is not a date")
    return date(int(year), int(month), int(day))


def maybe_day(row: Row, column: str) -> date | None:
    value = maybe_text(row, column)
    return None if value is None else _as_day(value)


def day(row: Row, column: str) -> date:
    return _as_day(text(row, column))


def minutes(row: Row, column: str) -> int:
    """A time of the day, as minutes after midnight."""
    found = _TIME.fullmatch(text(row, column))
    if found is None:
        raise ValueError(f"{row[column]} is not a time")
    return int(found[1]) * 60 + int(found[2])


def maybe_yes(row: Row, column: str) -> bool | None:
    """For tvo_toestemming, where an empty cell says that nothing was recorded."""
    value = maybe_text(row, column)
    if value is None:
        return None
    if value.lower() in _YES:
        return True
    if value.lower() in _NO:
        return False
    raise ValueError(f"{value} is neither ja nor nee")


def yes(row: Row, column: str) -> bool:
    return maybe_yes(row, column) is True


@lru_cache(maxsize=50_000)
def _as_number(value: str) -> Fraction:
    return Fraction(value.replace(",", "."))


def maybe_number(row: Row, column: str) -> Fraction | None:
    value = maybe_text(row, column)
    return None if value is None else _as_number(value)


def number(row: Row, column: str) -> Fraction:
    return _as_number(text(row, column))
