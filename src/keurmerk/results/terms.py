"""How long each kind of file is kept, and why (docs/decisions/0007).

Annex 5 of the handbook lets names live for six weeks after the decision, when the outcome has
consequences. The decision is not made here yet; table 1 gives the last day for it.
"""

from datetime import date, timedelta

from keurmerk.results.enums import FileKind
from rulebook.kernel.period import MeasuringPeriod, add_months
from rulebook.terms.delivery import delivery_calendar

DRAFT_DAYS = 28
"""An upload that was not committed serves no judgement: long enough to mend and try again."""

AFTER_JUDGEMENT_DAYS = 42
"""Annex 5: six weeks after the decision."""

SNAPSHOT_YEARS = 7
"""Rows without names: a judgement must be open to recomputing while it can be disputed (five years), and
the cycle of audits takes four."""

STAYS_FOR_YEARS = frozenset({FileKind.SNAPSHOT, FileKind.ADDED, FileKind.EXPLANATION})


def draft_until(today: date) -> date:
    """For everything of an upload that was not committed."""
    return today + timedelta(days=DRAFT_DAYS)


def committed_until(kind: FileKind, period: MeasuringPeriod, today: date) -> date:
    """For what belongs to a delivery; counted from today when it comes after the day of judgement."""
    if kind in STAYS_FOR_YEARS:
        return add_months(max(period.last, today), 12 * SNAPSHOT_YEARS)
    judgement = delivery_calendar(period).judgement
    return max(judgement, today) + timedelta(days=AFTER_JUDGEMENT_DAYS)
