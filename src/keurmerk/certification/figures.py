"""The figures of a computed norm in words."""

from keurmerk.assessments.models import NormResult
from keurmerk.shared.numbers import MOST_DECIMALS, beside, number
from rulebook.kernel.verdict import Unit

DECIMALS: dict[str, int] = {Unit.PERCENT: 1, Unit.GRADE: 2, Unit.COUNT: 0}


def measured(result: NormResult) -> str:
    """Rounded as on the pages: never onto or across the limit."""
    if result.value is None:
        return "niet voldaan"
    decimals = DECIMALS.get(result.unit, MOST_DECIMALS)
    return _with_unit(beside(result.value, result.limit, decimals), result.unit)


def limit_of(result: NormResult) -> str:
    """As it is laid down, with all its decimals."""
    return "" if result.limit is None else _with_unit(number(result.limit), result.unit)


def rows_behind(result: NormResult) -> str:
    if result.denominator is None:
        return ""
    return f"{number(result.numerator or 0)} van {number(result.denominator)} rijen tellen mee"


def _with_unit(figure: str, unit: str) -> str:
    return f"{figure} procent" if unit == Unit.PERCENT else figure
