"""Days of the lives lie where the law can have them, on whatever day the demo is loaded."""

from datetime import date, timedelta

import pytest

from keurmerk.demo.lives import days
from rulebook.kernel.period import STARTS, add_months
from rulebook.terms.calendar import NONE_EQUATED, is_free_day

ANY = [date(2026, 1, 1) + timedelta(days=step) for step in range(0, 1500, 37)]
EVERY = pytest.mark.parametrize("today", ANY, ids=str)


@EVERY
def test_who_acts_does_so_on_a_working_day(today):
    assert not is_free_day(days.before(today, 9), NONE_EQUATED)
    assert days.before(today, 9) <= today - timedelta(days=9)
    assert not is_free_day(days.next_working_day(today), NONE_EQUATED)


@EVERY
@pytest.mark.parametrize("months", [1, 5, 17, 19])
def test_a_period_began_so_many_months_ago_and_at_most_five_more(today, months):
    first = days.period_start(today, months)
    assert (first.month, first.day) in STARTS
    assert add_months(first, months) <= today < add_months(first, months + 6)


@EVERY
def test_the_next_period_is_still_to_come(today):
    first = days.next_period_start(today, 14)
    assert (first.month, first.day) in STARTS
    assert today + timedelta(days=14) <= first < add_months(today, 7)


@pytest.mark.parametrize(
    ("today", "sent"),
    [(date(2026, 11, 21), date(2026, 11, 13)), (date(2026, 8, 21), date(2026, 7, 21))],
    ids=["six weeks before Christmas", "no holiday near"],
)
def test_a_letter_is_sent_so_that_a_holiday_moves_its_term_where_there_is_one(today, sent):
    assert days.weeks_before_holiday(today, weeks=6, newest=4, oldest=38, otherwise=31) == sent
