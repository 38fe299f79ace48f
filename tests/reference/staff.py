"""1.7.1.a/b and 1.7.2.a/b: lessons given by qualified teachers."""

from collections import defaultdict
from datetime import date

from tests.reference.norm_row import NormRow, at_least, no_data, none_allowed
from tests.reference.period import Period
from tests.reference.rows import Engagement, Lesson, Qualification
from tests.reference.who_counts import School

# norm -> (kinds of lessons, the vak its teachers must be qualified for)
LANGUAGE = ("1.7.1", {"nt2", "alfabetisering", "knm"}, "nt2")
LABOUR_MARKET = ("1.7.2", {"ona"}, "ona")


def valid_on(row: Qualification | Engagement, day: date) -> bool:
    """Both ends count; without an end it is still valid."""
    return row.valid_from <= day and (row.valid_until is None or day <= row.valid_until)


class Qualified:
    """Who holds a bevoegdheid for a vak on a day."""

    def __init__(self, qualifications: list[Qualification]) -> None:
        self.held: dict[tuple[str, str], list[Qualification]] = defaultdict(list)
        self.teachers: set[str] = set()
        for row in qualifications:
            self.held[row.teacher_id, row.subject].append(row)
            self.teachers.add(row.teacher_id)

    def holds(self, teacher_id: str, subject: str, day: date) -> bool:
        return any(valid_on(row, day) for row in self.held.get((teacher_id, subject), []))


def judge_teachers(school: School, period: Period, which: tuple[str, set[str], str]) -> list[NormRow]:
    norm, kinds, subject = which
    tables = school.tables
    if tables.lessons is None or tables.qualifications is None:
        return [no_data(f"{norm}.a"), no_data(f"{norm}.b")]
    qualified = Qualified(tables.qualifications)
    lessons = [lesson for lesson in school.lessons if period.holds(lesson.date) and lesson.kind in kinds]
    good = {
        lesson.lesson_id for lesson in lessons if qualified.holds(lesson.teacher_id, subject, lesson.date)
    }
    shares = at_least(f"{norm}.a", len(good), len(lessons), 80)
    if tables.attendance is None:
        return [shares, no_data(f"{norm}.b")]

    groups = {lesson.group for lesson in lessons}
    served_groups = {lesson.group for lesson in lessons if lesson.lesson_id in good}
    learners = present_in(school, lessons)
    served_learners = present_in(school, [lesson for lesson in lessons if lesson.lesson_id in good])
    dates = {lesson.date for lesson in lessons}
    bare_dates = {day for day in dates if not anybody(qualified, tables.engagements, subject, day)}
    exceptions = len(groups - served_groups) + len(learners - served_learners) + len(bare_dates)
    looked_at = len(groups) + len(learners) + len(dates)
    return [shares, none_allowed(f"{norm}.b", exceptions, looked_at)]


def present_in(school: School, lessons: list[Lesson]) -> set[str]:
    return {
        row.learner_id
        for lesson in lessons
        for row in school.participants.get(lesson.lesson_id, [])
        if row.present
    }


def anybody(qualified: Qualified, engagements: list[Engagement] | None, subject: str, day: date) -> bool:
    """Does any docent hold a valid bevoegdheid and, where that table is there, a valid aanstelling."""
    able = {teacher for teacher in qualified.teachers if qualified.holds(teacher, subject, day)}
    if engagements is None:
        return bool(able)
    return any(row.teacher_id in able and valid_on(row, day) for row in engagements)
