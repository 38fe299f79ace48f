from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rulebook.dispensations import Cover, cover, overlap
from rulebook.kernel.period import MeasuringPeriod

P = MeasuringPeriod.starting(date(2025, 1, 1))
DAY = timedelta(days=1)
days = st.dates(date(2023, 1, 1), date(2027, 12, 31))


def test_exactly_the_period_is_all_of_it():
    assert cover(P.first, P.last, P) is Cover.WHOLE


def test_a_day_less_at_either_end_is_a_part():
    assert cover(P.first + DAY, P.last, P) is Cover.PART
    assert cover(P.first, P.last - DAY, P) is Cover.PART


def test_one_shared_day_is_a_part_and_the_day_beside_it_is_nothing():
    assert overlap(P.last, None, P) == (P.last, P.last)
    assert cover(P.last + DAY, None, P) is Cover.NONE
    assert cover(date(2024, 1, 1), P.first, P) is Cover.PART
    assert cover(date(2024, 1, 1), P.first - DAY, P) is Cover.NONE


def test_without_an_end_it_goes_on():
    assert cover(date(2020, 1, 1), None, P) is Cover.WHOLE


@given(days, days)
def test_what_is_covered_lies_within_both(one, other):
    first, last = sorted((one, other))
    found = overlap(first, last, P)
    assert (found is None) == (last < P.first or first > P.last)
    if found is not None:
        assert max(first, P.first) == found[0] <= found[1] == min(last, P.last)
    assert (cover(first, last, P) is Cover.WHOLE) == (first <= P.first and last >= P.last)
