"""The dates of a measuring period (§1.5.3, table 1): what is delivered, audited and judged when."""

from dataclasses import dataclass
from datetime import date, timedelta

from rulebook.kernel.period import MeasuringPeriod, add_months

WEEKS_OPEN_BEFORE_END = 3
SURVEY_STARTS_AFTER_MONTHS = 1

type MonthDay = tuple[int, int]

AFTER_LAST_DAY: dict[MonthDay, tuple[MonthDay, MonthDay, MonthDay, MonthDay, MonthDay]] = {
    (12, 31): ((12, 15), (1, 22), (1, 21), (4, 1), (5, 1)),
    (3, 31): ((3, 15), (4, 15), (4, 21), (7, 1), (8, 1)),
    (8, 31): ((8, 15), (9, 15), (9, 21), (12, 1), (1, 1)),
}
"""By the period's last day: survey data, draft report, result data, results audit, judgement."""


@dataclass(frozen=True, slots=True)
class DeliveryCalendar:
    """Every date is the last day on which something may be done, except those called `_from`."""

    survey_data_from: date
    survey_data: date
    survey_draft_report: date
    results_from: date
    """The delivery opens three weeks before the period ends and closes three weeks after (§6.1.1)."""
    results: date
    results_audit: date
    judgement: date


def delivery_calendar(period: MeasuringPeriod) -> DeliveryCalendar:
    """Dates of table 1. Those at the end move along when a period was extended."""
    survey, *later = AFTER_LAST_DAY[period.last.month, period.last.day]
    report, results, audit, judgement = (_next_after(period.last, day) for day in later)
    return DeliveryCalendar(
        survey_data_from=add_months(period.first, SURVEY_STARTS_AFTER_MONTHS),
        survey_data=date(period.last.year, *survey),
        survey_draft_report=report,
        results_from=period.last - timedelta(weeks=WEEKS_OPEN_BEFORE_END),
        results=results,
        results_audit=audit,
        judgement=judgement,
    )


def _next_after(day: date, month_day: MonthDay) -> date:
    this_year = date(day.year, *month_day)
    return this_year if this_year > day else date(day.year + 1, *month_day)
