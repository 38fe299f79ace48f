"""'Wat als?': the smallest change that turns an oordeel round, as a sentence."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from keurmerk.web.components import dutch
from keurmerk.web.components.dutch import exact
from keurmerk.web.outcomes.things import NORMS, counted
from rulebook.judgement.what_if import Change, WhatIf, what_if
from rulebook.kernel.norm import NormRow
from rulebook.kernel.verdict import Unit, Verdict
from rulebook.norms.editions import LATEST


def what_if_sentence(row: Mapping[str, Any], edition: str | None) -> str:
    """Empty when no single number decides the oordeel."""
    found = what_if(norm_row(row, edition))
    if found is None:
        return ""
    if found.change is Change.GRADE:
        return _grade(found)
    return _rows(row, found)


def norm_row(row: Mapping[str, Any], edition: str | None) -> NormRow:
    """A row of `normen` as the rulebook has it."""
    return NormRow(
        row["norm"],
        Verdict(row["oordeel"]),
        group=row["groep"],
        numerator=row["teller"],
        denominator=row["noemer"],
        value=_exact(row["waarde"]),
        limit=_exact(row["grens"]),
        unit=Unit(row["eenheid"]) if row["eenheid"] else None,
        edition=row.get("handleiding") or edition or LATEST,
    )


def _exact(value: Any) -> Fraction | None:
    return None if value is None else exact(value)


def _grade(found: WhatIf) -> str:
    distance = found.grade or Fraction(0)
    points = f"{dutch.number(distance)} punt"
    if found.becomes is Verdict.MET:
        return f"Met een cijfer dat {points} hoger is, was de norm gehaald."
    if not distance:
        return "Het cijfer ligt precies op de grens: elk lager cijfer is te laag."
    return f"Het cijfer ligt {points} boven de grens."


def _rows(row: Mapping[str, Any], found: WhatIf) -> str:
    count, norm = found.rows or 0, row["norm"]
    holds = found.becomes is Verdict.MET
    if _none_allowed(row):
        if holds:
            return f"Zonder {'deze' if count == 1 else 'de'} {counted(norm, count)} was de norm gehaald."
        return f"Eén {_one(norm)} is genoeg om de norm niet te halen."
    now = f"nu {dutch.ratio(row['teller'], row['noemer'])}" if row["eenheid"] == Unit.PERCENT else ""
    now = now or f"nu {dutch.number(row['teller'])}"
    thing = NORMS[norm]
    direction = "meer" if holds else "minder"
    end = "was de norm gehaald" if holds else "was de norm niet gehaald"
    return f"Met {thing.number(count)} {direction} {thing.counted} ({now}) {end}."


def _none_allowed(row: Mapping[str, Any]) -> bool:
    return bool(row["eenheid"] == Unit.PERCENT and row["grens"] == 0)


def _one(norm: str) -> str:
    return counted(norm, 1).partition(" ")[2]
