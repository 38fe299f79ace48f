"""`keurmerk sjabloon`: the empty workbook."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from keurmerk.intake.template import write_template


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("bestand", metavar="BESTAND.xlsx", type=Path, help="waar de werkmap komt")


def run(arguments: Namespace, parser: ArgumentParser) -> int:
    """Never write over a workbook: it may hold a school's rows."""
    path: Path = arguments.bestand
    if path.suffix.casefold() != ".xlsx":
        parser.error(f"{path.name} eindigt niet op .xlsx")
    if path.exists() and path.stat().st_size:
        parser.error(f"{path.name} bestaat al en wordt niet overschreven; kies een andere naam")
    if not path.absolute().parent.is_dir():
        parser.error(f"de map {path.parent} bestaat niet")
    write_template(path)
    sys.stdout.write(f"Het sjabloon staat in {path.name}. Het blad Uitleg legt elke kolom uit.\n")
    return 0
