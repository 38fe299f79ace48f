"""What came out of the files, before the checks: tables as text, problems and remarks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches

from keurmerk.intake.problems import Problem, RefusedError
from keurmerk.intake.raw import RawTable
from keurmerk.intake.schema import BY_NAME, TABLES, Table

type Progress = Callable[[str, int, int], None]
"""Called with what is being read, the bytes read so far and the bytes in all."""


@dataclass(slots=True)
class Delivery:
    tables: dict[str, RawTable] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    """Every table that is there, also those that could not be read."""
    strangers: list[str] = field(default_factory=list)
    """Titles of sheets or files that are no table."""
    problems: list[Problem] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def claim(self, title: str, twice: str) -> Table | None:
        """Give the table that goes by this title; None when it is unknown or was there already."""
        table = BY_NAME.get(title.strip().casefold())
        if table is None:
            self.strangers.append(title.strip())
            return None
        if table.name in self.seen:
            self.problems.append(Problem(table.name, None, None, None, twice))
            return None
        self.seen.add(table.name)
        return table

    def unknown_tables(self) -> list[str]:
        """Give a warning for every stranger; one that looks like a missing table is told so."""
        return [unknown_table(title, self.seen) for title in self.strangers]

    def refuse(self, error: RefusedError, table: Table | None = None) -> None:
        problem = error.problem
        if table is not None:
            problem = Problem(table.name, problem.row, problem.column, problem.value, problem.message)
        self.problems.append(problem)


def unknown_table(title: str, seen: set[str]) -> str:
    """Suggest the table that a misspelt or translated title stands for, if that is not there."""
    names = {table.name: table.name for table in TABLES} | {table.field: table.name for table in TABLES}
    close = get_close_matches(title.casefold(), names, n=1, cutoff=0.75)
    hint = f" Bedoelt u {names[close[0]]}?" if close and names[close[0]] not in seen else ""
    return f'Tabel "{title}" is onbekend en niet gelezen.{hint}'
