"""The audits after a grant for a fixed term: which days they may be held on (§2.5)."""

from datetime import date

import pytest

from rulebook.application.visits import Moment, Visit, windows
from rulebook.lifecycle.duties import AFTER_GRANT_FIXED

GRANTED = date(2026, 3, 2)


def test_three_audits_within_three_six_and_nine_months_of_the_grant():
    assert [(each.visit, each.first, each.last) for each in windows(GRANTED)] == [
        (Visit.SCHOOL, date(2026, 3, 3), date(2026, 6, 2)),
        (Visit.CLASSROOM, date(2026, 6, 2), date(2026, 9, 2)),
        (Visit.FINANCIAL, date(2026, 9, 2), date(2026, 12, 2)),
    ]


def test_in_a_shorter_month_its_last_day_counts():
    school, classroom, financial = windows(date(2025, 8, 31))
    assert school.last == date(2025, 11, 30)
    assert (classroom.first, classroom.last) == (date(2025, 11, 30), date(2026, 2, 28))
    assert financial.last == date(2026, 5, 31)


@pytest.mark.parametrize(
    ("on", "moment"),
    [
        (date(2026, 6, 1), Moment.BEFORE),
        (date(2026, 6, 2), Moment.WITHIN),
        (date(2026, 9, 2), Moment.WITHIN),
        (date(2026, 9, 3), Moment.AFTER),
    ],
)
def test_first_and_last_day_belong_to_a_window(on, moment):
    assert windows(GRANTED)[1].moment(on) is moment


def test_every_window_ends_when_the_duty_of_the_grant_is_due():
    """The duty is due so many months after the grant: the plan and the worklist name the same day."""
    months = {duty.code: duty.count for duty in AFTER_GRANT_FIXED if duty.code in set(Visit)}
    assert {each.visit.value: 3 * (number + 1) for number, each in enumerate(windows(GRANTED))} == months
