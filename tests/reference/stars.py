"""The stars (Bijlage 8)."""

from fractions import Fraction
from typing import Any, NamedTuple

from tests.reference.inspection import AGAIN, IN_CLASS, newest
from tests.reference.norm_row import MET, NOT_MET, NormRow
from tests.reference.numbers import share, shown
from tests.reference.period import Period
from tests.reference.tracks import ended_in
from tests.reference.who_counts import School

WEIGHTS = {"tevredenheid": 30, "slagingspercentage": 35, "toezicht_in_de_klas": 25, "transparantie": 10}
INSPECTION_SCORES = {"goed": 9, "voldoende": 8, "onvoldoende": 3}
ENOUGH_ATTEMPTS = 3
HOLE = (Fraction("7.495"), Fraction("7.595"))


class Stars(NamedTuple):
    parts: dict[str, Fraction | None]
    final_score: Fraction | None
    stars: int | None
    remarks: list[str]  # the readings that had a say

    def as_json(self) -> dict[str, Any]:
        return {
            "onderdelen": {part: shown(score) for part, score in self.parts.items()},
            "eindscore": shown(self.final_score),
            "sterren": self.stars,
            "opmerkingen": self.remarks,
        }


def judge_stars(school: School, period: Period, rows: list[NormRow], norms: dict[str, Fraction]) -> Stars:
    parts = {
        "tevredenheid": satisfaction_score(rows),
        "slagingspercentage": pass_score(school, period, rows, norms),
        "toezicht_in_de_klas": inspection_score(school, period),
        "transparantie": transparency_score(rows),
    }
    known = {part: score for part, score in parts.items() if score is not None}
    if set(parts) - set(known) - {"slagingspercentage"}:
        return Stars(parts, None, None, [])
    # I-10: without slagingspercentage the other weights are scaled to 100
    total = sum(WEIGHTS[part] for part in known)
    final = sum((score * WEIGHTS[part] for part, score in known.items()), start=Fraction(0)) / total
    remarks = [] if "slagingspercentage" in known else ["I-10"]
    if HOLE[0] <= final < HOLE[1]:
        remarks.append("I-11")
    return Stars(parts, final, stars_for(final), remarks)


def stars_for(final: Fraction) -> int:
    if final < Fraction("6.975"):
        return 1
    if final < Fraction("7.495"):
        return 2
    return 3 if final < Fraction("7.975") else 4


def satisfaction_score(rows: list[NormRow]) -> Fraction | None:
    row = next(row for row in rows if row.norm == "3.1.1")
    if row.verdict in {MET, NOT_MET} and row.value is not None:
        return Fraction(row.value)
    return None


def pass_score(
    school: School, period: Period, rows: list[NormRow], norms: dict[str, Fraction]
) -> Fraction | None:
    """The mean ratio of pass rate to slagingsnorm, weighted by trajecten ended in P."""
    ratios: dict[str, Fraction] = {}
    for row in rows:
        if (
            row.norm == "2.15"
            and row.group in norms
            and (row.denominator or 0) >= ENOUGH_ATTEMPTS
            and row.value is not None
        ):
            ratios[row.group] = row.value / norms[row.group] * 100
    if not ratios:
        return None
    weights = {profile: ended_tracks(school, period, profile) for profile in ratios}
    if not any(weights.values()):
        weights = dict.fromkeys(ratios, 1)
    total = sum((ratio * weights[profile] for profile, ratio in ratios.items()), start=Fraction(0))
    return ratio_score(total / sum(weights.values()))


def ended_tracks(school: School, period: Period, profile: str) -> int:
    learners = (school.learners[track.learner_id] for track in ended_in(school, period))
    return sum(learner.act == "Wi2013" and learner.profile == profile for learner in learners)


def ratio_score(ratio: Fraction) -> Fraction:
    """I-09: each band holds its lower bound; 125 still belongs to the band below."""
    for upper, score in ((90, "6"), (95, "7"), (105, "7.5"), (115, "8")):
        if ratio < upper:
            return Fraction(score)
    return Fraction("8.5") if ratio <= 125 else Fraction(9)


def inspection_score(school: School, period: Period) -> Fraction | None:
    found = newest(school, period, {IN_CLASS, AGAIN})
    if found is None or found.result is None:
        return None
    return Fraction(INSPECTION_SCORES[found.result])


def transparency_score(rows: list[NormRow]) -> Fraction | None:
    row = next(row for row in rows if row.norm == "2.0")
    percentage = share(row.numerator or 0, row.denominator or 0)
    if percentage is None:
        return None
    if percentage < 45:
        return Fraction("6.5")
    if percentage < 75:
        return Fraction(7)
    return Fraction("7.5") if percentage <= 95 else Fraction(8)
