"""2.2, 2.3.4, 2.3.5 and 2.9.2: how lessons were given."""

from collections import defaultdict

from tests.reference.norm_row import NormRow, no_data, none_allowed
from tests.reference.period import Period
from tests.reference.rows import Learner, Lesson
from tests.reference.who_counts import School

NORMS = ("2.2", "2.3.4", "2.3.5", "2.9.2")


def judge_lessons(school: School, period: Period) -> dict[str, NormRow]:
    if school.tables.lessons is None or school.tables.attendance is None:
        return {norm: no_data(norm) for norm in NORMS}
    lessons = [lesson for lesson in school.lessons if period.holds(lesson.date)]
    return {
        "2.2": judge_group_size(school, lessons),
        "2.3.4": judge_distance_alphabetisation(school, lessons),
        "2.3.5": judge_classroom_half(school, lessons),
        "2.9.2": judge_signatures(school, lessons),
    }


def judge_group_size(school: School, lessons: list[Lesson]) -> NormRow:
    alphabetisation_groups = {lesson.group for lesson in lessons if lesson.kind == "alfabetisering"}
    limited = too_big = 0
    for lesson in lessons:
        people = [school.learners[row.learner_id] for row in school.participants.get(lesson.lesson_id, [])]
        if people:
            limited += 1
            maximum = min(
                maximum_for(learner, lesson, lesson.group in alphabetisation_groups) for learner in people
            )
            too_big += school.size[lesson.lesson_id] > maximum
    return none_allowed("2.2", too_big, limited)


def maximum_for(learner: Learner, lesson: Lesson, alphabetisation_group: bool) -> int:
    if learner.act == "Wi2021":
        return 20 if learner.route == "B1" else 12
    if lesson.kind in {"knm", "ona"}:
        return 20
    if lesson.kind == "alfabetisering":
        return 12
    illiterate = learner.profile == "analfabeet" and (
        learner.literate_on is None or learner.literate_on > lesson.date
    )
    return 12 if alphabetisation_group or illiterate else 20


def judge_distance_alphabetisation(school: School, lessons: list[Lesson]) -> NormRow:
    looked_at = [
        lesson for lesson in lessons if lesson.kind == "alfabetisering" and has_wi2013(school, lesson)
    ]
    at_distance = [lesson for lesson in looked_at if lesson.mode == "afstand"]
    return none_allowed("2.3.4", len(at_distance), len(looked_at))


def has_wi2013(school: School, lesson: Lesson) -> bool:
    return any(
        school.learners[row.learner_id].act == "Wi2013"
        for row in school.participants.get(lesson.lesson_id, [])
    )


def all_wi2013_lessons_at_distance(school: School, period: Period) -> bool:
    """§2.3.3: at least one les in P with a participant of Wi2013, and all of those at a distance."""
    lessons = [
        lesson for lesson in school.lessons if period.holds(lesson.date) and has_wi2013(school, lesson)
    ]
    return bool(lessons) and all(lesson.mode == "afstand" for lesson in lessons)


def judge_classroom_half(school: School, lessons: list[Lesson]) -> NormRow:
    attended: dict[str, int] = defaultdict(int)
    in_class: dict[str, int] = defaultdict(int)
    for lesson in lessons:
        for row in school.participants.get(lesson.lesson_id, []):
            learner = school.learners[row.learner_id]
            if row.present and learner.act == "Wi2021" and learner.route == "B1":
                attended[row.learner_id] += lesson.minutes
                if lesson.mode == "klassikaal":
                    in_class[row.learner_id] += lesson.minutes
    looked_at = [key for key, minutes in attended.items() if minutes > 0]
    below_half = [key for key in looked_at if in_class[key] * 2 < attended[key]]
    return none_allowed("2.3.5", len(below_half), len(looked_at))


def judge_signatures(school: School, lessons: list[Lesson]) -> NormRow:
    looked_at = [lesson for lesson in lessons if school.participants.get(lesson.lesson_id)]
    unsigned = [
        lesson
        for lesson in looked_at
        if not lesson.signed_by_teacher
        or any(row.present and not row.initialled for row in school.participants[lesson.lesson_id])
    ]
    return none_allowed("2.9.2", len(unsigned), len(looked_at))
