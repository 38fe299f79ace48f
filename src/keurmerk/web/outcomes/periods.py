"""Measuring periods as people choose them, and the dates of table 1 that belong to one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from keurmerk.web.components import dutch
from rulebook.kernel.period import LONGEST_EXTENSION_MONTHS, STARTS, MeasuringPeriod, PeriodError, add_months
from rulebook.terms.delivery import DeliveryCalendar, delivery_calendar

YEARS_BACK, YEARS_AHEAD = 3, 1
PARAMETER = "periode"
RESULTS = "Resultaatgegevens aanleveren"
AUDIT = "Resultatenaudit uitgevoerd"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One date of table 1. `opens` is the first day something may be done, when the table has one."""

    what: str
    last: date
    days: int
    opens: date | None = None
    by: str = "de school"

    @property
    def over(self) -> bool:
        return self.days < 0

    @property
    def left(self) -> str:
        if self.days == 0:
            return "vandaag"
        words = dutch.plural(abs(self.days), "dag", "dagen")
        return f"{words} geleden" if self.over else f"nog {words}"


def words(period: MeasuringPeriod) -> str:
    return dutch.period(period.first, period.last)


def code(period: MeasuringPeriod) -> str:
    """How an address or a form names a period: 2025-01-01--2025-12-31."""
    return f"{period.first}--{period.last}"


def decoded(text: str) -> MeasuringPeriod | None:
    first, _, last = text.partition("--")
    try:
        return MeasuringPeriod.starting(date.fromisoformat(first), date.fromisoformat(last))
    except (ValueError, PeriodError):
        return None


def recent(today: date) -> tuple[MeasuringPeriod, ...]:
    """The normal periods that somebody may deliver now, the latest first."""
    starts = (
        date(year, *start)
        for year in range(today.year - YEARS_BACK, today.year + YEARS_AHEAD)
        for start in STARTS
    )
    return tuple(MeasuringPeriod.starting(first) for first in sorted(starts, reverse=True) if first <= today)


def due(today: date) -> MeasuringPeriod:
    """Of all periods the one whose result data are due first, from today on."""
    candidates = [(delivery_calendar(period).results, period) for period in recent(today)]
    open_ones = [found for found in candidates if found[0] >= today]
    return min(open_ones or candidates, key=lambda found: abs((found[0] - today).days))[1]


def following(period: MeasuringPeriod) -> MeasuringPeriod:
    return MeasuringPeriod.starting(period.last + timedelta(days=1))


def extended_ends(period: MeasuringPeriod) -> Iterator[date]:
    """The later last days that an extension can give."""
    latest = add_months(period.first, 12 + LONGEST_EXTENSION_MONTHS) - timedelta(days=1)
    normal_end = MeasuringPeriod.starting(period.first).last
    ends = (
        date(year, *start) - timedelta(days=1)
        for year in range(normal_end.year, latest.year + 2)
        for start in STARTS
    )
    return (end for end in sorted(ends) if normal_end < end <= latest)


def deadlines(period: MeasuringPeriod, today: date) -> tuple[Deadline, ...]:
    """Table 1 in the order of its dates."""
    calendar = delivery_calendar(period)
    return tuple(sorted(_lines(calendar, today), key=lambda line: line.last))


def _lines(calendar: DeliveryCalendar, today: date) -> Iterator[Deadline]:
    def line(what: str, last: date, *, opens: date | None = None, by: str = "de school") -> Deadline:
        return Deadline(what, last, (last - today).days, opens, by)

    yield line(
        "Gegevens voor het Tevredenheidsonderzoek aanleveren",
        calendar.survey_data,
        opens=calendar.survey_data_from,
    )
    yield line(
        "Conceptrapport van het Tevredenheidsonderzoek",
        calendar.survey_draft_report,
        by="het onderzoeksbureau",
    )
    yield line(RESULTS, calendar.results, opens=calendar.results_from)
    yield line(AUDIT, calendar.results_audit, by="de auditor")
    yield line("Beoordeling", calendar.judgement, by="Blik op Werk")
