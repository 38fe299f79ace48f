"""The stars, taken apart: every part with its weight, its score and what it adds to the final score.

Build with `stars_of(outcome["sterren"])`; show with `{% stars s %}` or `{% star_breakdown s %}` (a table).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from keurmerk.web.components import dutch
from keurmerk.web.components.dutch import exact
from rulebook.norms.editions import LATEST
from rulebook.norms.parameters import parameter
from rulebook.stars.rating import INSPECTION, PASS_RATE, SATISFACTION, TRANSPARENCY
from rulebook.stars.rating import PARTS as WEIGHTS

# Part of the outcome, its name for people, and the parameter that holds its weight (Bijlage 8).
PARTS: dict[str, tuple[str, str]] = {
    SATISFACTION: ("Tevredenheid van cursisten", WEIGHTS[SATISFACTION]),
    PASS_RATE: ("Slagingspercentage", WEIGHTS[PASS_RATE]),
    INSPECTION: ("Toezicht in de klas", WEIGHTS[INSPECTION]),
    TRANSPARENCY: ("Transparantie", WEIGHTS[TRANSPARENCY]),
}
MOST = 4


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    weight: str
    score: str
    contribution: str


@dataclass(frozen=True, slots=True)
class Stars:
    count: int | None
    words: str
    parts: tuple[Part, ...]
    final: str | None
    missing: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def glyphs(self) -> tuple[bool, ...]:
        """One entry per star that can be had: whether it is filled."""
        return tuple(place < (self.count or 0) for place in range(MOST))


def stars_of(rating: Mapping[str, Any], edition: str = LATEST) -> Stars:
    """From `sterren` of the outcome: onderdelen, eindscore, sterren, opmerkingen."""
    scores: Mapping[str, Any] = rating["onderdelen"]
    count: int | None = rating["sterren"]
    missing = tuple(PARTS[key][0] for key in PARTS if scores.get(key) is None and key != PASS_RATE)
    weights = _weights(scores, edition)
    return Stars(
        count=count,
        words="nog geen sterren" if count is None else f"{count} van {MOST} sterren",
        parts=tuple(_part(name, scores.get(key), weights[key]) for key, (name, _) in PARTS.items()),
        final=None if rating["eindscore"] is None else dutch.number(rating["eindscore"], 3),
        missing=missing,
        remarks=tuple(rating["opmerkingen"]),
    )


def _weights(scores: Mapping[str, Any], edition: str) -> dict[str, Fraction]:
    present = {key: Fraction(parameter(weight, edition)) for key, (_, weight) in PARTS.items()}
    if scores.get(PASS_RATE) is None:  # the others are scaled to 100 (I-10)
        present[PASS_RATE] = Fraction(0)
    total = sum(present.values())
    return {key: weight * 100 / total for key, weight in present.items()}


def _part(name: str, score: Any, weight: Fraction) -> Part:
    shown = f"{dutch.number(weight, 2 if weight.denominator > 1 else 0)}\N{NO-BREAK SPACE}%"
    if score is None:
        return Part(name, shown if weight else "telt niet mee", "niet bekend", "–")
    return Part(name, shown, dutch.number(score), dutch.number(exact(score) * weight / 100, 3))
