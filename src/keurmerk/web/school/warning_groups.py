"""Warnings to confirm, those about one table together."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from keurmerk.results.queries import WarningLine
from keurmerk.web.outcomes.warnings import about_table

MANY = 5
"""Above this a group is folded, with one button for all of it beside the ticks."""
MOST_SHOWN = 100
"""A large school may have thousands; the rest is in the download."""


@dataclass(frozen=True, slots=True)
class WarningGroup:
    about: str
    lines: tuple[WarningLine, ...]

    @property
    def open(self) -> tuple[WarningLine, ...]:
        return tuple(line for line in self.lines if line.tick is None)

    @property
    def shown(self) -> tuple[WarningLine, ...]:
        return self.lines[:MOST_SHOWN]

    @property
    def hidden(self) -> int:
        return len(self.lines) - len(self.shown)

    @property
    def is_long(self) -> bool:
        return len(self.lines) > MANY


def grouped(lines: Sequence[WarningLine]) -> tuple[WarningGroup, ...]:
    """By the table that a warning begins with; warnings come sorted, so one table stands together."""
    return tuple(WarningGroup(about, tuple(found)) for about, found in groupby(lines, key=table_of))


def table_of(line: WarningLine) -> str:
    return about_table(line.text)
