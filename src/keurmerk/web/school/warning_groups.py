"""Warnings to confirm, those of one kind together."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from keurmerk.results.queries import WarningLine

MANY = 5
"""Above this a group is folded, with one button for all of it beside the ticks."""


@dataclass(frozen=True, slots=True)
class WarningGroup:
    about: str
    lines: tuple[WarningLine, ...]

    @property
    def open(self) -> tuple[WarningLine, ...]:
        return tuple(line for line in self.lines if line.tick is None)

    @property
    def is_long(self) -> bool:
        return len(self.lines) > MANY


def grouped(lines: Sequence[WarningLine]) -> tuple[WarningGroup, ...]:
    """By the table that a warning begins with; warnings come sorted, so one table stands together."""
    return tuple(WarningGroup(about, tuple(found)) for about, found in groupby(lines, key=about_table))


def about_table(line: WarningLine) -> str:
    return line.text.split(" ", 1)[0].strip(":")
