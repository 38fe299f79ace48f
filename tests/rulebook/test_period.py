"""The measuring period (§1.5.3) and counting months."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.kernel.period import MeasuringPeriod, PeriodError, add_months


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2025, 1, 1), date(2025, 12, 31)),
        (date(2025, 4, 1), date(2026, 3, 31)),
        (date(2025, 9, 1), date(2026, 8, 31)),
    ],
)
def test_period_is_twelve_months_from_one_of_three_starts(first, last):
    assert MeasuringPeriod.starting(first) == MeasuringPeriod(first, last)


def test_another_start_is_refused_with_the_three_that_are():
    with pytest.raises(PeriodError, match="2025-01-01, 2025-04-01 of 2025-09-01"):
        MeasuringPeriod.starting(date(2025, 2, 1))


@pytest.mark.parametrize(
    "last", [date(2025, 12, 31), date(2026, 3, 31), date(2026, 8, 31), date(2026, 12, 31), date(2027, 3, 31)]
)
def test_period_can_be_extended_to_the_end_of_another_period(last):
    assert MeasuringPeriod.starting(date(2025, 1, 1), last).last == last


@pytest.mark.parametrize(
    "last",
    [
        pytest.param(date(2026, 1, 31), id="no end of a period"),
        pytest.param(date(2025, 8, 31), id="before the normal end"),
        pytest.param(date(2027, 8, 31), id="more than sixteen months after it"),
    ],
)
def test_another_last_day_is_refused_with_those_that_are(last):
    with pytest.raises(
        PeriodError, match="Mogelijk zijn: 2025-12-31, 2026-03-31, 2026-08-31, 2026-12-31, 2027-03-31"
    ):
        MeasuringPeriod.starting(date(2025, 1, 1), last)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 1, 30), 1, date(2025, 2, 28)),
        (date(2025, 11, 15), 2, date(2026, 1, 15)),
    ],
)
def test_months_keep_the_day_or_take_the_last_of_the_month(day, months, expected):
    assert add_months(day, months) == expected


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_never_run_past_the_month_they_lead_to(day, months):
    later = add_months(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
