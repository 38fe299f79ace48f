"""The norms of an outcome as pages show them; the number of queries does not grow with that of the norms."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from keurmerk.assessments.models import Assessment, NormResult
from keurmerk.results.models import Delivery, Upload
from rulebook.judgement.what_if import WhatIf, what_if
from rulebook.kernel.norm import NormRow
from rulebook.kernel.verdict import Unit, Verdict
from rulebook.norms.catalogue import CatalogueNorm, catalogue
from rulebook.norms.editions import LATEST


@dataclass(frozen=True, slots=True)
class NormLine:
    """A norm as the outcome page shows it."""

    result: NormResult
    norm: CatalogueNorm
    what_if: WhatIf | None


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """The same of a dry run; `row` is an item of `normen` of the outcome."""

    row: dict[str, Any]
    norm: CatalogueNorm


def newest_assessment(delivery: Delivery) -> Assessment | None:
    return delivery.assessments.order_by("-number").first()


def norm_lines(assessment: Assessment) -> tuple[NormLine, ...]:
    """All norms in the handbook's order: one query."""
    return tuple(
        NormLine(result, pages(result.edition)[result.norm], what_if(as_row(result)))
        for result in assessment.norms.all()
    )


def preview_lines(upload: Upload) -> tuple[PreviewLine, ...]:
    """What the norms would come out at; empty when the upload was not checked."""
    outcome = outcome_of(upload)
    if outcome is None:
        return ()
    one = outcome["handleiding"]
    return tuple(PreviewLine(row, pages(one or row["handleiding"])[row["norm"]]) for row in outcome["normen"])


def outcome_of(upload: Upload) -> dict[str, Any] | None:
    """The newest assessment of what was committed, else the dry run, else nothing."""
    assessment = Assessment.objects.filter(delivery__upload=upload).order_by("-number").first()
    if assessment:
        return assessment.outcome
    preview = getattr(upload, "preview", None)
    return preview.outcome if preview else None


def as_row(result: NormResult) -> NormRow:
    """The line as the rulebook knows it, with its exact numbers."""
    return NormRow(
        norm=result.norm,
        verdict=Verdict(result.verdict),
        group=result.group or None,
        numerator=result.numerator,
        denominator=result.denominator,
        value=Fraction(result.value_exact) if result.value_exact else None,
        limit=Fraction(result.limit_exact) if result.limit_exact else None,
        unit=Unit(result.unit) if result.unit else None,
        material=result.material,
        readings=tuple(result.readings),
        edition=result.edition,
    )


@cache
def pages(edition: str) -> dict[str, CatalogueNorm]:
    return {norm.number: norm for norm in catalogue(edition or LATEST)}
