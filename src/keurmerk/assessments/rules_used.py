"""Which rules judged: the version, a hash over their sources, and the handbook's numbers as they were."""

import hashlib
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import rulebook
from rulebook.norms.editions import edition_named
from rulebook.norms.handbook_data import HandbookDataError
from rulebook.norms.parameters import Scale, parameters

SOURCES = frozenset({".py", ".yaml"})


@cache
def rulebook_version() -> str:
    try:
        return version("keurmerk")
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "onbekend"


@cache
def rulebook_hash() -> str:
    """Over the path and the contents of every source of the rules."""
    root = Path(rulebook.__path__[0])
    whole = hashlib.sha256()
    for path in sorted(root.rglob("*"), key=lambda path: path.relative_to(root).parts):
        if path.suffix in SOURCES:
            whole.update(f"{path.relative_to(root).as_posix()}\n".encode())
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def parameters_of(editions: Iterable[str]) -> dict[str, dict[str, str]]:
    """Every number, date and scale of these editions as text."""
    return {edition: _parameters_on(edition_named(edition).in_force) for edition in sorted(set(editions))}


def _parameters_on(day: date) -> dict[str, str]:
    told = {}
    for name, parameter in sorted(parameters().items()):
        try:
            told[name] = _text(parameter.on(day))
        except HandbookDataError:
            continue  # this one came with a later edition
    return told


def _text(value: int | Fraction | date | Scale) -> str:
    if not isinstance(value, Scale):
        return str(value)
    return "; ".join(
        f"{'' if band.lower is None else f'{">" if band.above else ">="} {band.lower}'}: {band.value}"
        for band in value.bands
    )
