"""Which kinds may be asked on a day, and whether a request is in time."""

from dataclasses import dataclass
from datetime import date

from rulebook.dispensations.catalogue import CATALOGUE
from rulebook.dispensations.kinds import Kind
from rulebook.kernel.period import MeasuringPeriod, add_months


@dataclass(frozen=True, slots=True)
class Timeliness:
    """The last day to ask, counted back from the end of the measuring period, and whether that was kept."""

    last_day: date
    asked_on: date

    @property
    def in_time(self) -> bool:
        return self.asked_on <= self.last_day

    @property
    def days_late(self) -> int:
        return max((self.asked_on - self.last_day).days, 0)


def may_be_asked(kind: Kind, today: date) -> bool:
    """A kind whose force ended, or did not begin, cannot be asked."""
    return kind.in_force(today)


def kinds_to_ask(today: date) -> tuple[Kind, ...]:
    return tuple(kind for kind in CATALOGUE if may_be_asked(kind, today))


def last_day_to_ask(kind: Kind, period: MeasuringPeriod) -> date | None:
    """None where a kind has no such day. Months back from the last day of the period, clamped to the month.

    A term that is counted back is moved by no law (Algemene termijnenwet art. 1, reading O-03).
    """
    if kind.months_before_end is None:
        return None
    return add_months(period.last, -kind.months_before_end)


def timeliness(kind: Kind, period: MeasuringPeriod, asked_on: date) -> Timeliness | None:
    last_day = last_day_to_ask(kind, period)
    return None if last_day is None else Timeliness(last_day, asked_on)
