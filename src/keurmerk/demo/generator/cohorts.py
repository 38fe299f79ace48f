"""Groups of learners who start together and follow one another in the same place of the timetable."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from keurmerk.demo.generator.days import DAYS_OF_A_WEEK, chance, later, school_days
from keurmerk.demo.generator.profile import Kind, Profile
from rulebook.kernel.period import MeasuringPeriod, add_months

FIRST_MONDAY = date(2020, 9, 7)
SCHOOL_WEEKS = 38
CYCLE = 47
"""Weeks from one start to the next: short enough that a group ends in every period."""
LANES_OF_A_TEACHER = 4
SLOTS = (
    ((0, 2), "09:00", "12:00"),
    ((0, 2), "13:00", "16:00"),
    ((1, 3), "09:00", "12:00"),
    ((1, 3), "13:00", "16:00"),
)
"""When the four groups of one teacher have their lessons: weekdays, begin and end."""
EXAMS_UNTIL_MONTHS = 7
"""So long after its end a group still has exam attempts that count."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """One group of learners. `number` counts the groups that had this place in the timetable."""

    school: Profile
    lane: int
    number: int
    seed: int
    days: tuple[date, ...]

    @property
    def kind(self) -> Kind:
        return self.school.lanes[self.lane].kind

    @property
    def size(self) -> int:
        return self.school.lanes[self.lane].size

    @property
    def key(self) -> str:
        return f"{self.lane + 1:02}{self.number:02}"

    @property
    def group(self) -> str:
        return f"{self.kind.value}-{self.key}"

    @property
    def teacher(self) -> int:
        return self.lane // LANES_OF_A_TEACHER

    @property
    def slot(self) -> int:
        return self.lane % LANES_OF_A_TEACHER

    @property
    def location(self) -> str:
        locations = self.school.locations
        return locations[self.teacher % len(locations)]

    @property
    def first(self) -> date:
        return self.days[0]

    @property
    def last(self) -> date:
        return self.days[-1]

    @property
    def period(self) -> MeasuringPeriod:
        """The measuring period in which the group ends; its exams are taken there."""
        return self.school.period_holding(later(self.last, 2))

    def chance(self, topic: str, *more: object) -> Random:
        return chance(self.seed, self.school.key, self.key, topic, *more)


def cohorts_around(school: Profile, seed: int, period: MeasuringPeriod) -> Iterator[Cohort]:
    """Give the groups that a dossier of this period tells about: running in it, or with exams in it."""
    earliest = add_months(period.first, -EXAMS_UNTIL_MONTHS)
    for lane in range(len(school.lanes)):
        for number in range(CYCLE):
            cohort = _cohort(school, seed, lane, number)
            if cohort.first > add_months(period.last, 3):
                break
            if cohort.last >= earliest:
                yield cohort


def _cohort(school: Profile, seed: int, lane: int, number: int) -> Cohort:
    phase = lane * CYCLE // len(school.lanes)
    monday = FIRST_MONDAY + timedelta(days=DAYS_OF_A_WEEK * (phase + CYCLE * number))
    weekdays = SLOTS[lane % LANES_OF_A_TEACHER][0]
    return Cohort(school, lane, number, seed, tuple(school_days(monday, weekdays, SCHOOL_WEEKS)))
