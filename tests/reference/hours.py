"""2.5: hour statements agree with attendance."""

from collections import defaultdict
from datetime import date
from fractions import Fraction

from tests.reference.norm_row import NormRow, no_data, none_allowed
from tests.reference.period import Period
from tests.reference.rows import HoursStatement, Learner, Lesson, PracticeHours
from tests.reference.staff import Qualified
from tests.reference.who_counts import School


def judge_hours_statements(school: School, period: Period) -> NormRow:
    tables = school.tables
    statements, qualifications = tables.hours_statements, tables.qualifications
    if statements is None or qualifications is None or tables.lessons is None or tables.attendance is None:
        return no_data("2.5")
    qualified = Qualified(qualifications)
    attended = attended_lessons(school)
    practised: dict[str, list[PracticeHours]] = defaultdict(list)
    for hours in tables.practice_hours:
        practised[hours.learner_id].append(hours)

    looked_at = too_many = 0
    for row in statements:
        learner = school.learners.get(row.learner_id)
        if learner is not None and period.holds(row.issued_on):
            lessons = [lesson for lesson in attended[row.learner_id] if lesson.date <= row.issued_on]
            looked_at += 1
            too_many += row.hours > hours_that_may_count(
                row, learner, lessons, practised[row.learner_id], qualified
            )
    return none_allowed("2.5", too_many, looked_at)


def attended_lessons(school: School) -> dict[str, list[Lesson]]:
    found: dict[str, list[Lesson]] = defaultdict(list)
    for lesson in school.lessons:
        for row in school.participants.get(lesson.lesson_id, []):
            if row.present:
                found[row.learner_id].append(lesson)
    return found


def hours_that_may_count(
    statement: HoursStatement,
    learner: Learner,
    lessons: list[Lesson],
    practised: list[PracticeHours],
    qualified: Qualified,
) -> Fraction:
    """Over all time up to and including the day of the statement, not only in P."""
    if statement.kind == "nt2":
        return language_hours(learner, lessons)
    return labour_market_hours(lessons, qualified) + practice_hours(practised, statement.issued_on)


def language_hours(learner: Learner, lessons: list[Lesson]) -> Fraction:
    """Distance counts only on the B1-route of Wi2021, and only when at least half was in class."""
    language = [lesson for lesson in lessons if lesson.kind != "ona"]
    in_class = sum(lesson.minutes for lesson in language if lesson.mode == "klassikaal")
    everything = sum(lesson.minutes for lesson in language)
    on_b1_route = learner.act == "Wi2021" and learner.route == "B1"
    if on_b1_route and in_class * 2 >= everything:
        return Fraction(everything, 60)
    return Fraction(in_class, 60)


def labour_market_hours(lessons: list[Lesson], qualified: Qualified) -> Fraction:
    minutes = sum(
        lesson.minutes
        for lesson in lessons
        if lesson.kind == "ona"
        and lesson.mode == "klassikaal"
        and qualified.holds(lesson.teacher_id, "ona", lesson.date)
    )
    return Fraction(minutes, 60)


def practice_hours(practised: list[PracticeHours], until: date) -> Fraction:
    return sum((row.hours for row in practised if row.evidenced and row.date <= until), start=Fraction(0))


def long_ona_statements(school: School, period: Period) -> int | None:
    """2.15.e: urenverklaringen ona of Wi2013 cursisten with 64 hours or more."""
    if school.tables.hours_statements is None:
        return None
    return sum(
        row.kind == "ona" and row.hours >= 64 and period.holds(row.issued_on) and is_wi2013(school, row)
        for row in school.tables.hours_statements
    )


def is_wi2013(school: School, statement: HoursStatement) -> bool:
    learner = school.learners.get(statement.learner_id)
    return learner is not None and learner.act == "Wi2013"
