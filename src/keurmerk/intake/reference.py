"""The reference page of the dossier format, written from the schema."""

import sys
from collections.abc import Iterator

from keurmerk.intake.expectations import expectation
from keurmerk.intake.schema import TABLES, Column, Table
from keurmerk.intake.schema.reading_rules import READING_RULES
from keurmerk.intake.schema.warnings import WARNINGS

INTRODUCTION = (
    "Dit is wat een school over één Meetperiode aanlevert, in de browser en op de opdrachtregel. "
    "Vetgedrukte kolommen zijn verplicht. `keurmerk sjabloon BESTAND.xlsx` maakt een lege werkmap."
)


def reference() -> str:
    """Give the whole page as Markdown."""
    return "\n".join(lines()) + "\n"


def lines() -> Iterator[str]:
    yield "# Het dossier"
    yield ""
    yield "<!-- Gemaakt door `make docs` uit keurmerk.intake.schema; niet met de hand wijzigen. -->"
    yield ""
    yield INTRODUCTION
    yield from section("Hoe bestanden gelezen worden", READING_RULES)
    for table in TABLES:
        yield from of_table(table)
    yield ""
    yield "## Waarschuwingen"
    yield ""
    yield "Onwaarschijnlijk, maar mogelijk: een waarschuwing houdt niets tegen, maar vraagt een bevestiging."
    yield ""
    yield from (f"- {warning.when}" for warning in WARNINGS)


def section(title: str, rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield "| onderwerp | regel |"
    yield "| --- | --- |"
    yield from (f"| {point} | {rule} |" for point, rule in rows)


def of_table(table: Table) -> Iterator[str]:
    yield ""
    yield f"## {table.name}"
    yield ""
    must = " De tabel is verplicht." if table.required else ""
    yield f"{table.explanation}{must} Aantal rijen: {table.rows}."
    yield ""
    yield "| kolom | uitleg | verwacht | leeg is | voorbeeld | in het programma |"
    yield "| --- | --- | --- | --- | --- | --- |"
    yield from map(of_column, table.columns)
    demands = list(of_rules(table))
    if demands:
        yield ""
        yield from demands


def of_column(column: Column) -> str:
    name = f"**{column.name}**" if column.required else column.name
    example = f"`{column.example}`" if column.example else ""
    empty = "een fout" if column.required else column.empty_means or "niet bekend"
    return (
        f"| {name} | {column.explanation} | {expectation(column)} | {empty} | {example} | `{column.field}` |"
    )


def of_rules(table: Table) -> Iterator[str]:
    if table.unique:
        yield f"- uniek: {' en '.join(table.key)}{' samen' if len(table.key) > 1 else ''}"
    for column in table.columns:
        if column.refers_to:
            yield f"- {column.name} staat in {column.refers_to}, als die tabel er is"
    yield from (f"- {rule.sentence()}" for rule in table.rules)


if __name__ == "__main__":
    sys.stdout.write(reference())
