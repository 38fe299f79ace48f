"""The learners of a group: who they are, and the dates of their course."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from keurmerk.demo.generator.cohorts import Cohort
from keurmerk.demo.generator.days import later
from keurmerk.demo.generator.profile import Fault, Kind

GROUPS = {
    Kind.ALPHA: ("analfabeet",),
    Kind.WI2013: ("midden", "laag", "midden", "hoog"),
    Kind.B1: ("B1",),
    Kind.Z: ("Z",),
}
RESIDENCES = ("asielstatushouder", "gezinsmigrant", "asielstatushouder", "overige_migrant", "gezinsmigrant")
BIG_ENOUGH_FOR_MISHAPS = 10
"""In a smaller group one course that goes wrong would weigh too heavily."""
MISHAPS_IN_TEN = 6
WAITED_TOO_LONG, LEFT_EARLY, BROKE_OFF, DIED, FINISHED_LATE = 4, 6, 8, 9, 7
"""Places in the group of those to whom such a thing happens, in some groups."""
GUESTS = 3
SHORTEST_VISIT = 60
COMPLETED_IN_A_BAD_YEAR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One learner in one group, with the dates as they really were, past and future."""

    place: int
    learner_id: str
    group: str
    """The leerprofiel for Wi2013, the leerroute for Wi2021."""
    act: str
    residence: str
    registered: date
    start_by: date
    started: date
    agreed_end: date
    ended: date
    ending: str = "afgerond"
    exit_statement: date | None = None
    died: date | None = None

    @property
    def last_lesson(self) -> date:
        return later(self.ended, -2)

    @property
    def takes_exams(self) -> bool:
        return self.group not in {"Z", "onderwijs"}


def members_of(cohort: Cohort) -> list[Member]:
    chance = cohort.chance("learners")
    members = [_member(cohort, place, chance) for place in range(cohort.size)]
    members = [_with_mishaps(member, cohort, chance) for member in members]
    return members + list(_guests(cohort, len(members), chance))


def _member(cohort: Cohort, place: int, chance: Random) -> Member:
    groups = GROUPS[cohort.kind]
    group = groups[place % len(groups)]
    if cohort.kind is Kind.B1 and place >= cohort.size - cohort.school.education_route:
        group = "onderwijs"
    ended = later(cohort.last, 2)
    return Member(
        place=place,
        learner_id=f"c{cohort.key}{place:02}",
        group=group,
        act="Wi2013" if cohort.kind in {Kind.ALPHA, Kind.WI2013} else "Wi2021",
        residence=RESIDENCES[(place + cohort.number) % len(RESIDENCES)],
        registered=later(cohort.first, -chance.randint(18, 60)),
        start_by=later(cohort.first, chance.randint(0, 21)),
        started=cohort.first,
        agreed_end=later(ended, chance.randint(0, 30)),
        ended=ended,
    )


def _with_mishaps(member: Member, cohort: Cohort, chance: Random) -> Member:
    """Let a few courses start late, end late or end early, as happens in any school."""
    school = cohort.school
    if school.is_wrong(Fault.WAITING, member.registered):
        return _started_late(member, chance) if member.place % 3 == 0 else member
    if school.is_wrong(Fault.TOO_FEW_COMPLETED, member.ended):
        return member if member.place < COMPLETED_IN_A_BAD_YEAR else _left_early(member, 21)
    unlucky = chance.randrange(10) < MISHAPS_IN_TEN
    if cohort.size < BIG_ENOUGH_FOR_MISHAPS or cohort.kind is Kind.ALPHA or not unlucky:
        return member
    return _mishap(member, cohort, chance)


def _mishap(member: Member, cohort: Cohort, chance: Random) -> Member:
    place = member.place
    if place == WAITED_TOO_LONG:
        return _started_late(member, chance)
    if place == FINISHED_LATE and cohort.kind in {Kind.B1, Kind.Z}:
        return replace(member, agreed_end=later(member.ended, -chance.randint(5, 25)))
    if place == LEFT_EARLY:
        return _left_early(member, chance.randint(60, 150))
    if place == BROKE_OFF:
        return replace(member, ended=_before_end(member, 70), ending="wanprestatie")
    if place == DIED and cohort.number % 5 == 0:
        died = _before_end(member, 100)
        return replace(member, ended=later(died, 6), ending="voortijdig", died=died)
    return member


def _started_late(member: Member, chance: Random) -> Member:
    return replace(member, start_by=later(member.started, -chance.randint(4, 15)))


def _left_early(member: Member, days: int) -> Member:
    ended = _before_end(member, days)
    return replace(member, ended=ended, ending="voortijdig", exit_statement=later(ended, 5))


def _before_end(member: Member, days: int) -> date:
    return max(later(member.started, 30), later(member.ended, -days))


def _guests(cohort: Cohort, first_place: int, chance: Random) -> Iterator[Member]:
    """Three more learners of the Z-route in a bad year: more than the group may hold."""
    if cohort.kind is not Kind.Z:
        return
    periods = dict.fromkeys(cohort.school.period_holding(day) for day in (cohort.first, cohort.last))
    for period in periods:
        start, end = max(cohort.first, later(period.first, 14)), min(cohort.last, later(period.last, -14))
        if cohort.school.is_wrong(Fault.GROUP_SIZE, period.first) and later(start, SHORTEST_VISIT) < end:
            for place in range(first_place, first_place + GUESTS):
                yield _visit(_member(cohort, place, chance), cohort, start, end)


def _visit(member: Member, cohort: Cohort, start: date, end: date) -> Member:
    joined = next(day for day in cohort.days if day >= start)
    left = max(day for day in cohort.days if day <= end)
    return replace(
        member,
        registered=later(joined, -15),
        start_by=later(joined, 7),
        started=joined,
        agreed_end=later(left, 10),
        ended=later(left, 2),
    )
