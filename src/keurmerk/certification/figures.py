"""The figures of a computed norm in words."""

from keurmerk.assessments.models import NormResult


def measured(result: NormResult) -> str:
    return shown(result.value, result.unit) or "niet voldaan"


def rows_behind(result: NormResult) -> str:
    if result.denominator is None:
        return ""
    return f"{result.numerator} van {result.denominator} rijen tellen mee"


def shown(value: object, unit: str) -> str:
    if value is None:
        return ""
    number = f"{value:f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{number} procent" if unit == "procent" else number
