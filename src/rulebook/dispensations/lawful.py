"""What was granted means for the norms of an outcome. No figure and no verdict changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from rulebook.dispensations.covering import Cover, cover, overlap
from rulebook.dispensations.kinds import Effect
from rulebook.kernel.period import MeasuringPeriod
from rulebook.kernel.verdict import Verdict

type Row = Mapping[str, Any]
"""A row of `normen` in the outcome."""


class Standing(StrEnum):
    """How a norm stands under something that was granted; the first of these says the most."""

    LAWFUL = "toegestaan"
    PARTLY = "deels"
    TO_ESTABLISH = "nog_vast_te_stellen"
    NOT = "niet_toegestaan"
    HOLDS = "geldt"
    """Nothing failed that it must allow."""


@dataclass(frozen=True, slots=True)
class GrantedNorm:
    norm: str
    effect: Effect
    other_limit: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Established:
    """Staff established for one measuring period whether the norm is lawfully failed."""

    norm: str
    period: MeasuringPeriod
    holds: bool
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """`valid_until` is None while it has no end; one that was ended early has the day it ended."""

    reference: str
    valid_from: date
    valid_until: date | None
    norms: tuple[GrantedNorm, ...]
    established: tuple[Established, ...] = ()


@dataclass(frozen=True, slots=True)
class Allowance:
    """One norm under one grant, with the days of the period on which that holds."""

    norm: str
    standing: Standing
    effect: Effect
    granted: Granted
    first: date
    last: date
    failed: bool
    source: str = ""


def lawful(rows: Iterable[Row], granted: Sequence[Granted], period: MeasuringPeriod) -> tuple[Allowance, ...]:
    """Every norm of the outcome that a grant touches within the period, the strongest first for each norm.

    What counts for a norm, or holds over a part of the period only, allows nothing by itself: whether the
    norm is met with it, staff establish (readings O-05, O-06).
    """
    by_norm: dict[str, list[Row]] = {}
    for row in rows:
        by_norm.setdefault(str(row["norm"]), []).append(row)
    found = [
        allowance
        for each in granted
        for of in each.norms
        if of.norm in by_norm and (allowance := _allowance(by_norm[of.norm], each, of, period)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.norm, list(Standing).index(one.standing))))


def lawfully_failed(
    rows: Iterable[Row], granted: Sequence[Granted], period: MeasuringPeriod
) -> dict[str, str]:
    """By norm that is failed and lawfully so: the reference of what allows it."""
    return {
        one.norm: one.granted.reference
        for one in reversed(lawful(rows, granted, period))
        if one.failed and one.standing is Standing.LAWFUL
    }


def _allowance(
    rows: Sequence[Row], granted: Granted, of: GrantedNorm, period: MeasuringPeriod
) -> Allowance | None:
    days = overlap(granted.valid_from, granted.valid_until, period)
    if days is None:
        return None
    failing = [row for row in rows if row["oordeel"] == Verdict.NOT_MET]
    settled = _settled(granted, of.norm, period)
    return Allowance(
        of.norm,
        _standing(failing, granted, of, period, settled) if failing else Standing.HOLDS,
        of.effect,
        granted,
        *days,
        failed=bool(failing),
        source=settled.source if settled else "",
    )


def _settled(granted: Granted, norm: str, period: MeasuringPeriod) -> Established | None:
    """What was established last for this norm and period."""
    return next(
        (each for each in reversed(granted.established) if (each.norm, each.period) == (norm, period)), None
    )


def _standing(
    failing: Sequence[Row],
    granted: Granted,
    of: GrantedNorm,
    period: MeasuringPeriod,
    settled: Established | None,
) -> Standing:
    if settled is not None:
        return Standing.LAWFUL if settled.holds else Standing.NOT
    if of.effect is Effect.COUNTS:
        return Standing.TO_ESTABLISH
    if cover(granted.valid_from, granted.valid_until, period) is Cover.PART:
        return Standing.PARTLY
    if of.effect is Effect.NOT_APPLIED:
        return Standing.LAWFUL
    return _against_other_limit(failing, of.other_limit)


def _against_other_limit(failing: Sequence[Row], limit: Fraction | None) -> Standing:
    values = [row["waarde"] for row in failing]
    if limit is None or None in values:
        return Standing.TO_ESTABLISH
    return Standing.LAWFUL if all(_within(row, limit) for row in failing) else Standing.NOT


def _within(row: Row, limit: Fraction) -> bool:
    """Where none is allowed the value counts exceptions, and fewer is better."""
    value, own = Fraction(str(row["waarde"])), row.get("grens")
    if own is not None and Fraction(str(own)) == 0:
        return value <= limit
    return value >= limit
