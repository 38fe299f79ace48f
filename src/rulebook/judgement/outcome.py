"""The outcome of judging a dossier, and its printed form (contract, `uitkomst.md`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from rulebook.judgement.advice import Advice
from rulebook.kernel.norm import NormRow
from rulebook.kernel.numbers import as_json_number
from rulebook.kernel.period import MeasuringPeriod
from rulebook.kernel.verdict import Verdict
from rulebook.norms.inburgeren.assess import Figure
from rulebook.stars.rating import Stars

INDICATOR_ORDER = (
    *("2.0.1", "2.0.2"),
    *(f"2.13.{letter}" for letter in "abcde"),
    *(f"2.14.{letter}" for letter in "abc"),
    *(f"2.15.{letter}" for letter in "abcde"),
    *(f"2.16.{letter}" for letter in "abcde"),
)

EXPLANATION_NAMES = {
    "norm": "norm",
    "group": "groep",
    "table": "tabel",
    "id": "id",
    "counts": "telt",
    "reason": "reden",
}
"""Columns of the explanation, with the names they have in the file `uitleg`."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What must be known of one school over one period; numbers are sums of `explanation`."""

    edition: str | None
    """None when more than one edition judged."""
    period: MeasuringPeriod
    organisation: Mapping[str, str]
    rows: tuple[NormRow, ...]
    figures: Mapping[str, Figure]
    publish_satisfaction: bool | None
    stars: Stars
    advice: Advice
    remarks: tuple[str, ...]
    explanation: pl.DataFrame

    def as_json(self, warnings: Sequence[str] = ()) -> dict[str, Any]:
        return {
            "handleiding": self.edition,
            "meetperiode": {"van": str(self.period.first), "tot_en_met": str(self.period.last)},
            "organisatie": dict(self.organisation),
            "normen": [self._norm(row) for row in self.rows],
            "indicatoren": {code: self.figures[code] for code in INDICATOR_ORDER},
            "publicatie_tevredenheid": self.publish_satisfaction,
            "sterren": _stars(self.stars),
            "advies": _advice(self.advice),
            "waarschuwingen": list(warnings),
            "opmerkingen": list(self.remarks),
        }

    def explanation_table(self) -> pl.DataFrame:
        """The explanation with the columns of the file `uitleg`."""
        return self.explanation.select(
            pl.col(column).alias(name) for column, name in EXPLANATION_NAMES.items()
        )

    def _norm(self, row: NormRow) -> dict[str, Any]:
        printed = {
            "norm": row.norm,
            "groep": row.group,
            "teller": row.numerator,
            "noemer": row.denominator,
            "waarde": as_json_number(row.value),
            "grens": as_json_number(row.limit),
            "eenheid": row.unit.value if row.unit and row.verdict is not Verdict.MANUAL else None,
            "oordeel": row.verdict.value,
            "materieel": row.material,
            "interpretaties": list(row.readings),
        }
        return printed if self.edition else {**printed, "handleiding": row.edition}


def _stars(stars: Stars) -> dict[str, Any]:
    return {
        "onderdelen": {part: as_json_number(score) for part, score in stars.scores.items()},
        "eindscore": as_json_number(stars.final_score),
        "sterren": stars.stars,
        "opmerkingen": list(stars.remarks),
    }


def _advice(advice: Advice) -> dict[str, Any]:
    return {
        "advies": advice.advice,
        "materieel": advice.material,
        "norm_niet_voldaan": list(advice.not_met),
        "compensatie_mogelijk": advice.compensation_possible,
        "coulance_mogelijk": advice.leniency_possible,
        "verlenging_mogelijk": advice.extension_possible,
    }
