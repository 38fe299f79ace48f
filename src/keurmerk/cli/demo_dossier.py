"""`keurmerk demo-dossier`: dossiers of fictional schools, to try the product with."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from keurmerk.cli.judge import day
from keurmerk.demo.files import WORKBOOK_SUFFIX, ZIP_SUFFIX, write_dossier
from keurmerk.demo.generator import DEFAULT_SEED, SCHOOLS, Profile, demo_dossier, school_named
from keurmerk.demo.generator.schools import YEARS
from rulebook.kernel.period import MeasuringPeriod, PeriodError

ALL = "all"
FILES = {WORKBOOK_SUFFIX, ZIP_SUFFIX}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--school", metavar="NAAM", help=f"naam uit --lijst, of {ALL} voor alle scholen")
    parser.add_argument(
        "--meetperiode", metavar="DATUM", type=day, help="eerste dag van de Meetperiode, zoals 2025-01-01"
    )
    parser.add_argument(
        "--out", metavar="MAP|BESTAND", type=Path, help="map voor CSV-bestanden, of een .xlsx of .zip"
    )
    parser.add_argument(
        "--seed", metavar="N", type=int, default=DEFAULT_SEED, help=f"ander toeval (nu {DEFAULT_SEED})"
    )
    parser.add_argument("--lijst", action="store_true", help="toont de scholen en wat er goed en mis is")


def run(arguments: Namespace, parser: ArgumentParser) -> int:
    if arguments.lijst:
        sys.stdout.write("\n".join(map(described, SCHOOLS)) + "\n")
        return 0
    missing = [f"--{name}" for name in ("school", "meetperiode", "out") if getattr(arguments, name) is None]
    if missing:
        parser.error(f"dit ontbreekt: {', '.join(missing)}; of toon de scholen met --lijst")
    if arguments.school.casefold() == ALL:
        return write_all(arguments, parser)
    school = school_named(arguments.school)
    if school is None:
        keys = ", ".join(each.key for each in SCHOOLS)
        parser.error(f"er is geen voorbeeldschool {arguments.school!r}; kies uit {keys}")
    period = period_of(arguments, parser)
    write(school, period, arguments.out, arguments.seed, parser)
    if (period.first.month, period.first.day) != school.starts:
        own = school.period_holding(period.first).first
        sys.stdout.write(f"Let op: de Meetperiodes van deze school beginnen anders, zoals op {own}.\n")
    return 0


def write_all(arguments: Namespace, parser: ArgumentParser) -> int:
    """One folder per school, each over its own period that starts in the year asked for."""
    if arguments.out.suffix in FILES:
        parser.error(f"bij --school {ALL} hoort een map, geen bestand")
    year = period_of(arguments, parser).first.year
    for school in SCHOOLS:
        write(school, school.period(year), arguments.out / school.key, arguments.seed, parser)
    return 0


def write(school: Profile, period: MeasuringPeriod, out: Path, seed: int, parser: ArgumentParser) -> None:
    """Never write over what is there: it may be somebody's real dossier."""
    if out.is_dir() and any(out.iterdir()):
        parser.error(f"de map {out.name} is niet leeg; er wordt niets overschreven")
    if out.is_file() and out.stat().st_size:
        parser.error(f"{out.name} bestaat al en wordt niet overschreven; kies een andere naam")
    out.absolute().parent.mkdir(parents=True, exist_ok=True)
    write_dossier(demo_dossier(school.key, period.first, seed), out)
    sys.stdout.write(f"{school.name}, Meetperiode {period.first} t/m {period.last}: {out.name}\n")


def period_of(arguments: Namespace, parser: ArgumentParser) -> MeasuringPeriod:
    try:
        return MeasuringPeriod.starting(arguments.meetperiode)
    except PeriodError as error:
        parser.error(str(error))


def described(school: Profile) -> str:
    lines = [f"{school.key:<14}{school.name}", f"{'':<14}{school.story}"]
    starts = ", ".join(str(school.period(year).first) for year in YEARS)
    lines.append(f"{'':<14}Meetperiodes vanaf {starts}")
    lines += [
        f"{'':<14}{school.period(year).first}: {', '.join(fault.norms)} voldoet niet. {fault.story}"
        for year, faults in sorted(school.faults.items())
        for fault in faults
    ]
    return "\n".join(lines)
