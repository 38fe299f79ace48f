"""`keurmerk journal verify`: recompute the chain of the journal."""

import sys
from argparse import ArgumentParser, Namespace
from importlib import import_module

from keurmerk.cli.django_setup import set_up_django


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("actie", choices=["verify"], help="verify: rekent de keten van het journaal na")


def run(arguments: Namespace, parser: ArgumentParser) -> int:  # noqa: ARG001 (every command has this shape)
    set_up_django()
    # models can only be imported when Django is set up
    service = import_module("keurmerk.journal.service")
    verification = service.verify()
    stream = sys.stdout if verification.holds else sys.stderr
    stream.write(f"{service.describe(verification)}\n")
    return 0 if verification.holds else 1
