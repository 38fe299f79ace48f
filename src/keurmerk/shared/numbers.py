"""Numbers the Dutch way. Exact in, text out; nothing here is calculated with again."""

from decimal import Decimal
from fractions import Fraction
from math import floor

Number = int | float | Decimal | Fraction
MOST_DECIMALS = 9


def exact(value: Number) -> Fraction:
    """The value as a fraction; a float counts as the decimals it is written with."""
    return Fraction(str(value)) if isinstance(value, float | Decimal) else Fraction(value)


def number(value: Number, decimals: int | None = None) -> str:
    """1.234,5: a dot for thousands, a comma for decimals, rounded half up; as many decimals as needed."""
    if decimals is None:
        return _trimmed(number(value, MOST_DECIMALS))
    whole, rest = divmod(_scaled(abs(exact(value)), decimals), 10**decimals)
    text = f"{whole:,}".replace(",", ".")
    if decimals:
        text += f",{rest:0{decimals}}"
    negative = exact(value) < 0 and (whole or rest)
    return f"−{text}" if negative else text


def beside(value: Number, limit: Number | None, decimals: int = 1) -> str:
    """A value shown next to its limit: never rounded onto or across it.

    79,96 under a limit of 80 is shown as 79,96 and not as 80,0, which would contradict the verdict beside it.
    """
    text = _trimmed(number(value, decimals))
    if limit is None or decimals >= MOST_DECIMALS:
        return text
    shown = Fraction(_scaled(exact(value), decimals), 10**decimals)
    if _side(shown, exact(limit)) != _side(exact(value), exact(limit)):
        return beside(value, limit, decimals + 1)
    return text


def _scaled(value: Fraction, decimals: int) -> int:
    """The value times a power of ten, rounded half up to a whole number."""
    return floor(value * Fraction(10) ** decimals + Fraction(1, 2))


def _side(value: Fraction, limit: Fraction) -> int:
    return (value > limit) - (value < limit)


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(",") if "," in text else text
