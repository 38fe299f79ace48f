"""Numbers, dates and money the Dutch way. Exact in, text out; nothing here is calculated with again."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

Number = int | float | Decimal | Fraction

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
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


def percent(value: Number, limit: Number | None = None) -> str:
    """81,8 % (with a space that does not break)."""
    return f"{beside(value, limit)}\N{NO-BREAK SPACE}%"


def ratio(part: int, whole: int) -> str:
    """18 van 22."""
    return f"{number(part)} van {number(whole)}"


def euro(amount: Number) -> str:
    return f"€\N{NO-BREAK SPACE}{number(amount, 2)}"


def day(value: date) -> str:
    """1 januari 2025."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """01-01-2025."""
    return f"{value:%d-%m-%Y}"


def period(first: date, last: date) -> str:
    return f"{day(first)} tot en met {day(last)}"


def plural(count: int, one: str, many: str) -> str:
    """1 rij, 1.200 rijen."""
    return f"{number(count)} {one if count == 1 else many}"


def listing(parts: list[str]) -> str:
    """a, b en c."""
    return " en ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def _scaled(value: Fraction, decimals: int) -> int:
    """The value times a power of ten, rounded half up to a whole number."""
    return floor(value * Fraction(10) ** decimals + Fraction(1, 2))


def _side(value: Fraction, limit: Fraction) -> int:
    return (value > limit) - (value < limit)


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(",") if "," in text else text
