"""The star rating of Bijlage 8: four parts, their weights, and the bands of the final score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rulebook.kernel.norm import NormRow, Parameters
from rulebook.kernel.verdict import Verdict
from rulebook.norms.inburgeren.assess import Assessed
from rulebook.norms.inburgeren.auxiliary import ENDED_TRACKS, NEWEST_INSPECTION

SATISFACTION, PASS_RATE = "tevredenheid", "slagingspercentage"
INSPECTION, TRANSPARENCY = "toezicht_in_de_klas", "transparantie"
PARTS = {
    SATISFACTION: "star_weight_satisfaction",
    PASS_RATE: "star_weight_pass_rate",
    INSPECTION: "star_weight_inspection",
    TRANSPARENCY: "star_weight_transparency",
}
"""The parts in the handbook's order, with the parameter that holds their weight."""

HOLE_REMARK = (
    "De eindscore ligt in het gat dat de handleiding tussen twee en drie sterren laat; "
    "gelezen als drie sterren (I-11)."
)

INSPECTION_SCORES = {
    "goed": "star_inspection_good",
    "voldoende": "star_inspection_sufficient",
    "onvoldoende": "star_inspection_insufficient",
}


@dataclass(frozen=True, slots=True)
class Stars:
    """`scores` has None for a part that is not there; without stars `stars` and `final_score` are None."""

    scores: Mapping[str, Fraction | None]
    weights: Mapping[str, Fraction]
    """Weights in percents, scaled to 100 where the pass rate is not there (I-10)."""
    final_score: Fraction | None
    stars: int | None
    remarks: tuple[str, ...] = ()


def rate(assessed: Assessed, parameters: Parameters) -> Stars:
    rows = assessed.rows
    scores = {
        SATISFACTION: _satisfaction(_row(rows, "3.1.1")),
        PASS_RATE: _pass_rate(rows, assessed.auxiliary.get(ENDED_TRACKS, {}), parameters),
        INSPECTION: _inspection(assessed.auxiliary.get(NEWEST_INSPECTION, {}), parameters),
        TRANSPARENCY: _transparency(_row(rows, "2.0"), parameters),
    }
    weights, remarks = _weights(scores, parameters)
    if any(score is None for part, score in scores.items() if part != PASS_RATE):
        return Stars(scores, weights, None, None, remarks)
    final = (
        sum((weights[part] * score for part, score in scores.items() if score is not None), Fraction(0)) / 100
    )
    stars = int(parameters.scale("star_total").at(final))
    return Stars(scores, weights, final, stars, (*remarks, *_in_the_hole(final, parameters)))


def _row(rows: Sequence[NormRow], code: str) -> NormRow:
    return next(row for row in rows if row.norm == code)


def _satisfaction(row: NormRow) -> Fraction | None:
    return row.value if row.verdict in {Verdict.MET, Verdict.NOT_MET} else None


def _pass_rate(rows: Sequence[NormRow], ended: Mapping[str, int], parameters: Parameters) -> Fraction | None:
    """Pass rate as part of its norm per profile, weighted by ended tracks (all weights 0: plain mean)."""
    minimum = parameters.whole("star_min_attempts")
    ratios = {
        row.group: row.value / row.limit * 100
        for row in rows
        if row.norm == "2.15" and row.value is not None and row.limit and (row.denominator or 0) >= minimum
    }
    if not ratios:
        return None
    weights = {profile: ended.get(str(profile), 0) for profile in ratios}
    if not any(weights.values()):
        weights = dict.fromkeys(ratios, 1)
    mean = sum((ratios[profile] * weight for profile, weight in weights.items()), Fraction(0)) / sum(
        weights.values()
    )
    return Fraction(parameters.scale("star_pass_rate").at(mean))


def _inspection(newest: Mapping[str, int], parameters: Parameters) -> Fraction | None:
    scores = [parameters.number(INSPECTION_SCORES[result]) for result in newest]
    return scores[0] if scores else None


def _transparency(row: NormRow, parameters: Parameters) -> Fraction | None:
    return None if row.value is None else Fraction(parameters.scale("star_transparency").at(row.value))


def _weights(
    scores: Mapping[str, Fraction | None], parameters: Parameters
) -> tuple[dict[str, Fraction], tuple[str, ...]]:
    weights = {part: parameters.number(name) for part, name in PARTS.items()}
    if scores[PASS_RATE] is not None:
        return weights, ()
    del weights[PASS_RATE]
    total = sum(weights.values())
    remark = "Er is geen slagingspercentage; de andere onderdelen zijn naar 100 procent herwogen (I-10)."
    return {part: weight / total * 100 for part, weight in weights.items()}, (remark,)


def _in_the_hole(final: Fraction, parameters: Parameters) -> tuple[str, ...]:
    """The handbook's third band leaves a hole between 7.495 and 7.595 (I-11)."""
    if parameters.number("star_gap_from") <= final < parameters.number("star_gap_until"):
        return (HOLE_REMARK,)
    return ()
