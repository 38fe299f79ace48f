"""Meetperiode and month arithmetic."""

from calendar import monthrange
from datetime import date
from typing import NamedTuple


def add_months(day: date, months: int) -> date:
    """Keep the day of the month, or take the month's last day where that day does not exist."""
    years, month_index = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month_index + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


class Period(NamedTuple):
    """P: the Meetperiode, first and last day included."""

    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last
