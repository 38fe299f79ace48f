"""Reads for the outcome pages; the number of queries does not grow with the number of norms."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from keurmerk.assessments.models import Assessment, NormResult
from keurmerk.intake.differences import TableDifference
from keurmerk.results.models import Delivery, Upload
from rulebook.judgement.what_if import WhatIf
from rulebook.norms.catalogue import CatalogueNorm


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


@dataclass(frozen=True, slots=True)
class ExplanationFilter:
    """Empty means: all. `search` looks in the id."""

    norm: str = ""
    group: str = ""
    table: str = ""
    counts: str = ""
    reason: str = ""
    search: str = ""


@dataclass(frozen=True, slots=True)
class ExplanationRow:
    norm: str
    group: str
    table: str
    id: str
    counts: str
    reason: str
    reason_text: str


@dataclass(frozen=True, slots=True)
class ExplanationPage:
    """`total` is the number of rows after filtering; `choices` the values to filter by, per column."""

    rows: tuple[ExplanationRow, ...]
    total: int
    choices: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class MovedNorm:
    """A norm whose verdict or numbers differ; None where the norm or group was not there."""

    label: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Comparison:
    tables: tuple[TableDifference, ...]
    norms: tuple[MovedNorm, ...]


def newest_assessment(delivery: Delivery) -> Assessment | None:
    raise NotImplementedError


def norm_lines(assessment: Assessment) -> tuple[NormLine, ...]:
    """All norms in the handbook's order: one query."""
    raise NotImplementedError


def preview_lines(upload: Upload) -> tuple[PreviewLine, ...]:
    """What the norms would come out at; empty when the upload was not checked."""
    raise NotImplementedError


def explanation_page(
    assessment: Assessment,
    wanted: ExplanationFilter,
    *,
    sort: Sequence[str] = (),
    first: int = 0,
    size: int = 50,
) -> ExplanationPage:
    """Rows of the explanation, filtered, sorted (`id`, `-id`, `table` …) and cut straight from Parquet.

    Raises GoneError when the retention date has come. For a download give a `size` of `explanation_rows`.
    """
    raise NotImplementedError


def compare(before: Upload, after: Upload) -> Comparison:
    """Rows and norms that differ between two uploads of one school, committed or checked."""
    raise NotImplementedError


def receipt_archive(assessment: Assessment) -> bytes:
    """The receipt and its snapshot as a zip that `keurmerk verify` reads anywhere."""
    raise NotImplementedError
