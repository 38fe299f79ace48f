"""Seeded draws as frame expressions: each is a hash of the row number, so a frame is made in one pass."""

from collections.abc import Sequence
from datetime import date

import polars as pl

ROW = "_row"


class Draws:
    """Every call takes the next stream, so that two columns never repeat each other's draws."""

    def __init__(self, seed: int) -> None:
        self._stream = seed * 10_000

    def below(self, limit: int) -> pl.Expr:
        """A whole number from 0 up to the limit."""
        self._stream += 1
        return (pl.col(ROW).hash(self._stream) % limit).cast(pl.Int64)

    def chance(self, share: float) -> pl.Expr:
        return self.below(1000) < round(share * 1000)

    def pick(self, options: Sequence[str | None]) -> pl.Expr:
        """One of these; an option named twice comes twice as often."""
        return pl.lit(pl.Series(options, dtype=pl.String)).gather(self.below(len(options)))

    def days(self, first: int, last: int) -> pl.Expr:
        """A duration of a number of days between the two."""
        return pl.duration(days=first + self.below(last - first + 1))

    def day(self, origin: date, first: int, last: int) -> pl.Expr:
        return (pl.lit(origin) + self.days(first, last)).cast(pl.Date)


def rows(count: int) -> pl.DataFrame:
    return pl.select(pl.int_range(count).alias(ROW))


def when(condition: pl.Expr, value: pl.Expr) -> pl.Expr:
    """The value where the condition holds, else null."""
    return pl.when(condition).then(value)


def key(letter: str) -> pl.Expr:
    """An id: unique in the country, since it names the school too."""
    return pl.format("s{}-{}{}", pl.col("school"), pl.lit(letter), pl.col(ROW))
