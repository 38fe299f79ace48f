"""`keurmerk verify`: compute a receipt again from its snapshot and say whether it holds."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from keurmerk.assessments.receipts import ReceiptError
from keurmerk.assessments.verification import verify


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "ontvangstbewijs",
        metavar="ONTVANGSTBEWIJS",
        type=Path,
        help="het ontvangstbewijs, de map waarin het staat, of de zip met de momentopname",
    )


def run(arguments: Namespace, parser: ArgumentParser) -> int:  # noqa: ARG001 (every command has this shape)
    try:
        report = verify(arguments.ontvangstbewijs)
    except ReceiptError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for item in report.items:
        mark = "klopt" if item.holds else "klopt niet"
        sys.stdout.write(f"{item.what}: {mark}{f' ({item.note})' if item.note else ''}\n")
    verdict = "Het ontvangstbewijs klopt." if report.holds else "Het ontvangstbewijs klopt niet."
    (sys.stdout if report.holds else sys.stderr).write(f"{verdict}\n")
    return 0 if report.holds else 1
