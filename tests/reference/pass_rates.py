"""2.15 and 2.16: pass rates, and the indicators around them."""

from collections import defaultdict
from fractions import Fraction
from typing import NamedTuple

from tests.reference.attempts import LANGUAGE_EXAMS, Judged
from tests.reference.belonging import Stay
from tests.reference.norm_row import NO_DATA, NOT_APPLICABLE, TOO_FEW, NormRow, at_least, met
from tests.reference.numbers import share
from tests.reference.period import Period
from tests.reference.rows import Attempt
from tests.reference.tables import Tables
from tests.reference.tracks import PROFILES, completed_in
from tests.reference.who_counts import School

ENOUGH_LEARNERS = 5


def pass_norms(tables: Tables) -> dict[str, Fraction]:
    """The parameter slagingsnorm per leerprofiel, as far as it is known."""
    return {row.key: row.value for row in tables.parameters if row.name == "slagingsnorm" and row.key}


def learners_among(judged: list[Judged]) -> int:
    return len({row.attempt.learner_id for row in judged if row.in_denominator})


class ByProfile(NamedTuple):
    """2.15.b and 2.15.c: the leerprofielen with a counting attempt."""

    denominator: dict[str, int]
    numerator: dict[str, int]


def by_profile(judged: list[Judged]) -> ByProfile:
    counts = ByProfile({}, {})
    for profile in PROFILES:
        rows = [row for row in judged if row.learner.profile == profile and row.in_denominator]
        if rows:
            counts.denominator[profile] = len(rows)
            counts.numerator[profile] = sum(row.in_numerator for row in rows)
    return counts


def judge_wi2013(judged: list[Judged], norms: dict[str, Fraction]) -> list[NormRow]:
    counts = by_profile(judged)
    if not counts.denominator:
        return [NormRow("2.15", NOT_APPLICABLE)]
    enough = learners_among(judged) >= ENOUGH_LEARNERS
    return [
        profile_row(profile, counts.numerator[profile], denominator, norms.get(profile), enough)
        for profile, denominator in counts.denominator.items()
    ]


def profile_row(
    profile: str, numerator: int, denominator: int, limit: Fraction | None, enough: bool
) -> NormRow:
    value = Fraction(numerator * 100, denominator)
    if not enough:
        verdict = TOO_FEW
    elif limit is None:
        verdict = NO_DATA
    else:
        verdict = met(value >= limit)
    return NormRow("2.15", verdict, profile, numerator, denominator, value, limit)


def judge_b1(judged: list[Judged]) -> NormRow:
    denominator = sum(row.in_denominator for row in judged)
    numerator = sum(row.in_numerator for row in judged)
    if 0 < learners_among(judged) < ENOUGH_LEARNERS:
        return NormRow("2.16", TOO_FEW, "B1", numerator, denominator, share(numerator, denominator), 25)
    return at_least("2.16", numerator, denominator, 25, "B1")


def completed_ona(school: School, period: Period) -> dict[str, int]:
    """2.15.d: distinct cursisten per leerprofiel, those above 0."""
    found: dict[str, set[str]] = defaultdict(set)
    for track in completed_in(school, period):
        learner = school.learners[track.learner_id]
        if track.kind == "ona" and learner.act == "Wi2013" and learner.profile is not None:
            found[learner.profile].add(track.learner_id)
    return {profile: len(found[profile]) for profile in PROFILES if profile in found}


ALL_FIVE = {*LANGUAGE_EXAMS, "knm"}


class B1Learners(NamedTuple):
    """2.16.a to 2.16.c."""

    any_attempt: int
    all_five: int
    all_five_passed: int


def b1_learners(
    school: School, attempts: list[Attempt], stays: dict[str, Stay], period: Period
) -> B1Learners:
    ours: dict[str, list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        learner = school.learners.get(attempt.learner_id)
        on_b1_route = learner is not None and learner.act == "Wi2021" and learner.route == "B1"
        if on_b1_route and stays[attempt.learner_id].why_not_ours(attempt.date) is None:
            ours[attempt.learner_id].append(attempt)
    five = [taken for rows in ours.values() if (taken := all_five_attempts(rows, period))]
    return B1Learners(
        any_attempt=sum(any(a2_or_b1_in(row, period) for row in rows) for rows in ours.values()),
        all_five=len(five),
        all_five_passed=sum(exams_of(taken, passed_only=True) == ALL_FIVE for taken in five),
    )


def a2_or_b1_in(attempt: Attempt, period: Period) -> bool:
    return attempt.exam != "ona" and attempt.level in {"A2", "B1"} and period.holds(attempt.date)


def all_five_attempts(attempts: list[Attempt], period: Period) -> list[Attempt]:
    """The attempts at the four language exams at B1 and at knm, when all five are there and one lies in P."""
    taken = [
        row
        for row in attempts
        if row.date <= period.last
        and (row.exam == "knm" or (row.exam in LANGUAGE_EXAMS and row.level == "B1"))
    ]
    complete = exams_of(taken) == ALL_FIVE and any(period.holds(row.date) for row in taken)
    return taken if complete else []


def exams_of(attempts: list[Attempt], *, passed_only: bool = False) -> set[str]:
    return {row.exam for row in attempts if row.passed or not passed_only}
