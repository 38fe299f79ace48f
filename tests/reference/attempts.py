"""Why each exam attempt counts or not under 2.15 and 2.16: the order of the reasons."""

from collections import defaultdict
from typing import NamedTuple

from tests.reference.belonging import Stay
from tests.reference.period import Period, add_months
from tests.reference.rows import Attempt, Learner

LANGUAGE_EXAMS = ("lezen", "luisteren", "schrijven", "spreken")
COUNTS = "telt_mee"
PUT_OFF = "uitgesteld"
OTHER_NORM = "andere_norm"


class Judged(NamedTuple):
    attempt: Attempt
    learner: Learner
    reason: str

    @property
    def in_denominator(self) -> bool:
        return self.reason in {COUNTS, PUT_OFF}

    @property
    def in_numerator(self) -> bool:
        """What was put off counts as failed."""
        return self.reason == COUNTS and self.attempt.passed

    @property
    def counts_as(self) -> str:
        if self.in_numerator:
            return "teller"
        return "noemer" if self.in_denominator else "nee"


def judge_attempts(
    norm: str, attempts: list[Attempt], learners: dict[str, Learner], stays: dict[str, Stay], period: Period
) -> list[Judged]:
    reasons: dict[str, str] = {}
    left: dict[tuple[str, str, str | None], list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        reason = reason_on_its_own(norm, attempt, learners[attempt.learner_id], stays[attempt.learner_id])
        if reason is None:
            left[attempt.learner_id, attempt.exam, attempt.level].append(attempt)
        else:
            reasons[attempt.attempt_id] = reason
    for series in left.values():
        reasons |= reasons_in_series(series, period)
    return [Judged(row, learners[row.learner_id], reasons[row.attempt_id]) for row in attempts]


def reason_on_its_own(norm: str, attempt: Attempt, learner: Learner, stay: Stay) -> str | None:
    """The reasons that need no other attempt, first that fits."""
    if attempt.exam == "ona":
        return "ona_telt_niet"
    if not judged_by(norm, learner):
        return OTHER_NORM
    if norm == "2.16" and not (attempt.exam in LANGUAGE_EXAMS and attempt.level == "B1"):
        return "niveau_telt_niet"
    if stay.left_out is not None:
        return stay.left_out
    if norm == "2.16" and not stay.all_language_exams_b1:
        return "niet_alle_examens_b1"
    return stay.why_outside(attempt.date)


def judged_by(norm: str, learner: Learner) -> bool:
    if norm == "2.15":
        return learner.act == "Wi2013"
    return learner.act == "Wi2021" and learner.route == "B1"


def reasons_in_series(series: list[Attempt], period: Period) -> dict[str, str]:
    """The attempts left of one cursist, examen and niveau (I-17), in order of datum, then poging_id."""
    series = sorted(series, key=lambda attempt: (attempt.date, attempt.attempt_id))
    reasons: dict[str, str] = {}
    passed_before = False
    for place, attempt in enumerate(series, start=1):
        if passed_before:
            reasons[attempt.attempt_id] = "al_geslaagd"
        elif place > 2:
            reasons[attempt.attempt_id] = "derde_of_latere_poging"
        elif place == 2:
            reasons[attempt.attempt_id] = COUNTS if period.holds(attempt.date) else "buiten_meetperiode"
        else:
            second = series[1] if len(series) > 1 else None
            reasons[attempt.attempt_id] = reason_of_first(attempt, second, period)
        passed_before = passed_before or attempt.passed
    return reasons


def reason_of_first(first: Attempt, second: Attempt | None, period: Period) -> str:
    follows = first.second_attempt_follows == "ja"
    recent = first.date < period.first <= add_months(first.date, 12)
    second_done = second is not None and second.date <= period.last
    if not first.passed and recent and follows and not second_done:
        return PUT_OFF
    if not period.holds(first.date):
        return "buiten_meetperiode"
    if first.passed:
        return COUNTS
    if second is not None and period.holds(second.date):
        return "vervangen_door_tweede_poging"
    soon_after = second is not None and period.last < second.date <= add_months(period.last, 12)
    if soon_after or follows:
        return "tweede_poging_volgt"
    return COUNTS
