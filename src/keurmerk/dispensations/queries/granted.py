"""What was granted to a school, as the rulebook takes it: three queries, however much there is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from keurmerk.dispensations.enums import COUNTING
from keurmerk.dispensations.models import Dispensation
from rulebook.dispensations import (
    Allowance,
    Established,
    Granted,
    GrantedNorm,
    lawful,
    lawfully_failed,
)
from rulebook.kernel.period import MeasuringPeriod


@dataclass(frozen=True, slots=True)
class GrantedRow:
    """A granted dispensation beside its value in the rulebook."""

    row: Dispensation
    granted: Granted


def rows_of(school_id: int) -> list[GrantedRow]:
    found = (
        Dispensation.objects.filter(school_id=school_id, state__in=sorted(COUNTING))
        .defer("letter_html")
        .prefetch_related("norms", "established")
        .order_by("pk")
    )
    return [GrantedRow(row, granted_of(row)) for row in found if _counted_a_day(row)]


def allowances(
    school_id: int, period: MeasuringPeriod, rows: Sequence[Mapping[str, Any]]
) -> list[tuple[Allowance, Dispensation]]:
    """What these rows of an outcome are allowed, each with the dispensation behind it."""
    known = rows_of(school_id)
    behind = {each.granted.reference: each.row for each in known}
    found = lawful(rows, [each.granted for each in known], period)
    return [(one, behind[one.granted.reference]) for one in found]


def lawful_of(
    school_id: int, period: MeasuringPeriod, rows: Sequence[Mapping[str, Any]]
) -> Mapping[str, str]:
    """For certification: by norm that is lawfully failed, the reference of what allows it."""
    return lawfully_failed(rows, [each.granted for each in rows_of(school_id)], period)


def granted_of(row: Dispensation) -> Granted:
    """Norms that were refused are left out; one that was ended early holds until the day it ended."""
    if row.valid_from is None:
        raise ValueError(f"{row.reference} was not granted")
    return Granted(
        reference=row.reference,
        valid_from=row.valid_from,
        valid_until=last_day(row),
        norms=tuple(
            GrantedNorm(
                each.norm,
                each.effect_,
                None if each.other_limit is None else Fraction(each.other_limit),
            )
            for each in row.norms.all()
            if each.granted
        ),
        established=tuple(
            Established(
                each.norm,
                MeasuringPeriod(each.period_first, each.period_last),
                each.holds,
                each.source,
            )
            for each in row.established.all()
        ),
    )


def last_day(row: Dispensation) -> date | None:
    """The last day on which it holds; ending it takes it away from that day on."""
    if row.ended_on is None:
        return row.valid_until
    before = row.ended_on - timedelta(days=1)
    return before if row.valid_until is None else min(row.valid_until, before)


def _counted_a_day(row: Dispensation) -> bool:
    """Ended before it began, it never held."""
    last = last_day(row)
    return row.valid_from is not None and (last is None or last >= row.valid_from)
