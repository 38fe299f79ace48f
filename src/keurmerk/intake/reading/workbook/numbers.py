"""The text that a number in a workbook stands for: a number, a date, a time or a span of hours."""

import math
from datetime import datetime, timedelta
from decimal import Decimal

from keurmerk.intake.reading.workbook.styles import Shows

EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 (a sheet knows no time zone)
EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
LEAP_BUG_UNTIL = 60
"""Excel believes that 1900 had a 29 February; serials before it are one day off."""
SECONDS_PER_DAY = 86_400
DIGITS = 15
"""What Excel keeps and shows of a number."""


class UnreadableNumberError(ValueError):
    """The number is damaged, or lies outside what a spreadsheet can show."""


class NumberTexts:
    """Turns numbers into text, and remembers what it has seen: columns repeat themselves."""

    def __init__(self, *, from_1904: bool) -> None:
        self._from_1904 = from_1904
        self._known: dict[tuple[str, Shows], str] = {}

    def text(self, raw: str, shows: Shows) -> str:
        key = (raw, shows)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._text(raw, shows)
        return known

    def _text(self, raw: str, shows: Shows) -> str:
        try:
            value = float(raw)
        except ValueError:
            raise UnreadableNumberError from None
        if not math.isfinite(value):
            raise UnreadableNumberError
        match shows:
            case Shows.NUMBER:
                return plain(raw, value)
            case Shows.PERCENT:
                return f"{plain('', value * 100)}%"
            case Shows.SPAN:
                return span(value)
            case Shows.MOMENT:
                return self._moment(value)

    def _moment(self, value: float) -> str:
        days, seconds = divmod(round(value * SECONDS_PER_DAY), SECONDS_PER_DAY)
        if days == 0 and 0 <= value < 1:
            return clock(seconds)
        epoch = EPOCH_1904 if self._from_1904 else EPOCH_1900
        if not self._from_1904 and 0 < value < LEAP_BUG_UNTIL:
            days += 1
        try:
            moment = epoch + timedelta(days=days, seconds=seconds)
        except OverflowError:
            raise UnreadableNumberError from None
        day = f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
        return day if seconds == 0 else f"{day} {clock(seconds)}"


def plain(raw: str, value: float) -> str:
    """Write a number without exponent and without the noise beyond what Excel keeps."""
    if raw.isdecimal() and len(raw) <= DIGITS:
        return str(int(raw))
    text = f"{Decimal(f'{value:.{DIGITS}g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded(text: str) -> bool:
    """Tell whether a whole number is longer than Excel can keep, so that its last digits are lost."""
    return len(text.lstrip("-")) > DIGITS and "." not in text


def span(value: float) -> str:
    minutes, seconds = divmod(round(abs(value) * SECONDS_PER_DAY), 60)
    sign = "-" if value < 0 else ""
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")


def clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{rest:02}" if rest else "")
