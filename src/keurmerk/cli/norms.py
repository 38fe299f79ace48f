"""`keurmerk normen`: the catalogue of the handbook."""

import sys
from argparse import ArgumentParser, Namespace

from rich.console import Console
from rich.table import Table

from keurmerk.cli.output import WIDTH_WITHOUT_TERMINAL, as_json
from rulebook.norms.catalogue import CatalogueNorm, catalogue
from rulebook.norms.editions import LATEST, editions


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--handleiding",
        default=LATEST,
        choices=[edition.id for edition in editions()],
        help="de editie van het handboek",
    )
    parser.add_argument("--json", action="store_true", help="schrijft de lijst als JSON")


def run(arguments: Namespace, parser: ArgumentParser) -> int:  # noqa: ARG001 (every command has this shape)
    norms = catalogue(arguments.handleiding)
    if arguments.json:
        sys.stdout.write(as_json([as_object(norm) for norm in norms]))
        return 0
    table = Table(title=f"Normen van {arguments.handleiding}", title_justify="left")
    for name in ("norm", "titel", "paragraaf", "materieel", "oordeel"):
        table.add_column(name, overflow="fold")
    for norm in norms:
        table.add_row(
            norm.number,
            norm.title,
            norm.paragraph,
            "ja" if norm.material else "",
            "berekend" if norm.judged_by else "met de hand",
        )
    console = Console()
    (console if console.is_terminal else Console(width=WIDTH_WITHOUT_TERMINAL)).print(table)
    return 0


def as_object(norm: CatalogueNorm) -> dict[str, object]:
    return {
        "norm": norm.number,
        "titel": norm.title,
        "paragraaf": norm.paragraph,
        "materieel": norm.material,
        "berekend": norm.judged_by is not None,
        "vraagt": norm.asks,
        "handleiding": norm.edition,
    }
