"""Editions of the handbook and which one is in force (§1.5.1, reading I-18)."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from rulebook.norms.handbook_data import HandbookDataError, read

LATEST = "inburgeren-2025"


@dataclass(frozen=True, slots=True)
class Edition:
    """One handbook; `note` says where its text comes from when it is not the handbook itself."""

    id: str
    title: str
    in_force: date
    note: str | None


@cache
def editions() -> tuple[Edition, ...]:
    """Return every edition we know, oldest first."""
    loaded = (Edition(**fields) for fields in read("editions.yaml"))
    return tuple(sorted(loaded, key=lambda edition: edition.in_force))


def edition_named(name: str) -> Edition:
    for edition in editions():
        if edition.id == name:
            return edition
    known = ", ".join(edition.id for edition in editions())
    raise HandbookDataError(f"Onbekende handleiding {name!r}; bekend zijn: {known}.")


def edition_in_force(on: date) -> Edition:
    """Return the edition in force on a day; before the oldest one, the oldest.

    Whoever asks can see that a later edition stands in: its `in_force` lies after the day.
    """
    holding = [edition for edition in editions() if edition.in_force <= on]
    return holding[-1] if holding else editions()[0]
