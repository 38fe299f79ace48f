"""What must be reported: every duty has a clock, a paragraph and words; days around their limits."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.application.report_kinds import (
    BY_KIND,
    DUTIES,
    ELSEWHERE,
    ENDINGS,
    STATEMENT_OF_ENDING,
)
from rulebook.application.reports import (
    FOLLOW_WORDS,
    Clock,
    Follow,
    ReportKind,
    clock_of,
    day_problem,
    makes_location,
    needs_approval,
    timing_without_count,
)
from rulebook.application.statements import BY_CODE, STATEMENTS

TODAY = date(2026, 3, 2)


def test_every_kind_is_in_the_catalogue_once_with_source_words_and_effect():
    assert [duty.kind for duty in DUTIES] == list(dict.fromkeys(duty.kind for duty in DUTIES))
    assert {duty.kind for duty in DUTIES} == set(ReportKind)
    for duty in DUTIES:
        assert all((duty.source, duty.lead, duty.clock_words, duty.effects)), duty.kind


def test_only_a_conflict_with_the_statement_has_a_number_of_days():
    counted = {duty.kind: duty.days for duty in DUTIES if duty.clock is Clock.WORKING_DAYS}
    assert counted == {ReportKind.CONFLICT: 5, ReportKind.ENDING: 5}
    assert all(duty.days == 0 for duty in DUTIES if duty.clock is not Clock.WORKING_DAYS)


def test_every_follow_up_has_words():
    assert set(FOLLOW_WORDS) == set(Follow)


def test_every_sentence_of_the_statement_can_be_reported():
    (question,) = BY_KIND[ReportKind.CONFLICT].questions
    assert [code for code, _ in question.choices] == [each.code for each in STATEMENTS]


def test_every_ending_is_a_conflict_with_a_sentence():
    assert set(STATEMENT_OF_ENDING) == {code for code, _ in ENDINGS}
    assert set(STATEMENT_OF_ENDING.values()) <= set(BY_CODE)


def test_what_is_asked_elsewhere_has_its_paragraph():
    assert {each.code for each in ELSEWHERE} == {"zeggenschap", "opzegging", "meetperiode"}
    assert all(each.source for each in ELSEWHERE)


@pytest.mark.parametrize(("lessons", "location"), [(0, False), (3, False), (4, True)])
def test_more_than_three_lessons_make_a_location(lessons, location):
    assert makes_location(lessons) is location


@pytest.mark.parametrize(("learners", "approval"), [(15, False), (16, True)])
def test_more_than_fifteen_learners_need_approval(learners, approval):
    assert needs_approval(learners) is approval
    duty = BY_KIND[ReportKind.LEARNERS]
    clock = clock_of(duty, {"aantal": str(learners)})
    assert clock is (Clock.BEFORE if approval else Clock.AT_ONCE)


@pytest.mark.parametrize(
    ("kind", "day", "fits"),
    [
        (ReportKind.CONFLICT, TODAY, True),
        (ReportKind.CONFLICT, TODAY + timedelta(days=1), False),  # what has not happened is no conflict
        (ReportKind.CONFLICT, date(1999, 12, 31), False),
        (ReportKind.CONFLICT, date(2000, 1, 1), True),
        (ReportKind.DISTANCE, date(2028, 3, 2), True),  # planned: two years at most
        (ReportKind.DISTANCE, date(2028, 3, 3), False),
    ],
)
def test_the_days_that_a_report_may_name(kind, day, fits):
    problem = day_problem(BY_KIND[kind], day, TODAY)
    assert (problem is None) is fits


@pytest.mark.parametrize(
    ("reported_on", "in_time"),
    [(date(2026, 4, 5), True), (date(2026, 4, 6), False), (date(2026, 4, 7), False)],
)
def test_before_the_course_is_the_day_before_at_the_latest(reported_on, in_time):
    timing = timing_without_count(Clock.BEFORE, BY_KIND[ReportKind.DISTANCE], date(2026, 4, 6), reported_on)
    assert (timing.last_day, timing.in_time) == (date(2026, 4, 5), in_time)


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(-700, 700))
def test_without_a_number_of_days_nothing_is_late_and_the_days_are_told(day, later):
    timing = timing_without_count(
        Clock.AT_ONCE, BY_KIND[ReportKind.LOCATION], day, day + timedelta(days=later)
    )
    assert (timing.last_day, timing.in_time, timing.days) == (None, None, later)
    assert timing.steps
