"""Numbers, dates and money the Dutch way. Exact in, text out; nothing here is calculated with again."""

from datetime import date

from keurmerk.shared.numbers import Number, beside, exact, number

__all__ = [
    "MONTHS",
    "Number",
    "beside",
    "day",
    "euro",
    "exact",
    "listing",
    "number",
    "percent",
    "period",
    "plural",
    "ratio",
    "short_day",
]

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
