"""Which edition of the handbook judges which norm (§1.5.1, I-18)."""

from dataclasses import dataclass
from datetime import date

from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.editions import FOLLOWS_START_OF_PERIOD, edition_in_force
from rulebook.norms.inburgeren.values import EditionValues


@dataclass(frozen=True, slots=True)
class NormEditions:
    """Which edition judges a norm: the forced one, else the one in force for that norm."""

    period: MeasuringPeriod
    forced: str | None = None

    def decisive_day(self, code: str) -> date:
        return self.period.first if code in FOLLOWS_START_OF_PERIOD else self.period.last

    def of(self, code: str) -> str:
        return self.forced or edition_in_force(self.decisive_day(code)).id

    def values(self, code: str) -> EditionValues:
        return EditionValues(self.of(code))
