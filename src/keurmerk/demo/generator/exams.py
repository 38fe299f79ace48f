"""Exam attempts per part: the first, sometimes a second and a third, and some that do not count."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from keurmerk.demo.generator.cohorts import Cohort
from keurmerk.demo.generator.days import cell, later, yes_no
from keurmerk.demo.generator.learners import Member
from keurmerk.demo.generator.people import aims_lower
from keurmerk.demo.generator.profile import Fault
from keurmerk.demo.generator.tables import Row
from keurmerk.demo.generator.teaching import does_ona, ona_end

LANGUAGE_EXAMS = ("lezen", "luisteren", "schrijven", "spreken")
TAKES_KNOWLEDGE = 2
"""Of every three learners of the Wi2021 so many take the exam knm."""
OTHER_SCHOOL_EVERY = 7
"""One in so many had tried an exam before coming to this school."""


@dataclass(frozen=True, slots=True)
class Attempt:
    exam: str
    level: str
    day: date
    passed: bool
    second_follows: bool = False


@dataclass(slots=True)
class Results:
    """How the learners of one group do. Failures are spread evenly, so that no small share is unlucky.

    Of every so many first attempts one fails; of the failed ones a third passes the second attempt, a third
    fails again and a third lets it rest. In a bad year one in six passes and nobody the second time.
    """

    bad: bool
    fails_one_in: int
    firsts: int = 0
    failures: int = 0

    def first_passes(self) -> bool:
        self.firsts += 1
        passed = self.firsts % 6 == 0 if self.bad else self.firsts % self.fails_one_in != 0
        self.failures += not passed
        return passed

    @property
    def tries_again(self) -> bool:
        return self.failures % 3 != 0

    @property
    def second_passes(self) -> bool:
        return not self.bad and self.failures % 3 == 1


@dataclass(slots=True)
class ExamOffice:
    cohort: Cohort
    chance: Random
    results: dict[str, Results] = field(default_factory=dict)

    def of(self, group: str) -> Results:
        if group not in self.results:
            self.results[group] = Results(self._is_bad(group), self.cohort.school.fails_one_in)
        return self.results[group]

    def _is_bad(self, group: str) -> bool:
        fault = {"B1": Fault.PASS_RATE_B1, "midden": Fault.PASS_RATE_MIDDEN}.get(group)
        return fault is not None and self.cohort.school.is_wrong(fault, self.cohort.period.first)


def attempt_rows(cohort: Cohort, members: list[Member], delivered: date) -> Iterator[Row]:
    office = ExamOffice(cohort, cohort.chance("exams"))
    for member in members:
        for number, attempt in enumerate(_attempts(office, member)):
            if attempt.day <= delivered:
                yield _row(member, number, attempt)


def _attempts(office: ExamOffice, member: Member) -> Iterator[Attempt]:
    yield from _knowledge(office, member)
    if not member.takes_exams or member.died:
        return
    if member.place % OTHER_SCHOOL_EVERY == 1:
        before = later(member.started, -office.chance.randint(30, 200))
        yield Attempt("lezen", _level(office.cohort, member), before, passed=False)
    if member.exit_statement and not office.cohort.school.is_wrong(Fault.TOO_FEW_COMPLETED, member.ended):
        return
    results = office.of(member.group)
    for exam in (*LANGUAGE_EXAMS, "knm") if member.act == "Wi2013" else LANGUAGE_EXAMS:
        yield from _part(office, member, exam, results)
    if does_ona(member):
        yield Attempt("ona", "", later(ona_end(office.cohort), 30), passed=True)


def _part(office: ExamOffice, member: Member, exam: str, results: Results) -> Iterator[Attempt]:
    level = "" if exam == "knm" else _level(office.cohort, member)
    day = _exam_day(office, member)
    again, third = (later(day, office.chance.randint(40, 75)) for _ in range(2))
    third += again - day
    if results.first_passes():
        yield Attempt(exam, level, day, passed=True)
        return
    tries_again, passes = results.tries_again, results.second_passes
    crosses = again > office.cohort.period.last
    yield Attempt(exam, level, day, passed=False, second_follows=tries_again)
    if tries_again:
        # what is left over for the next period is little: one failure would weigh too heavily there
        yield Attempt(exam, level, again, passed=passes or (crosses and not results.bad))
    if tries_again and not passes and member.place % 2 == 0:
        yield Attempt(exam, level, third, passed=True)


def _knowledge(office: ExamOffice, member: Member) -> Iterator[Attempt]:
    """Under the Wi2021 knm stands apart from the pass rate; who left early tries an exam too late."""
    if member.act == "Wi2021" and member.group != "onderwijs" and member.place % 3 < TAKES_KNOWLEDGE:
        yield Attempt("knm", "", _exam_day(office, member), passed=member.place % 4 != 0)
    elif member.exit_statement and member.takes_exams:
        yield Attempt("lezen", _level(office.cohort, member), later(member.ended, 120), passed=False)


def _exam_day(office: ExamOffice, member: Member) -> date:
    """A day around the end of the course, in the measuring period in which the course ends."""
    period = office.cohort.period
    earliest = max(later(member.ended, -50), later(member.started, 7), period.first)
    latest = max(earliest, min(later(member.ended, 50), period.last))
    return earliest + timedelta(days=office.chance.randint(0, (latest - earliest).days))


def _level(cohort: Cohort, member: Member) -> str:
    return "B1" if member.group == "B1" and not aims_lower(cohort, member) else "A2"


def _row(member: Member, number: int, attempt: Attempt) -> Row:
    return {
        "poging_id": f"p{member.learner_id[1:]}-{number:02}",
        "cursist_id": member.learner_id,
        "examen": attempt.exam,
        "niveau": attempt.level,
        "datum": cell(attempt.day),
        "geslaagd": yes_no(attempt.passed),
        "tweede_poging_volgt": "ja" if attempt.second_follows else "nee",
    }
