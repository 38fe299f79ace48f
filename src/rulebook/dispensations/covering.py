"""Whether something that holds between two days holds over a measuring period."""

from datetime import date
from enum import StrEnum

from rulebook.kernel.period import MeasuringPeriod


class Cover(StrEnum):
    WHOLE = "geheel"
    PART = "deels"
    NONE = "niet"


def overlap(valid_from: date, valid_until: date | None, period: MeasuringPeriod) -> tuple[date, date] | None:
    """First and last day within the period on which it holds; None when there is none. Without an end: on."""
    first = max(valid_from, period.first)
    last = period.last if valid_until is None else min(valid_until, period.last)
    return (first, last) if first <= last else None


def cover(valid_from: date, valid_until: date | None, period: MeasuringPeriod) -> Cover:
    found = overlap(valid_from, valid_until, period)
    if found is None:
        return Cover.NONE
    return Cover.WHOLE if found == (period.first, period.last) else Cover.PART
