"""Chance with a seed, and the days on which a school is open."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

DAYS_OF_A_WEEK = 7
HOLIDAY_WEEKS = {1, 30, 31, 32, 52, 53}
"""ISO weeks without lessons: Christmas and the middle of the summer."""
CLOSED_DAYS = {(4, 27), (5, 5)}


def chance(*parts: object) -> Random:
    """Give a source of chance that hangs on these parts only, so that no group disturbs another."""
    return Random("/".join(map(str, parts)))  # noqa: S311 (to make things up, not to keep them secret)


def week_of(day: date) -> int:
    """Number weeks from Monday to Sunday, on through all years."""
    return (day.toordinal() - 1) // DAYS_OF_A_WEEK


def is_open(day: date) -> bool:
    return day.isocalendar().week not in HOLIDAY_WEEKS and (day.month, day.day) not in CLOSED_DAYS


def school_days(monday: date, weekdays: tuple[int, ...], weeks: int) -> Iterator[date]:
    """Give the open days among these weekdays, for as many school weeks as asked."""
    given = 0
    while given < weeks:
        days = [monday + timedelta(days=weekday) for weekday in weekdays]
        open_days = [day for day in days if is_open(day)]
        given += bool(open_days)
        yield from open_days
        monday += timedelta(days=DAYS_OF_A_WEEK)


def later(day: date, days: int) -> date:
    return day + timedelta(days=days)


def cell(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def yes_no(answer: bool) -> str:  # noqa: FBT001 (the one fact this function turns into a word)
    return "ja" if answer else "nee"
