"""What a cell should hold, in one Dutch phrase per column: messages, template and reference share it."""

from keurmerk.intake.schema import Column, Kind
from keurmerk.intake.wording import listed

PHRASES = {
    Kind.ID: "een kenmerk (vrije tekst)",
    Kind.TEXT: "tekst",
    Kind.KVK_NUMBER: "acht cijfers, met voorloopnullen",
    Kind.DATE: "een datum zoals 2025-03-31 of 31-03-2025",
    Kind.TIME: "een tijd van 00:00 tot en met 23:59, zoals 09:30",
    Kind.YES_NO: "ja of nee",
    Kind.WHOLE: "een geheel getal",
    Kind.DECIMAL: "een getal",
}


def expectation(column: Column) -> str:
    if column.kind is Kind.CODE:
        return listed(column.codes)
    example = ", zoals 7 of 7,5" if column.kind is Kind.DECIMAL else ""
    return PHRASES[column.kind] + bounds(column) + example


def bounds(column: Column) -> str:
    if column.minimum is not None and column.maximum is not None:
        return f" van {column.minimum} tot en met {column.maximum}"
    return "" if column.minimum is None else f" van {column.minimum} of hoger"
