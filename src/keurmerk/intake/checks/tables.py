"""What rows and tables demand of each other: how many rows, keys that are unique, ids that exist."""

from collections.abc import Iterator, Mapping

from keurmerk.intake.checks.values import Parsed
from keurmerk.intake.problems import Problem
from keurmerk.intake.schema import BY_NAME, TABLES, Rows

FROM_SURVEY = (
    "De tevredenheid komt van het tevredenheidsonderzoek en niet van de school. "
    "Haal deze tabel uit uw dossier; de uitkomst wordt door Keurmerk toegevoegd."
)


def check_present(seen: set[str]) -> Iterator[Problem]:
    for table in TABLES:
        if table.required and table.name not in seen:
            yield Problem(
                table.name,
                None,
                None,
                None,
                f"Tabel {table.name} ontbreekt. Voeg een blad of bestand met die naam toe.",
            )


def check_row_count(parsed: Parsed) -> Iterator[Problem]:
    table = parsed.table
    if table.rows is Rows.ANY:
        return
    if table.rows is Rows.ONE and not len(parsed):
        yield Problem(table.name, None, None, None, f"Er is geen rij. Verwacht: {table.rows}.")
    for number in parsed.row_numbers[1:]:
        yield Problem(table.name, number, None, None, f"Deze rij is er een te veel. Verwacht: {table.rows}.")


def check_unique(parsed: Parsed) -> Iterator[Problem]:
    table = parsed.table
    if not table.unique:
        return
    columns = [parsed.values[name] for name in table.key]
    first: dict[tuple[object, ...], int] = {}
    for row, key in enumerate(zip(*columns, strict=True)):
        if None in key:
            continue
        earlier = first.setdefault(key, row)
        if earlier != row:
            yield parsed.problem(
                row,
                table.key[-1],
                f"{' en '.join(table.key)} staan samen al in rij {parsed.row_numbers[earlier]}; "
                "elke combinatie mag één keer."
                if len(table.key) > 1
                else f"Dit kenmerk staat al in rij {parsed.row_numbers[earlier]}; elk kenmerk mag één keer.",
            )


def check_references(parsed: Parsed, tables: Mapping[str, Parsed]) -> Iterator[Problem]:
    """Every id refers to a row that exists; a table that is not there is not asked."""
    for column in parsed.table.columns:
        target = tables.get(column.refers_to or "")
        if target is None or target.table.key[0] not in target.places:
            continue
        known = set(target.values[target.table.key[0]])
        known.discard(None)
        for row, value in enumerate(parsed.values[column.name]):
            if value is not None and value not in known:
                yield parsed.problem(
                    row,
                    column.name,
                    f"Dit kenmerk staat niet in {column.refers_to}. "
                    f"Voeg daar een rij toe of verbeter het kenmerk.",
                )


def check_not_from_school(tables: Mapping[str, Parsed]) -> Iterator[Problem]:
    satisfaction = tables.get("tevredenheid")
    if satisfaction is not None and len(satisfaction):
        yield Problem(BY_NAME["tevredenheid"].name, satisfaction.row_numbers[0], None, None, FROM_SURVEY)
