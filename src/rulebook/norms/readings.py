"""Readings: what we chose where the handbook is silent, contradicts itself or misprints."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from rulebook.norms.handbook_data import HandbookDataError, read


@dataclass(frozen=True, slots=True)
class Reading:
    """One choice, told in Dutch; `shapes` are the norms whose outcome names it every time."""

    id: str
    title: str
    paragraph: str
    norms: tuple[str, ...]
    shapes: tuple[str, ...]
    problem: str
    reading: str
    effect: str
    decided: date


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(
        Reading(**{**fields, "norms": tuple(fields["norms"]), "shapes": tuple(fields["shapes"])})
        for fields in read("readings.yaml")["readings"]
    )


def reading(name: str) -> Reading:
    for candidate in readings():
        if candidate.id == name:
            return candidate
    raise HandbookDataError(f"Onbekende lezing {name}.")


@cache
def readings_touching(number: str) -> tuple[str, ...]:
    """Return the ids of every reading that has a say in a norm."""
    return tuple(found.id for found in readings() if number in found.norms)


@cache
def readings_shaping(number: str) -> tuple[str, ...]:
    """Return the ids that the outcome of a norm names every time (`interpretaties`)."""
    return tuple(found.id for found in readings() if number in found.shapes)
