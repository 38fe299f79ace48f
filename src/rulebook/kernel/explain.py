"""Explain: give every fact the first rule that fits it. A norm's number is only a sum of these rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Any

import narwhals.stable.v2 as nw

from rulebook.kernel.period import MeasuringPeriod
from rulebook.kernel.verdict import Counts

type Frame = nw.LazyFrame[Any]

SCHOOL = "school"
ROW = (SCHOOL, "norm", "group", "table", "id", "counts", "reason")
"""Columns of an explanation, in this order."""

NO_GROUP = nw.lit(None, dtype=nw.String)
ALWAYS = nw.lit(True)
FIRST_DATE = date(1000, 1, 1)
"""Before any date there is; not every engine prints a year of less than four digits."""
LAST_DATE = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a norm's table: the reason code, when it fits, and how a fact then counts."""

    reason: str
    when: nw.Expr
    counts: Counts


def explain(
    facts: Frame, rules: Sequence[Rule], *, table: str, key: str | nw.Expr, group: nw.Expr = NO_GROUP
) -> Frame:
    """Add table, id (from `key`), group, reason and counts; the first rule that fits decides.

    The last rule must always fit.
    """
    *earlier, last = rules
    reason = reduce(
        lambda otherwise, rule: nw.when(rule.when).then(nw.lit(rule.reason)).otherwise(otherwise),
        reversed(earlier),
        nw.lit(last.reason),
    )
    return facts.with_columns(
        group.alias("group"),
        nw.lit(table).alias("table"),
        (nw.col(key) if isinstance(key, str) else key).alias("id"),
        reason.alias("reason"),
    ).with_columns(counts_by_reason(rules).alias("counts"))


def counts_by_reason(rules: Sequence[Rule]) -> nw.Expr:
    """Within a norm a reason counts in one way only, so the reason tells how a row counts."""
    numerator, denominator = (
        [rule.reason for rule in rules if rule.counts is counts]
        for counts in (Counts.NUMERATOR, Counts.DENOMINATOR)
    )
    reason = nw.col("reason")
    return (
        nw.when(reason.is_in(numerator))
        .then(nw.lit(Counts.NUMERATOR.value))
        .otherwise(
            nw.when(reason.is_in(denominator))
            .then(nw.lit(Counts.DENOMINATOR.value))
            .otherwise(nw.lit(Counts.NOT.value))
        )
    )


def within(period: MeasuringPeriod, column: str) -> nw.Expr:
    return (nw.col(column) >= period.first) & (nw.col(column) <= period.last)


def months_after(column: str | nw.Expr, months: int) -> nw.Expr:
    """Day of the month kept, or clamped to the month's last day, as in `add_months`."""
    day = nw.col(column) if isinstance(column, str) else column
    return day.dt.offset_by(f"{months}mo").cast(nw.Date)


def days_after(column: str, days: int) -> nw.Expr:
    return nw.col(column).dt.offset_by(f"{days}d").cast(nw.Date)


def id_of(*columns: str) -> nw.Expr:
    """Id of a row whose table has none: its key columns joined by '/'."""
    return nw.concat_str([nw.col(column).cast(nw.String) for column in columns], separator="/")


def last_per(frame: Frame, key: Sequence[str], order: Sequence[str]) -> Frame:
    """Keep of every key the row that comes last in the given order."""
    position, size = "_position", "_size"
    return (
        frame.with_columns(
            nw.col(key[0]).cum_count().over(*key, order_by=list(order)).alias(position),
            nw.len().over(*key).alias(size),
        )
        .filter(nw.col(position) == nw.col(size))
        .drop(position, size)
    )
