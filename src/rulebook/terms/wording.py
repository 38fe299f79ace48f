"""Dates and numbers as a Dutch sentence has them."""

from collections.abc import Sequence
from datetime import date

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
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
NUMBERS = (
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
)


def in_words(day: date) -> str:
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    return DAYS[day.weekday()]


def until(day: date) -> str:
    return f"tot en met {in_words(day)}"


def counted(number: int, one: str, more: str) -> str:
    """`één dag`, `veertien dagen`, `84 dagen`."""
    word = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{word} {one if number == 1 else more}"


def listed(words: Sequence[str]) -> str:
    """`a, b en c`."""
    *most, last = words
    return f"{', '.join(most)} en {last}" if most else last
