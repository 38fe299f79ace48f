"""Shares, and numbers as the outcome prints them."""

from fractions import Fraction

_DECIMALS = 10**9


def share(numerator: int, denominator: int) -> Fraction | None:
    """Numerator / denominator × 100, exactly; nothing when there is nothing to divide by."""
    return Fraction(numerator * 100, denominator) if denominator else None


def rounded(value: Fraction) -> Fraction:
    """Half up to nine decimals (no number of the outcome is below zero)."""
    return Fraction((value * _DECIMALS + Fraction(1, 2)) // 1, _DECIMALS)


def shown(value: Fraction | int | None) -> int | float | None:
    """As printed: a whole number as int, else the float whose shortest spelling is the rounded decimal."""
    if value is None:
        return None
    number = rounded(Fraction(value))
    return int(number) if number.denominator == 1 else float(number)
