"""Free days and what they do to a term (Algemene termijnenwet, articles 1 and 3)."""

from calendar import isleap, monthrange
from collections import Counter
from collections.abc import Mapping
from datetime import MAXYEAR, date, timedelta
from functools import cache, lru_cache

from rulebook.kernel.period import add_months

ONE_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
LONGEST_YEAR = 366
type Days = frozenset[date]

NONE_EQUATED: Days = frozenset()

AROUND_EASTER = {
    -2: "Goede Vrijdag",
    1: "Tweede Paasdag",
    39: "Hemelvaartsdag",
    50: "Tweede Pinksterdag",
}
EVERY_YEAR = {
    (1, 1): "Nieuwjaarsdag",
    (5, 5): "Bevrijdingsdag",
    (12, 25): "Eerste Kerstdag",
    (12, 26): "Tweede Kerstdag",
}
KINGS_DAY = "Koningsdag"


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian rule."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holidays(year: int) -> dict[date, str]:
    """The recognised holidays by date, with their Dutch names; two on one day share it."""
    return dict(_holidays(year))


@lru_cache(maxsize=1024)
def _holidays(year: int) -> Mapping[date, str]:
    named = [(date(year, *day), name) for day, name in EVERY_YEAR.items()]
    named.append((_kings_day(year), KINGS_DAY))
    sunday = easter(year)
    named.extend((sunday + timedelta(days=days), name) for days, name in AROUND_EASTER.items())
    found: dict[date, str] = {}
    for day, name in sorted(named):
        found[day] = f"{found[day]} en {name}" if day in found else name
    return found


def _kings_day(year: int) -> date:
    day = date(year, 4, 27)
    return day - ONE_DAY if day.weekday() == SUNDAY else day


def holiday_name(day: date) -> str | None:
    return _holidays(day.year).get(day)


def is_free_day(day: date, equated: Days = NONE_EQUATED) -> bool:
    """Saturday, Sunday, a recognised holiday, or a day equated with one by royal decree."""
    return day.weekday() >= SATURDAY or day in _holidays(day.year) or day in equated


def moved(day: date, equated: Days = NONE_EQUATED) -> date:
    """The same day, or the first one after it that is not free. Raises OverflowError after 9999."""
    while is_free_day(day, equated):
        day += ONE_DAY
    return day


def add_working_days(day: date, count: int, equated: Days = NONE_EQUATED) -> date:
    """The count-th day after `day` that is not free; `day` itself for none.

    Whole years are skipped at once: a count has no upper limit. Raises OverflowError after 9999.
    """
    many = equated if count > LONGEST_YEAR else NONE_EQUATED
    also_free = Counter(each.year for each in many if not is_free_day(each))
    while count:
        if count > LONGEST_YEAR and _ends_year(day):
            count -= _working_days_in(day.year + 1) - also_free[day.year + 1]
            day = date(day.year + 1, 12, 31)
            continue
        day += ONE_DAY
        if not is_free_day(day, equated):
            count -= 1
    return day


def _ends_year(day: date) -> bool:
    return (day.month, day.day) == (12, 31) and day.year < MAXYEAR


@cache
def _working_days_in(year: int) -> int:
    first = date(year, 1, 1).weekday()
    beyond_whole_weeks = [first, (first + 1) % 7] if isleap(year) else [first]
    weekdays = 52 * 5 + sum(day < SATURDAY for day in beyond_whole_weeks)
    return weekdays - sum(day.weekday() < SATURDAY for day in _holidays(year))


def months_after(day: date, months: int) -> date:
    """Clamped to the month's last day. Raises OverflowError after 9999, as adding days does."""
    if (day.year * 12 + day.month - 1 + months) // 12 > MAXYEAR:
        raise OverflowError("no date after 9999")
    return add_months(day, months)


def last_day_of_months(first: date, months: int) -> date:
    """The day before `months_after`, reckoned so that 31 December 9999 can still be reached."""
    if first.day > 1:
        return months_after(first, months) - ONE_DAY
    last_month = months_after(first, months - 1)
    return last_month.replace(day=monthrange(last_month.year, last_month.month)[1])
