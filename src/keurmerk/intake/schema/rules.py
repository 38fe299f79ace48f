"""The kinds of demand between cells of one row; each can say itself in Dutch."""

from collections.abc import Mapping
from dataclasses import dataclass

from keurmerk.intake.wording import listed


@dataclass(frozen=True, slots=True)
class Ordered:
    """`earlier` comes before `later` (dates, times) or is not above it (numbers)."""

    earlier: str
    later: str
    strictly: bool = False
    at: str = ""
    """The column the error stands at; the later one unless said."""

    @property
    def column(self) -> str:
        return self.at or self.later

    def sentence(self) -> str:
        if self.at:
            return f"{self.earlier} is niet hoger dan {self.later}"
        relation = "ligt vóór" if self.strictly else "ligt niet na"
        return f"{self.earlier} {relation} {self.later}"


@dataclass(frozen=True, slots=True)
class FilledFor:
    """`column` must be filled where `other` holds one of these values."""

    column: str
    other: str
    values: tuple[str, ...]

    def sentence(self) -> str:
        return f"{self.column} is ingevuld als {self.other} {listed(self.values)} is"


@dataclass(frozen=True, slots=True)
class FilledExactlyWith:
    """`column` is filled exactly when `other` is."""

    column: str
    other: str

    def sentence(self) -> str:
        return f"{self.column} is ingevuld precies als {self.other} dat is"


@dataclass(frozen=True, slots=True)
class FilledExactlyAboveZero:
    """`column` is filled exactly when the number in `other` is above zero."""

    column: str
    other: str

    def sentence(self) -> str:
        return f"{self.column} is ingevuld precies als {self.other} groter is dan 0"


@dataclass(frozen=True, slots=True)
class KnownKeys:
    """The names that may be used, and for each the keys; values lie above 0 and at most at a maximum."""

    column: str
    key: str
    value: str
    known: Mapping[str, tuple[str, ...]]
    maximum: int
    unit: int = 10**9
    """Values are counted in billionths."""

    def sentence(self) -> str:
        names = "; ".join(f"{name} met {self.key} {', '.join(keys)}" for name, keys in self.known.items())
        return (
            f"{self.column} en {self.key} zijn bekend ({names}), "
            f"en {self.value} is groter dan 0 en ten hoogste {self.maximum}"
        )


type Rule = Ordered | FilledFor | FilledExactlyWith | FilledExactlyAboveZero | KnownKeys
