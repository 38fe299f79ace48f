"""The norm meter: a value against its limit on one bar, with figures and oordeel in words.

Build one with `norm_meter(...)` or, from a row of `normen` in the outcome, with `meter_of(row)`; show it with
`{% meter m %}`. The drawing has percentages in SVG attributes only: no inline style, and it fits any width.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from keurmerk.web.components import dutch
from keurmerk.web.components.dutch import Number, exact
from keurmerk.web.components.verdicts import VERDICTS, Look

GRADES = (Fraction(1), Fraction(10))
LEAST_VISIBLE = Fraction(1)  # per cent of the width: one exception in ten thousand must still be seen


NEAR = 35  # closer to an end than this, the label of the limit takes the place of the end's own


class Scale(StrEnum):
    PERCENT = "procent"
    COUNT = "aantal"
    GRADE = "cijfer"


@dataclass(frozen=True, slots=True)
class Bar:
    """Positions in per cent of the width, as SVG attributes take them."""

    filled: str
    limit: str | None
    limit_anchor: str
    limit_label: str
    zone_from: str | None
    zone_width: str | None
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Meter:
    norm: str
    title: str
    group: str | None
    look: Look
    material: bool
    value: str | None
    figures: str | None
    limit: str | None
    bar: Bar | None
    spoken: str
    note: str = ""
    links: tuple[tuple[str, str], ...] = ()


def norm_meter(  # noqa: PLR0913
    *,
    norm: str,
    verdict: str,
    title: str = "",
    group: str | None = None,
    numerator: int | None = None,
    denominator: int | None = None,
    value: Number | None = None,
    limit: Number | None = None,
    unit: str | None = None,
    material: bool = False,
    note: str = "",
    links: tuple[tuple[str, str], ...] = (),
) -> Meter:
    """Every value may be missing; what is missing is said, never drawn as 0.

    links: (text, address) pairs under the bar, 'Waarom?' first.
    """
    look = VERDICTS[verdict]
    scale = Scale(unit) if unit else None
    shown = _value(value, limit, scale)
    figures = _figures(numerator, denominator, limit, scale)
    limit_text = _limit(limit, scale)
    heading = f"{norm}, {group}" if group else norm
    said = ", ".join(part for part in (shown, figures, limit_text) if part)
    return Meter(
        norm=norm,
        title=title,
        group=group,
        look=look,
        material=material,
        value=shown,
        figures=figures,
        limit=limit_text,
        bar=_bar(value, limit, scale),
        spoken=f"Norm {heading}: {look.words}" + (f" ({said})" if said else ""),
        note=note or ("" if value is not None else look.meaning),
        links=links,
    )


def meter_of(row: Mapping[str, Any], *, title: str = "", links: tuple[tuple[str, str], ...] = ()) -> Meter:
    """A meter from one row of `normen` as the outcome has it (Dutch contract names)."""
    return norm_meter(
        norm=row["norm"],
        group=row["groep"],
        numerator=row["teller"],
        denominator=row["noemer"],
        value=row["waarde"],
        limit=row["grens"],
        unit=row["eenheid"],
        verdict=row["oordeel"],
        material=row["materieel"],
        title=title,
        links=links,
    )


def _none_allowed(limit: Number | None, scale: Scale | None) -> bool:
    """Whether the limit is 'teller 0': the value counts exceptions, and one is too many."""
    return scale is Scale.PERCENT and limit is not None and exact(limit) == 0


def _value(value: Number | None, limit: Number | None, scale: Scale | None) -> str | None:
    if value is None:
        return None
    if scale is Scale.PERCENT:
        return dutch.percent(value, limit)
    return dutch.beside(value, limit, decimals=2 if scale is Scale.GRADE else 0)


def _figures(
    numerator: int | None, denominator: int | None, limit: Number | None, scale: Scale | None
) -> str | None:
    if numerator is None or denominator is None:
        return None
    if scale is Scale.COUNT:
        return f"nodig: {dutch.number(denominator)}"
    text = dutch.ratio(numerator, denominator)
    return f"{text} in strijd met de norm" if _none_allowed(limit, scale) else text


def _limit(limit: Number | None, scale: Scale | None) -> str | None:
    if limit is None:
        return None
    if _none_allowed(limit, scale):
        return "grens: geen enkele"
    unit = "\N{NO-BREAK SPACE}%" if scale is Scale.PERCENT else ""
    return f"grens: minstens {dutch.number(limit)}{unit}"


def _bar(value: Number | None, limit: Number | None, scale: Scale | None) -> Bar | None:
    if scale is None or value is None:
        return None
    low, high = _ends(value, limit, scale)
    at = None if limit is None else _place(exact(limit), low, high)
    unit = "\N{NO-BREAK SPACE}%" if scale is Scale.PERCENT else ""
    filled = _place(exact(value), low, high)
    if filled == 0 and exact(value) > low:
        filled = LEAST_VISIBLE
    zone = at is not None and not _none_allowed(limit, scale)
    return Bar(
        filled=_attribute(max(filled, LEAST_VISIBLE) if exact(value) > low else filled),
        limit=None if at is None else _attribute(at),
        limit_anchor=_anchor(at),
        limit_label="" if limit is None else f"grens {dutch.number(limit)}{unit}",
        low=f"{dutch.number(low)}{unit}" if at is None or at >= NEAR else "",
        high=f"{dutch.number(high)}{unit}" if at is None or at <= 100 - NEAR else "",
        zone_from=_attribute(at) if zone and at is not None else None,
        zone_width=_attribute(100 - at) if zone and at is not None else None,
    )


def _ends(value: Number, limit: Number | None, scale: Scale) -> tuple[Fraction, Fraction]:
    if scale is Scale.PERCENT:
        return Fraction(0), Fraction(100)
    if scale is Scale.GRADE:
        return GRADES
    return Fraction(0), max(exact(value), exact(limit or 0) * 2, Fraction(1))


def _place(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    return min(max((value - low) / (high - low) * 100, Fraction(0)), Fraction(100))


def _attribute(value: Fraction | int) -> str:
    """In thousandths, with a point: SVG knows no comma."""
    thousandths = round(Fraction(value) * 1000)
    return f"{thousandths // 1000}.{thousandths % 1000:03}%"


def _anchor(at: Fraction | None) -> str:
    """Keeps the label of the limit inside the bar: near an end it is written inwards."""
    if at is None or Fraction(20) <= at <= Fraction(80):
        return "middle"
    return "end" if at > 80 else "start"  # noqa: PLR2004
