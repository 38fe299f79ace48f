"""Lessons of a group week by week, and who was there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from keurmerk.demo.generator.cohorts import SLOTS, Cohort
from keurmerk.demo.generator.days import cell, later, school_days, week_of, yes_no
from keurmerk.demo.generator.learners import Member
from keurmerk.demo.generator.profile import Fault, Kind
from keurmerk.demo.generator.tables import Row

ONA_WEEKS = 20
ONA_SLOTS = (("08:30", "10:30"), ("10:30", "12:30"), ("13:00", "15:00"), ("15:00", "17:00"))
FRIDAY = 4
SUBSTITUTE, CO_TEACHER = "d90", "d91"
LANES_FOR_A_SUBSTITUTE = 4
PRESENT = 0.89
SIGNED_IN = 0.93


@dataclass(frozen=True, slots=True)
class Lesson:
    lesson_id: str
    group: str
    kind: str
    day: date
    begins: str
    ends: str
    location: str
    mode: str
    teacher_id: str

    @property
    def minutes(self) -> int:
        return _minutes(self.ends) - _minutes(self.begins)

    def row(self) -> Row:
        return {
            "les_id": self.lesson_id,
            "groep": self.group,
            "soort": self.kind,
            "datum": cell(self.day),
            "begin": self.begins,
            "einde": self.ends,
            "vestiging": self.location,
            "vorm": self.mode,
            "docent_id": self.teacher_id,
            "getekend_door_docent": "ja",
        }


@dataclass(slots=True)
class Teaching:
    """Lessons and attendance as rows, and per learner the lessons that were attended."""

    lessons: list[Row] = field(default_factory=list)
    attendance: list[Row] = field(default_factory=list)
    attended: dict[str, list[Lesson]] = field(default_factory=dict)


def teacher_id(number: int) -> str:
    return f"d{number + 1:02}"


def teach(cohort: Cohort, members: list[Member], until: date) -> Teaching:
    """Give the lessons up to and including `until`; later ones have not been given yet."""
    teaching = Teaching(attended={member.learner_id: [] for member in members})
    chance = cohort.chance("attendance")
    takes_ona = [member for member in members if does_ona(member)]
    for lesson in _lessons(cohort):
        participants = takes_ona if lesson.kind == "ona" else members
        _hold(cohort, lesson, participants, until, chance, teaching)
    return teaching


def _hold(
    cohort: Cohort, lesson: Lesson, members: list[Member], until: date, chance: Random, teaching: Teaching
) -> None:
    """Chance is asked for every learner, also of what lies ahead: then every period tells the same."""
    careless = cohort.school.is_wrong(Fault.NOT_INITIALLED, lesson.day) and week_of(lesson.day) % 5 == 0
    anybody = False
    for member in members:
        present = chance.random() < PRESENT
        if not member.started <= lesson.day <= member.last_lesson or lesson.day > until:
            continue
        anybody = True
        forgotten = careless and member.place % 4 == 1
        teaching.attendance.append(
            {
                "les_id": lesson.lesson_id,
                "cursist_id": member.learner_id,
                "aanwezig": yes_no(present),
                "geparafeerd": yes_no(present and not forgotten),
            }
        )
        if present:
            teaching.attended[member.learner_id].append(lesson)
    if anybody:
        teaching.lessons.append(lesson.row())


def does_ona(member: Member) -> bool:
    """Under the Wi2013 the learners who are not in alphabetisation take ona as well."""
    return member.act == "Wi2013" and member.group != "analfabeet" and member.ending == "afgerond"


def ona_start(cohort: Cohort) -> date:
    return next(_ona_days(cohort))


def ona_end(cohort: Cohort) -> date:
    return list(_ona_days(cohort))[-1]


def _ona_days(cohort: Cohort) -> Iterator[date]:
    """Fridays in the second half of the course."""
    monday = later(cohort.first, 70 - cohort.first.weekday())
    return school_days(monday, (FRIDAY,), ONA_WEEKS)


def _lessons(cohort: Cohort) -> Iterator[Lesson]:
    _, begins, ends = SLOTS[cohort.slot]
    for number, day in enumerate(cohort.days):
        kind = _kind(cohort, number)
        yield Lesson(
            lesson_id=f"l{cohort.key}{number:03}",
            group=cohort.group,
            kind=kind,
            day=day,
            begins=begins,
            ends=ends,
            location=cohort.location,
            mode="afstand" if cohort.kind is Kind.B1 and number % 5 == 1 else "klassikaal",
            teacher_id=_teacher(cohort, day, number),
        )
    if cohort.kind is not Kind.WI2013:
        return
    begins, ends = ONA_SLOTS[cohort.slot]
    for number, day in enumerate(_ona_days(cohort)):
        yield Lesson(
            lesson_id=f"l{cohort.key}o{number:02}",
            group=f"{cohort.group}-ona",
            kind="ona",
            day=day,
            begins=begins,
            ends=ends,
            location=cohort.location,
            mode="klassikaal",
            teacher_id=teacher_id(cohort.teacher),
        )


def _kind(cohort: Cohort, number: int) -> str:
    if cohort.kind is Kind.ALPHA and number < len(cohort.days) * 3 // 4:
        return "alfabetisering"
    return "knm" if number % 8 == 1 else "nt2"


def _teacher(cohort: Cohort, day: date, number: int) -> str:
    """Usually the group's own teacher; now and then, and in a bad year often, one without a qualification."""
    school, week = cohort.school, week_of(day)
    if school.is_wrong(Fault.UNQUALIFIED, day) and number % 3 == 0:
        return CO_TEACHER
    ill = len(school.lanes) >= LANES_FOR_A_SUBSTITUTE and week % len(school.lanes) == cohort.lane
    if ill and week % 2 == 0 and day.weekday() < 2:  # noqa: PLR2004 (the first lesson of the week)
        return SUBSTITUTE
    return teacher_id(cohort.teacher)


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)
