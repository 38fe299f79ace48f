"""Which days are free, found as a calendar maker of the church would: golden number, epact, full moon."""

from datetime import date, timedelta

DAY = timedelta(days=1)


def easter_sunday(year: int) -> date:
    """The first Sunday after the full moon on or after 21 March, by the tables of Clavius."""
    golden_number = year % 19 + 1
    century = year // 100 + 1
    left_out_leap_days = 3 * century // 4 - 12
    moon_correction = (8 * century + 5) // 25 - 5
    epact = (11 * golden_number + 20 + moon_correction - left_out_leap_days) % 30
    if epact == 24 or (epact == 25 and golden_number > 11):
        epact += 1
    full_moon = date(year, 3, 1) + (44 - epact - 1) * DAY
    while full_moon < date(year, 3, 21):
        full_moon += 30 * DAY
    day = full_moon + DAY
    while day.isoweekday() != 7:
        day += DAY
    return day


def is_feast(day: date) -> bool:
    """Algemene termijnenwet art. 3, as the contract lists it."""
    if (day.month, day.day) in ((1, 1), (5, 5), (12, 25), (12, 26)):
        return True
    if day == kings_day(day.year):
        return True
    return (day - easter_sunday(day.year)).days in (-2, 1, 39, 50)


def kings_day(year: int) -> date:
    day = date(year, 4, 27)
    return date(year, 4, 26) if day.isoweekday() == 7 else day


def is_free(day: date, equated: set[date]) -> bool:
    return day.isoweekday() in (6, 7) or is_feast(day) or day in equated
