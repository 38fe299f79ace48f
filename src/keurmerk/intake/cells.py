"""From the text of a cell to its value. Every cell arrives as text, whatever file it came from."""

import re
from collections.abc import Callable
from datetime import date

from keurmerk.intake.expectations import expectation
from keurmerk.intake.schema import Column, Kind

type Value = str | int | bool | None

BILLION = 10**9
MAX_DECIMALS = 9
LARGEST = 10**8
MAX_DIGITS = 9
EPOCH = date(1970, 1, 1).toordinal()
TRUE_WORDS = frozenset({"ja", "true", "1"})
FALSE_WORDS = frozenset({"nee", "false", "0"})
MINUTES_PER_HOUR = 60

ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
DUTCH_DATE = re.compile(r"([0-9]{2})-([0-9]{2})-([0-9]{4})", re.ASCII)
OTHER_DATE = re.compile(r"([0-9]{1,4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,4})", re.ASCII)
WITH_TIME = re.compile(r"[0-9-]{10}[ T][0-9]{1,2}:.*", re.ASCII)
CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", re.ASCII)
NUMBER = re.compile(r"(-?)([0-9]+)(?:[.,]([0-9]+))?", re.ASCII)
KVK_NUMBER = re.compile(r"[0-9]{8}", re.ASCII)
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class CellError(ValueError):
    """The cell does not hold what its column asks; the message says what was expected."""


def parse_text(_column: Column, text: str) -> str:
    if INVISIBLE.search(text):
        raise CellError("Er staat een onzichtbaar teken in deze cel. Typ de waarde opnieuw.")
    return text


def parse_code(column: Column, text: str) -> str:
    if text in column.codes:
        return text
    if "ja" in column.codes and text.lower() in TRUE_WORDS | FALSE_WORDS:
        return "ja" if text.lower() in TRUE_WORDS else "nee"
    meant = [code for code in column.codes if code.casefold() == text.casefold().replace(" ", "_")]
    hint = f" Bedoelt u {meant[0]}?" if meant else ""
    raise CellError(f"Onbekende waarde. Verwacht: {expectation(column)}.{hint}")


def parse_yes_no(column: Column, text: str) -> bool:
    word = text.lower()
    if word in TRUE_WORDS:
        return True
    if word in FALSE_WORDS:
        return False
    raise CellError(f"Verwacht: {expectation(column)} (ook true/false of 1/0).")


def parse_kvk_number(column: Column, text: str) -> str:
    if KVK_NUMBER.fullmatch(text):
        return text
    raise CellError(
        f"Geen KvK-nummer. Verwacht: {expectation(column)}. "
        "Zijn de voorloopnullen weg? Maak de cel op als Tekst en typ het nummer opnieuw."
    )


def parse_date(column: Column, text: str) -> int:
    """Give the day as a count from 1970-01-01, which frames turn into a date."""
    if match := ISO_DATE.fullmatch(text):
        year, month, day = match.groups()
    elif match := DUTCH_DATE.fullmatch(text):
        day, month, year = match.groups()
    else:
        raise CellError(why_no_date(column, text))
    try:
        return date(int(year), int(month), int(day)).toordinal() - EPOCH
    except ValueError:
        raise CellError(f"Deze dag bestaat niet. Verwacht: {expectation(column)}.") from None


def why_no_date(column: Column, text: str) -> str:
    expected = f"Verwacht: {expectation(column)}."
    if match := OTHER_DATE.fullmatch(text):
        if len(match[1]) <= 2 and len(match[3]) <= 2:  # noqa: PLR2004 (two digits: no century)
            return (
                f"Deze datum is niet eenduidig: dag, maand en eeuw staan er niet vast. {expected} "
                "Schrijf het jaar met vier cijfers."
            )
        return f"Zo geschreven wordt een datum niet gelezen. {expected} Gebruik streepjes en voorloopnullen."
    if WITH_TIME.fullmatch(text):
        return f"Er staat een tijd bij de datum. {expected} Laat de tijd weg."
    if NUMBER.fullmatch(text):
        return f"Dit is een getal, geen datum. {expected} Maak de cel in Excel op als Datum."
    return f"Geen datum. {expected}"


def parse_time(column: Column, text: str) -> int:
    """Give the minutes after midnight."""
    if match := CLOCK.fullmatch(text):
        return int(match[1]) * MINUTES_PER_HOUR + int(match[2])
    raise CellError(f"Geen tijd. Verwacht: {expectation(column)}.")


def parse_decimal(column: Column, text: str) -> int:
    """Give the number in billionths, exactly."""
    match = NUMBER.fullmatch(text)
    if match is None and text.endswith("%"):
        raise CellError(
            f"Er staat een procentteken bij. Verwacht: {expectation(column)}. Laat het teken weg."
        )
    if match is None:
        raise CellError(f"Geen getal. Verwacht: {expectation(column)}, zonder punten tussen duizendtallen.")
    decimals = (match[3] or "").rstrip("0")
    if len(decimals) > MAX_DECIMALS:
        raise CellError(f"Meer dan {MAX_DECIMALS} cijfers achter de komma. Rond het getal af.")
    units = match[2].lstrip("0") or "0"
    size = int(units[: MAX_DIGITS + 1]) * BILLION + int(decimals.ljust(MAX_DECIMALS, "0"))
    if size > LARGEST * BILLION:
        raise CellError(f"Dit getal is te groot. Verwacht: ten hoogste {LARGEST}.")
    number = -size if match[1] else size
    if outside(column, number):
        raise CellError(f"Dit getal valt buiten de grenzen. Verwacht: {expectation(column)}.")
    return number


def outside(column: Column, number: int) -> bool:
    too_low = column.minimum is not None and number < column.minimum * BILLION
    return too_low or (column.maximum is not None and number > column.maximum * BILLION)


def parse_whole(column: Column, text: str) -> int:
    number, rest = divmod(parse_decimal(column, text), BILLION)
    if rest:
        raise CellError(f"Geen geheel getal. Verwacht: {expectation(column)}.")
    return number


PARSERS: dict[Kind, Callable[[Column, str], Value]] = {
    Kind.ID: parse_text,
    Kind.TEXT: parse_text,
    Kind.CODE: parse_code,
    Kind.KVK_NUMBER: parse_kvk_number,
    Kind.DATE: parse_date,
    Kind.TIME: parse_time,
    Kind.YES_NO: parse_yes_no,
    Kind.WHOLE: parse_whole,
    Kind.DECIMAL: parse_decimal,
}


def parse(column: Column, text: str) -> Value:
    """Read one trimmed, filled cell."""
    return PARSERS[column.kind](column, text)


def shown(column: Column, value: object) -> str:
    """Write a value of a frame as the contract spells it; the opposite of `parse`."""
    if value is None:
        return ""
    match column.kind:
        case Kind.YES_NO:
            return "ja" if value else "nee"
        case Kind.TIME if isinstance(value, int):
            return f"{value // MINUTES_PER_HOUR:02}:{value % MINUTES_PER_HOUR:02}"
        case Kind.DECIMAL if isinstance(value, int):
            return shown_decimal(value)
    return str(value)


def shown_decimal(billionths: int) -> str:
    units, rest = divmod(abs(billionths), BILLION)
    decimals = f"{rest:0{MAX_DECIMALS}}".rstrip("0")
    sign = "-" if billionths < 0 else ""
    return f"{sign}{units}.{decimals}" if decimals else f"{sign}{units}"
