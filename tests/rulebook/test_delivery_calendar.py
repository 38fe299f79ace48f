"""The dates of table 1 (§1.5.3)."""

from datetime import date

import pytest

from rulebook.kernel.period import MeasuringPeriod
from rulebook.terms.delivery import delivery_calendar


@pytest.mark.parametrize(
    ("first", "survey", "report", "results", "audit", "judgement"),
    [
        (
            date(2025, 1, 1),
            date(2025, 12, 15),
            date(2026, 1, 22),
            date(2026, 1, 21),
            date(2026, 4, 1),
            date(2026, 5, 1),
        ),
        (
            date(2025, 4, 1),
            date(2026, 3, 15),
            date(2026, 4, 15),
            date(2026, 4, 21),
            date(2026, 7, 1),
            date(2026, 8, 1),
        ),
        (
            date(2025, 9, 1),
            date(2026, 8, 15),
            date(2026, 9, 15),
            date(2026, 9, 21),
            date(2026, 12, 1),
            date(2027, 1, 1),
        ),
    ],
)
def test_dates_are_those_of_table_1(first, survey, report, results, audit, judgement):
    calendar = delivery_calendar(MeasuringPeriod.starting(first))

    assert calendar.survey_data == survey
    assert calendar.survey_draft_report == report
    assert calendar.results == results
    assert calendar.results_audit == audit
    assert calendar.judgement == judgement


def test_survey_data_can_be_given_a_month_after_the_start():
    assert delivery_calendar(MeasuringPeriod.starting(date(2025, 1, 1))).survey_data_from == date(2025, 2, 1)


def test_delivery_opens_three_weeks_before_the_period_ends():
    assert delivery_calendar(MeasuringPeriod.starting(date(2025, 1, 1))).results_from == date(2025, 12, 10)


def test_dates_at_the_end_move_along_with_an_extended_period():
    calendar = delivery_calendar(MeasuringPeriod.starting(date(2025, 1, 1), date(2026, 3, 31)))

    assert calendar.results == date(2026, 4, 21)
    assert calendar.survey_data_from == date(2025, 2, 1)
