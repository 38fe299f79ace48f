"""The days of a fictional life, counted back from the day on which the demo is loaded."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from rulebook.kernel.period import STARTS, add_months
from rulebook.terms.calendar import NONE_EQUATED, ONE_DAY, is_free_day

NOON = time(12)


def working_day(day: date) -> date:
    """The day itself, or the last working day before it: nobody signs on a Sunday."""
    while is_free_day(day, NONE_EQUATED):
        day -= ONE_DAY
    return day


def next_working_day(day: date) -> date:
    while is_free_day(day, NONE_EQUATED):
        day += ONE_DAY
    return day


def before(today: date, days: int) -> date:
    return working_day(today - timedelta(days=days))


def noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, NOON))


def period_start(today: date, months: int) -> date:
    """The newest first day of a measuring period that lies so many months back, or more."""
    first = add_months(today, -months)
    return max(
        day
        for year in (first.year - 1, first.year)
        for start in STARTS
        if (day := date(year, *start)) <= first
    )


def next_period_start(today: date, days: int) -> date:
    """The first first day of a measuring period that is so many days away, or more."""
    from_ = today + timedelta(days=days)
    return min(
        day
        for year in (from_.year, from_.year + 1)
        for start in STARTS
        if (day := date(year, *start)) >= from_
    )


def start_of_months_ending(last: date, months: int) -> date:
    """The first day of so many months of which this is the last day."""
    return add_months(last + ONE_DAY, -months)


def weeks_before_holiday(today: date, *, weeks: int, newest: int, oldest: int, otherwise: int) -> date:
    """A past working day from which a term of so many weeks ends on a holiday, so that it is moved on.

    Where no holiday comes in time, so many days ago `otherwise`.
    """
    for ago in range(newest, oldest + 1):
        day = today - timedelta(days=ago)
        last = day + timedelta(weeks=weeks)
        if not is_free_day(day, NONE_EQUATED) and is_free_day(last, NONE_EQUATED):
            return day
    return before(today, otherwise)
