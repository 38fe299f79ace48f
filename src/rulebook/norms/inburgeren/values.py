"""The values of one edition, as the rules ask for them."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rulebook.norms.parameters import Scale, date_parameter, parameter, scale


@dataclass(frozen=True, slots=True)
class EditionValues:
    edition: str

    def number(self, name: str) -> Fraction:
        return Fraction(parameter(name, self.edition))

    def whole(self, name: str) -> int:
        return int(parameter(name, self.edition))

    def day(self, name: str) -> date:
        return date_parameter(name, self.edition)

    def scale(self, name: str) -> Scale:
        return scale(name, self.edition)
