"""The warnings of an outcome, those about one table together: a large school may have thousands."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Warnings:
    about: str
    texts: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.texts)

    @property
    def first(self) -> tuple[str, ...]:
        return self.texts[:SHOWN]

    @property
    def more(self) -> int:
        return max(self.count - SHOWN, 0)


def warnings_by_table(texts: Sequence[str]) -> tuple[Warnings, ...]:
    """By the table that a warning begins with; they come sorted, so one table stands together."""
    return tuple(Warnings(about, tuple(found)) for about, found in groupby(texts, key=about_table))


def about_table(text: str) -> str:
    return text.split(" ", 1)[0].strip(":")
