"""The handbook's numbers: every limit, count and term the rules use, each with the day it holds from."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from rulebook.norms.editions import LATEST, edition_named
from rulebook.norms.handbook_data import HandbookDataError, names, read

Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Band:
    """Values from `lower` on (`above`: beyond it) get `value`, until the next band begins."""

    lower: Number | None
    above: bool
    value: Number

    def reached_by(self, measured: Number) -> bool:
        if self.lower is None:
            return True
        return measured > self.lower if self.above else measured >= self.lower


@dataclass(frozen=True, slots=True)
class Scale:
    """A table of the handbook that turns a measured number into a score."""

    bands: tuple[Band, ...]

    def at(self, measured: Number) -> Number:
        return [band.value for band in self.bands if band.reached_by(measured)][-1]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number, date or scale of the handbook with all the values it has had."""

    name: str
    meaning: str
    unit: str
    paragraph: str
    norms: tuple[str, ...]
    values: tuple[tuple[date, Number | date | Scale], ...]

    def on(self, day: date) -> Number | date | Scale:
        holding = [value for since, value in self.values if since <= day]
        if not holding:
            raise HandbookDataError(f"Parameter {self.name} heeft op {day} nog geen waarde.")
        return holding[-1]


@cache
def parameters() -> dict[str, Parameter]:
    """Return every parameter by name, in the handbook's order."""
    return {
        name: _parameter(name, fields)
        for content in map(read, names("parameters"))
        for name, fields in content.items()
    }


@cache
def parameter(name: str, edition: str = LATEST) -> Number:
    """Return a number of an edition; a fraction where the handbook has decimals."""
    value = _value(name, edition)
    if isinstance(value, int | Fraction):
        return value
    raise HandbookDataError(f"Parameter {name} is geen getal.")


@cache
def date_parameter(name: str, edition: str = LATEST) -> date:
    value = _value(name, edition)
    if isinstance(value, date):
        return value
    raise HandbookDataError(f"Parameter {name} is geen datum.")


@cache
def scale(name: str, edition: str = LATEST) -> Scale:
    value = _value(name, edition)
    if isinstance(value, Scale):
        return value
    raise HandbookDataError(f"Parameter {name} is geen schaal.")


def _value(name: str, edition: str) -> Number | date | Scale:
    known = parameters().get(name)
    if known is None:
        raise HandbookDataError(f"Onbekende parameter {name}.")
    return known.on(edition_named(edition).in_force)


def _parameter(name: str, fields: dict[str, Any]) -> Parameter:
    values = [(row["from"], _value_of(row)) for row in fields["values"]]
    return Parameter(
        name=name,
        meaning=fields["meaning"],
        unit=fields["unit"],
        paragraph=fields["paragraph"],
        norms=tuple(fields["norms"]),
        values=tuple(sorted(values, key=lambda dated: dated[0])),
    )


def _value_of(row: dict[str, Any]) -> Number | date | Scale:
    if "bands" in row:
        return _scale(row)
    value: int | str | date = row["value"]
    return value if isinstance(value, date) else _number(value)


def _scale(row: dict[str, Any]) -> Scale:
    return Scale(
        tuple(
            Band(
                _number(band["lower"]) if "lower" in band else None,
                band.get("above", False),
                _number(band["value"]),
            )
            for band in row["bands"]
        )
    )


def _number(value: int | str) -> Number:
    return value if isinstance(value, int) else Fraction(value)
