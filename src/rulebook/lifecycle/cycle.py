"""The measuring periods of one holder and the year of the cycle of four (§1.5.3, §6.1.4)."""

from collections.abc import Mapping
from datetime import date, timedelta

from rulebook.kernel.period import MeasuringPeriod

YEARS_IN_CYCLE = 4


def periods_of(first: date, until: date, ends: Mapping[date, date]) -> tuple[MeasuringPeriod, ...]:
    """The holder's periods from the one that starts on `first` to the one that holds `until`.

    `ends` gives by a period's first day its last day, where an extension or a change moved it. Raises
    PeriodError for a first day that starts no measuring period, or an end that no extension can give.
    """
    periods = [MeasuringPeriod.starting(first, ends.get(first))]
    while periods[-1].last < until:
        start = periods[-1].last + timedelta(days=1)
        periods.append(MeasuringPeriod.starting(start, ends.get(start)))
    return tuple(periods)


def cycle_year(number: int) -> int:
    """The year of the cycle of the holder's period with this number, counted from 0.

    Reading: the cycle starts with the first period of the fixed term, as a dossier names a year for it too.
    """
    return number % YEARS_IN_CYCLE + 1


def start_of_cycle(periods: tuple[MeasuringPeriod, ...]) -> date:
    """First day of the cycle in which the last of these periods falls."""
    return periods[len(periods) - cycle_year(len(periods) - 1)].first
