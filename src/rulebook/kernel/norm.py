"""What a computed norm is: a demand with a source, and a function that explains the facts it looks at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Protocol

import narwhals.stable.v2 as nw

from rulebook.kernel.explain import Frame
from rulebook.kernel.verdict import Certificate, Unit, Verdict


class Scale(Protocol):
    """A table of the handbook that turns a measured number into a score."""

    def at(self, measured: int | Fraction, /) -> int | Fraction: ...


class Parameters(Protocol):
    """The dated values of one edition, by name."""

    @property
    def edition(self) -> str: ...

    def number(self, name: str) -> Fraction: ...

    def whole(self, name: str) -> int: ...

    def day(self, name: str) -> date: ...

    def scale(self, name: str) -> Scale: ...


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The share must reach this parameter of the edition (a percentage)."""

    parameter: str


@dataclass(frozen=True, slots=True)
class NoneAllowed:
    """Every row in the numerator is an exception, and there may be none."""


@dataclass(frozen=True, slots=True)
class NoLimit:
    """Reported, never failed."""


type Limit = AtLeast | NoneAllowed | NoLimit


NUMERATOR, DENOMINATOR = "numerator", "denominator"


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums over one school's explanation rows of one norm, per group."""

    by_group: Mapping[str | None, Mapping[str, int]]

    def total(self, name: str) -> int:
        return sum(group.get(name, 0) for group in self.by_group.values())

    def of(self, group: str | None) -> tuple[int, int]:
        """Numerator and denominator of one group."""
        sums = self.by_group[group]
        return sums.get(NUMERATOR, 0), sums.get(DENOMINATOR, 0)


@dataclass(frozen=True, slots=True)
class NormRow:
    """One line of the outcome. Numbers are exact; None where the contract has none."""

    norm: str
    verdict: Verdict
    group: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    value: Fraction | None = None
    limit: Fraction | None = None
    unit: Unit | None = None
    material: bool = False
    readings: tuple[str, ...] = ()
    edition: str = ""

    @property
    def label(self) -> str:
        """How the advice names it: the norm, with its group behind a colon."""
        return f"{self.norm}:{self.group}" if self.group else self.norm


@dataclass(frozen=True, slots=True)
class School:
    """What the verdicts need to know of one school besides its rows."""

    certificate: Certificate
    pass_rate_limits: Mapping[str, Fraction] = field(default_factory=dict)
    satisfaction: Mapping[str, Any] | None = None
    """The row of the survey's outcome; None when the table is missing or empty."""


type Explain = Callable[[Any, Parameters], Frame]
type Judge = Callable[["Norm", Sums, School, Parameters], list[NormRow]]
type Figures = Mapping[str, int | Mapping[str, int]]
"""Indicators by code: one count, or a count per group."""


def no_figures(_sums: Sums) -> Figures:
    return {}


@dataclass(frozen=True, slots=True, eq=False)
class Norm:
    """A computed norm of the handbook.

    `tallies` are further conditions counted over the same rows; `figures` turns the sums into the
    indicators that the handbook asks a school to report.
    """

    code: str
    paragraph: str
    tables: tuple[str, ...]
    explain: Explain
    judge: Judge
    limit: Limit
    readings: tuple[str, ...] = ()
    unit: Unit | None = Unit.PERCENT
    groups: tuple[str, ...] = ()
    tallies: Mapping[str, nw.Expr] = field(default_factory=dict)
    figures: Callable[[Sums], Figures] = no_figures
    figure_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure to report that counts other rows than those a norm judges."""

    code: str
    tables: tuple[str, ...]
    rows: Explain
    """Gives a row per thing counted, with `school` and, when grouped, `group`."""
    grouped: bool = False
