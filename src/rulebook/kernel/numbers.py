"""Exact numbers, and the one place where they are rounded for printing."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

BILLIONTHS = 10**9
"""Decimal columns hold whole billionths, so that no comparison meets a binary fraction."""

PLACES = Decimal(1).scaleb(-9)


def share(numerator: int, denominator: int) -> Fraction | None:
    """Percentage as an exact fraction; None when there is nothing to take a share of."""
    return Fraction(100 * numerator, denominator) if denominator else None


def from_billionths(value: int | None) -> Fraction | None:
    return None if value is None else Fraction(value, BILLIONTHS)


def rounded(value: Fraction, places: Decimal = PLACES) -> Decimal:
    """Round half up to nine decimals (or to `places`), exactly from the fraction."""
    with localcontext(prec=60):
        scaled = value / Fraction(places)
        whole = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
        return (Decimal(whole if scaled >= 0 else -whole) * places).quantize(places, ROUND_HALF_UP)


def as_json_number(value: Fraction | int | None) -> int | float | None:
    """Print form of the contract: nine decimals at most, whole numbers without a point."""
    if value is None:
        return None
    decimal = rounded(Fraction(value))
    return int(decimal) if decimal == decimal.to_integral_value() else float(decimal)
