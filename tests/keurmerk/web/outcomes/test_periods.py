"""Measuring periods as people choose them."""

from datetime import date

from keurmerk.web.outcomes import periods
from rulebook.kernel.period import MeasuringPeriod

YEAR_2025 = MeasuringPeriod.starting(date(2025, 1, 1))


def test_code_comes_back_as_the_same_period():
    extended = MeasuringPeriod.starting(date(2025, 1, 1), date(2026, 3, 31))
    assert periods.decoded(periods.code(extended)) == extended


def test_what_is_no_period_is_nothing():
    assert [periods.decoded(text) for text in ("", "x--y", "2025-01-02--2025-12-31", "2025-01-01")] == [
        None
    ] * 4


def test_recent_periods_have_begun_and_the_latest_stands_first():
    found = periods.recent(date(2026, 2, 1))
    assert (found[0].first, found[1].first) == (date(2026, 1, 1), date(2025, 9, 1))


def test_due_first_is_the_period_whose_data_must_come_first():
    assert periods.due(date(2026, 1, 10)) == YEAR_2025
    assert periods.due(date(2026, 1, 22)).last == date(2026, 3, 31)


def test_extension_ends_at_most_sixteen_months_later():
    ends = list(periods.extended_ends(YEAR_2025))
    assert (ends[0], ends[-1]) == (date(2026, 3, 31), date(2027, 3, 31))


def test_deadlines_follow_table_one_in_order_of_date():
    lines = periods.deadlines(YEAR_2025, date(2026, 1, 20))
    assert [str(line.last) for line in lines] == [
        "2025-12-15",
        "2026-01-21",
        "2026-01-22",
        "2026-04-01",
        "2026-05-01",
    ]
    assert [line.left for line in lines[:3]] == ["36 dagen geleden", "nog 1 dag", "nog 2 dagen"]
