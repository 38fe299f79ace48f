"""One row of `normen`: the numbers of a norm, its limit and its oordeel."""

from fractions import Fraction
from typing import Any, NamedTuple

from tests.reference.numbers import share, shown

MET = "voldoet"
NOT_MET = "voldoet_niet"
NOT_APPLICABLE = "niet_van_toepassing"
TOO_FEW = "onvoldoende_gegevens"
NO_DATA = "geen_gegevens"

MATERIAL = {"1.7.1.b", "1.7.2.b", "2.4.1", "2.4.2", "2.4.3", "2.5", "2.16", "3.1.1"}

READINGS = {
    "1.5.8": ["I-01"],
    "1.7.1.a": ["I-02"],
    "1.7.2.a": ["I-02"],
    "1.7.1.b": ["I-13"],
    "1.7.2.b": ["I-13"],
    "2.0": ["I-03"],
    "2.2": ["I-15"],
    "2.3.5": ["I-14"],
    "2.13": ["I-04", "I-05", "I-16"],
    "2.14": ["I-06"],
    "2.15": ["I-12", "I-17"],
    "2.16": ["I-07", "I-12", "I-17"],
}


class NormRow(NamedTuple):
    norm: str
    verdict: str
    group: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    value: Fraction | int | None = None
    limit: Fraction | int | None = None
    unit: str | None = "procent"
    material: bool = False

    def as_json(self) -> dict[str, Any]:
        return {
            "norm": self.norm,
            "groep": self.group,
            "teller": self.numerator,
            "noemer": self.denominator,
            "waarde": shown(self.value),
            "grens": shown(self.limit),
            "eenheid": self.unit,
            "oordeel": self.verdict,
            "materieel": self.material or self.norm in MATERIAL,
            "interpretaties": READINGS.get(self.norm, []),
        }


def no_data(norm: str, group: str | None = None, unit: str | None = "procent") -> NormRow:
    """A table is missing: no numbers and no limit either."""
    return NormRow(norm, NO_DATA, group, unit=unit)


def met(holds: bool) -> str:
    return MET if holds else NOT_MET


def at_least(norm: str, numerator: int, denominator: int, limit: int, group: str | None = None) -> NormRow:
    """A share that must reach the limit; on the limit is enough."""
    value = share(numerator, denominator)
    verdict = NOT_APPLICABLE if value is None else met(value >= limit)
    return NormRow(norm, verdict, group, numerator, denominator, value, limit)


def none_allowed(norm: str, numerator: int, denominator: int) -> NormRow:
    """'Limit: teller 0': the value is the share, and the norm holds when nothing was found."""
    verdict = NOT_APPLICABLE if denominator == 0 else met(numerator == 0)
    return NormRow(norm, verdict, None, numerator, denominator, share(numerator, denominator), 0)
