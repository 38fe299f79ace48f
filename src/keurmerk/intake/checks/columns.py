"""Row 1: which columns are there, which are missing, named twice or unknown."""

from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches

from keurmerk.intake.example import ERROR_COLUMN
from keurmerk.intake.problems import Problem
from keurmerk.intake.raw import RawTable
from keurmerk.intake.schema import Column, Table

CLOSE_ENOUGH = 0.75
TWICE = "Deze kolomnaam staat er meer dan één keer. Verwijder of hernoem de andere."


@dataclass(frozen=True, slots=True)
class Layout:
    places: dict[str, int]
    problems: list[Problem]
    warnings: list[str]


def lay_out(raw: RawTable) -> Layout:
    table = raw.table
    places = {name: place for place, name in reversed(list(enumerate(raw.header)))}
    known = {column.name for column in table.columns}
    strangers = sorted(name for name in places if name and name != ERROR_COLUMN and name not in known)
    problems = [
        Problem(table.name, 1, name, name, TWICE)
        for name, times in Counter(raw.header).items()
        if name and times > 1
    ]
    problems += [
        Problem(table.name, 1, column.name, None, why_missing(column, raw, strangers))
        for column in table.columns
        if column.required and column.name not in places
    ]
    warnings = [unknown_column(table, name, places) for name in strangers]
    return Layout({name: places[name] for name in known if name in places}, problems, warnings)


def why_missing(column: Column, raw: RawTable, strangers: list[str]) -> str:
    message = f"De verplichte kolom {column.name} ontbreekt in rij 1."
    if not strangers and not any(raw.header):
        return f"{message} Rij 1 is leeg: zet daar de kolomnamen."
    meant = [name for name in strangers if meant_column(raw.table, name) == column.name]
    if meant:
        return f"{message} Kolom '{meant[0]}' lijkt erop: noem die {column.name}."
    return f"{message} Voeg hem toe; de namen staan in het sjabloon."


def unknown_column(table: Table, name: str, places: dict[str, int]) -> str:
    meant = meant_column(table, name)
    hint = f" Bedoelt u {meant}?" if meant and meant not in places else ""
    return f'Tabel {table.name}: kolom "{name}" is onbekend en niet gelezen.{hint}'


def meant_column(table: Table, name: str) -> str | None:
    """Find the column that a misspelt, capitalised or English name stands for."""
    names = {column.field: column.name for column in table.columns}
    names |= {column.name: column.name for column in table.columns}
    bare = "_".join(name.casefold().replace("-", " ").split())
    close = get_close_matches(bare, names, n=1, cutoff=CLOSE_ENOUGH)
    return names[close[0]] if close else None
