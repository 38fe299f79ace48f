from datetime import date

import polars as pl
import pytest

from rulebook.dispensations.figures import CourseFigures, course_figures, share_with_teacher

HOUR = 60


def lessons(*rows):
    names = ("lesson_id", "group", "kind", "date", "begins", "ends", "teacher_id")
    return pl.DataFrame([dict(zip(names, row, strict=True)) for row in rows])


def attendance(*pairs):
    return pl.DataFrame(
        [{"lesson_id": lesson, "learner_id": who, "present": there} for lesson, who, there in pairs]
    )


LESSONS = lessons(
    ("l1", "kort", "nt2", date(2025, 3, 3), 9 * HOUR, 12 * HOUR, "d1"),
    ("l2", "kort", "nt2", date(2025, 3, 4), 9 * HOUR, 11 * HOUR + 30, "d1"),
    ("l3", "vast", "nt2", date(2025, 5, 4), 9 * HOUR, 12 * HOUR, "d2"),
    ("l4", "kort", "ona", date(2025, 3, 5), 9 * HOUR, 12 * HOUR, "d2"),
)


def test_hours_are_those_of_the_language_lessons_of_the_group():
    found = course_figures(LESSONS, attendance(("l1", "c1", True)), "kort")
    assert found is not None
    assert (found.hours, found.short) == (5.5, True)


def test_who_was_seen_in_no_other_group_takes_this_course_alone():
    seen = attendance(
        ("l1", "c1", True), ("l1", "c2", True), ("l2", "c3", True), ("l3", "c1", True), ("l3", "c2", False)
    )
    found = course_figures(LESSONS, seen, "kort")
    assert found is not None
    assert (found.learners, found.only_here) == (3, 2)
    assert not found.within_a_third


def test_without_attendance_there_are_hours_only():
    found = course_figures(LESSONS, None, "kort")
    assert found is not None
    assert (found.hours, found.learners) == (5.5, 0)


def test_a_group_that_is_not_there_has_no_figures():
    assert course_figures(LESSONS, attendance(("l1", "c1", True)), "onbekend") is None


@pytest.mark.parametrize(("hours", "short"), [(50, True), (51, False)])
def test_fifty_hours_is_still_short(hours, short):
    assert CourseFigures(hours, 3, 1).short is short


@pytest.mark.parametrize(("learners", "alone", "within"), [(3, 1, True), (5, 2, False), (6, 2, True)])
def test_at_most_a_third_takes_it_alone(learners, alone, within):
    assert CourseFigures(10, learners, alone).within_a_third is within


def test_a_teacher_counts_between_the_days_of_the_dispensation_only():
    counted = {"l1": "noemer", "l2": "noemer", "l3": "teller", "l4": "nee"}
    share = share_with_teacher(LESSONS, counted, "d1", date(2025, 3, 4), date(2025, 12, 31))
    assert (share.numerator, share.denominator) == (2, 3)
    assert share.percent == pytest.approx(66.67, abs=0.01)


def test_what_the_norm_did_not_look_at_is_never_added():
    share = share_with_teacher(LESSONS, {"l4": "nee", "l3": "noemer"}, "d2", date.min, date.max)
    assert (share.numerator, share.denominator) == (1, 1)
