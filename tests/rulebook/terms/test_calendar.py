"""Easter, the holidays, and counting over them."""

from datetime import date, timedelta

import pytest

from rulebook.terms.calendar import add_working_days, easter, holidays, is_free_day, last_day_of_months, moved
from tests.reference.feasts import easter_sunday, is_free

PRINTED_EASTERS = """
2000-04-23 2001-04-15 2002-03-31 2003-04-20 2004-04-11 2005-03-27 2006-04-16 2007-04-08 2008-03-23 2009-04-12
2010-04-04 2011-04-24 2012-04-08 2013-03-31 2014-04-20 2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21
2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01
2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10
1818-03-22 1943-04-25 2285-03-22
"""


@pytest.mark.parametrize("printed", PRINTED_EASTERS.split())
def test_easter_is_as_printed_in_almanacs(printed: str) -> None:
    assert easter(int(printed[:4])).isoformat() == printed


def test_easter_is_the_same_by_the_tables_of_the_church() -> None:
    assert [easter(year) for year in range(1583, 3000)] == [easter_sunday(year) for year in range(1583, 3000)]


def test_holidays_have_names() -> None:
    assert {day.isoformat(): name for day, name in holidays(2026).items()} == {
        "2026-01-01": "Nieuwjaarsdag",
        "2026-04-03": "Goede Vrijdag",
        "2026-04-06": "Tweede Paasdag",
        "2026-04-27": "Koningsdag",
        "2026-05-05": "Bevrijdingsdag",
        "2026-05-14": "Hemelvaartsdag",
        "2026-05-25": "Tweede Pinksterdag",
        "2026-12-25": "Eerste Kerstdag",
        "2026-12-26": "Tweede Kerstdag",
    }


def test_two_holidays_on_one_day_share_it() -> None:
    assert holidays(2016)[date(2016, 5, 5)] == "Bevrijdingsdag en Hemelvaartsdag"


def test_holidays_given_out_are_a_copy() -> None:
    holidays(2026).clear()
    assert len(holidays(2026)) == 9


def test_free_days_of_a_century_are_those_of_the_reference() -> None:
    days = [date(1990, 1, 1) + timedelta(days=number) for number in range(36_525)]
    assert [day for day in days if is_free_day(day) is not is_free(day, set())] == []


def test_equated_day_is_free() -> None:
    friday = date(2026, 5, 15)
    assert not is_free_day(friday)
    assert is_free_day(friday, {friday})
    assert moved(friday, frozenset({friday})) == date(2026, 5, 18)


@pytest.mark.parametrize("count", [0, 1, 254, 255, 256, 510, 2500, 25_000])
def test_working_days_over_whole_years_are_those_of_walking(count: int) -> None:
    equated = frozenset({date(2026, 5, 15), date(2026, 5, 16), date(2027, 5, 7), date(2027, 5, 5)})
    walked, left = date(2025, 12, 30), count
    while left:
        walked += timedelta(days=1)
        left -= not is_free(walked, set(equated))
    assert add_working_days(date(2025, 12, 30), count, equated) == walked


def test_last_working_day_of_the_calendar_can_be_reached() -> None:
    assert add_working_days(date(9999, 12, 24), 5) == date(9999, 12, 31)


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(9998, 9, 1), 16, date(9999, 12, 31)),
        (date(9998, 9, 2), 15, date(9999, 12, 1)),
        (date(2025, 1, 31), 1, date(2025, 2, 27)),
        (date(2025, 2, 1), 1, date(2025, 2, 28)),
    ],
)
def test_last_day_of_a_period_of_months(first: date, months: int, last: date) -> None:
    assert last_day_of_months(first, months) == last
