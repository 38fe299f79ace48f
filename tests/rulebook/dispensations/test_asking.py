from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.dispensations import Code, kind_of, last_day_to_ask, timeliness
from rulebook.kernel.period import STARTS, MeasuringPeriod, add_months

SHRINKING = kind_of(Code.SHRINKING)
periods = st.builds(
    lambda year, start: MeasuringPeriod.starting(date(year, *start)),
    st.integers(2020, 2040),
    st.sampled_from(STARTS),
)


@pytest.mark.parametrize(
    ("first", "last_day"),
    [
        (date(2025, 1, 1), date(2025, 8, 31)),
        (date(2025, 4, 1), date(2025, 11, 30)),
        (date(2025, 9, 1), date(2026, 4, 30)),
    ],
)
def test_a_shrinking_school_asks_four_months_before_the_period_ends(first, last_day):
    assert last_day_to_ask(SHRINKING, MeasuringPeriod.starting(first)) == last_day


def test_an_extended_period_gives_a_later_last_day():
    extended = MeasuringPeriod.starting(date(2025, 1, 1), date(2026, 3, 31))
    assert last_day_to_ask(SHRINKING, extended) == date(2025, 11, 30)


def test_the_other_kinds_have_no_last_day():
    assert timeliness(kind_of(Code.ONA_TEACHER), MeasuringPeriod.starting(date(2025, 1, 1)), date.max) is None


@given(periods, st.integers(-200, 200))
def test_a_request_is_in_time_up_to_and_including_the_last_day(period, days):
    last_day = last_day_to_ask(SHRINKING, period)
    assert last_day is not None
    found = timeliness(SHRINKING, period, last_day + timedelta(days=days))
    assert found is not None
    assert found.in_time is (days <= 0)
    assert found.days_late == max(days, 0)


@given(periods)
def test_at_least_four_whole_months_are_left_after_the_last_day(period):
    last_day = last_day_to_ask(SHRINKING, period)
    assert last_day is not None
    assert add_months(last_day, 4) <= period.last < add_months(last_day + timedelta(days=1), 4)
