"""`keurmerk beoordeel`: judge a dossier over one Meetperiode, exactly as the contract says."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path

from keurmerk.assessments.receipts import write_receipt
from keurmerk.cli.explanation_file import write_explanation
from keurmerk.cli.outcome_table import print_outcome
from keurmerk.cli.output import as_json, tell_problems
from keurmerk.cli.progress import reading_progress
from keurmerk.intake.cells import ISO_DATE
from keurmerk.intake.checks.improbable import everybody_passed
from keurmerk.intake.reading import read_dossier
from rulebook.judgement import judge
from rulebook.kernel.period import MeasuringPeriod, PeriodError
from rulebook.norms.editions import editions


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("dossier", metavar="DOSSIER", type=Path, help="map met CSV-bestanden, zip of .xlsx")
    parser.add_argument(
        "--meetperiode", metavar="DATUM", type=day, required=True, help="eerste dag van de Meetperiode"
    )
    parser.add_argument(
        "--tot-en-met", metavar="DATUM", type=day, help="laatste dag, als de Meetperiode verlengd is"
    )
    parser.add_argument("--json", action="store_true", help="schrijft de uitkomst (of de fouten) als JSON")
    parser.add_argument(
        "--uitleg", metavar="BESTAND.csv", type=Path, help="schrijft per rij hoe die meetelt en waarom"
    )
    parser.add_argument(
        "--bewijs", metavar="MAP", type=Path, help="schrijft een ontvangstbewijs met momentopname in deze map"
    )
    parser.add_argument(
        "--handleiding",
        choices=[edition.id for edition in editions()],
        help="beoordeelt elke norm met deze editie",
    )


def run(arguments: Namespace, parser: ArgumentParser) -> int:
    period = measuring_period(arguments, parser)
    if arguments.uitleg is not None and not arguments.uitleg.absolute().parent.is_dir():
        parser.error(f"de map {arguments.uitleg.parent} voor --uitleg bestaat niet")
    if arguments.bewijs is not None and not free_folder(arguments.bewijs):
        parser.error(f"{arguments.bewijs.name} bestaat al of kan niet gemaakt worden; kies een nieuwe map")
    with reading_progress() as report:
        result = read_dossier(arguments.dossier, progress=report)
    if result.dossier is None:
        tell_problems(result.problems, json_wanted=arguments.json)
        return 1
    outcome = judge(result.dossier, period, edition=arguments.handleiding)
    norms = outcome.as_json()["normen"]
    shown = outcome.as_json(warnings=sorted([*result.warnings, *everybody_passed(norms)]))
    if arguments.uitleg is not None:
        write_explanation(outcome.explanation_table(), arguments.uitleg)
    if arguments.bewijs is not None:
        write_receipt(arguments.bewijs, result.dossier, outcome, edition=arguments.handleiding)
    if arguments.json:
        sys.stdout.write(as_json(shown))
    else:
        print_outcome(shown)
    return 0


def free_folder(path: Path) -> bool:
    """A receipt is never written among other files, so that its snapshot holds nothing else."""
    if path.exists():
        return path.is_dir() and not any(path.iterdir())
    return path.absolute().parent.is_dir()


def measuring_period(arguments: Namespace, parser: ArgumentParser) -> MeasuringPeriod:
    try:
        return MeasuringPeriod.starting(arguments.meetperiode, arguments.tot_en_met)
    except PeriodError as error:
        parser.error(str(error))


def day(text: str) -> date:
    """Take ISO dates only: a period must not depend on how somebody reads a date."""
    try:
        if ISO_DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ArgumentTypeError(f"'{text}' is geen datum zoals 2025-01-01")
