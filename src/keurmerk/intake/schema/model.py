"""The words in which the dossier format is declared."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from keurmerk.intake.schema.rules import Rule


class Kind(StrEnum):
    """What a cell of a column holds."""

    ID = "id"
    TEXT = "tekst"
    CODE = "code"
    KVK_NUMBER = "KvK-nummer"
    DATE = "datum"
    TIME = "tijd"
    YES_NO = "ja/nee"
    WHOLE = "geheel getal"
    DECIMAL = "getal"


class Rows(StrEnum):
    """How many rows a table may hold."""

    ANY = "geen of meer rijen"
    ONE = "precies één rij"
    AT_MOST_ONE = "ten hoogste één rij"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its Dutch name in files, its English name in the program, and what it may hold."""

    name: str
    field: str
    kind: Kind
    explanation: str
    example: str = ""
    required: bool = False
    personal: bool = False
    codes: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    refers_to: str | None = None
    empty_means: str | None = None
    """The value that an empty cell stands for; None leaves the cell empty in the frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: a sheet of the workbook or a CSV file of the folder."""

    name: str
    field: str
    explanation: str
    columns: tuple[Column, ...]
    required: bool = False
    rows: Rows = Rows.ANY
    key: tuple[str, ...] = ()
    """The columns (Dutch names) that tell rows apart; empty where a table has at most one row."""
    unique: bool = False
    """Whether two rows may not share that key; the error stands at its last column."""
    rules: tuple[Rule, ...] = ()

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    def judged(self) -> Iterator[Column]:
        """Give the columns that may reach rules and snapshots: all but the personal ones."""
        return (column for column in self.columns if not column.personal)

    def personal(self) -> Iterator[Column]:
        return (column for column in self.columns if column.personal)
