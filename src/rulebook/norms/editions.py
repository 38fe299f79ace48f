"""Editions of the handbook and which one is in force (§1.5.1, reading I-18)."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from rulebook.norms.handbook_data import HandbookDataError, read

LATEST = "inburgeren-2025"
FOLLOWS_START_OF_PERIOD = frozenset({"2.15", "2.16", "3.1.1", "3.1.2"})
"""Judged by the edition in force when the measuring period starts (§1.5.1); the others by that at its end."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One handbook; `note` says where its text comes from when it is not the handbook itself.

    `other_changes` is what its change list tells beside the norms, as pairs of paragraph and text.
    """

    id: str
    title: str
    in_force: date
    note: str | None
    other_changes: tuple[tuple[str, str], ...]


@cache
def editions() -> tuple[Edition, ...]:
    """Return every edition we know, oldest first."""
    return tuple(sorted(map(_edition, read("editions.yaml")), key=lambda edition: edition.in_force))


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


def _edition(fields: dict[str, Any]) -> Edition:
    changes = tuple((change["paragraph"], change["text"]) for change in fields["other_changes"])
    return Edition(**{**fields, "other_changes": changes})
