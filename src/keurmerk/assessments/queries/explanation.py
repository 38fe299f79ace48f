"""The explanation rows of an assessment, read lazily from Parquet: only the page that is asked is made."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from io import BytesIO

import polars as pl

from keurmerk.assessments.models import Assessment
from keurmerk.results.storage import contents_of
from rulebook.norms.reasons import reason_texts

COLUMNS = ("norm", "group", "table", "id", "counts", "reason")
CHOSEN_FROM = ("group", "table", "counts", "reason")


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

    @property
    def reason_text(self) -> str:
        return reason_texts().get(self.reason, self.reason)


@dataclass(frozen=True, slots=True)
class ExplanationPage:
    """`total` is the number of rows after filtering.

    `choices` has the values to filter by, per column, among the rows of the norm that was asked.
    """

    rows: tuple[ExplanationRow, ...]
    total: int
    choices: dict[str, tuple[str, ...]]


def explanation_page(
    assessment: Assessment,
    wanted: ExplanationFilter,
    *,
    sort: Sequence[str] = (),
    first: int = 0,
    size: int = 50,
) -> ExplanationPage:
    """Rows of the explanation, filtered, sorted (`id`, `-id`, `table` …) and cut straight from Parquet.

    Raises GoneError when the retention date has come. For a download give `size` as `explanation_rows`.
    """
    stored = pl.scan_parquet(BytesIO(contents_of(assessment.explanation)))
    return page_of(stored, wanted, sort=sort, first=first, size=size)


def page_of(
    explanation: pl.LazyFrame,
    wanted: ExplanationFilter,
    *,
    sort: Sequence[str] = (),
    first: int = 0,
    size: int = 50,
) -> ExplanationPage:
    """The same of any explanation, stored or just made."""
    stored = explanation.cast(pl.String()).fill_null("")
    of_norm = stored.filter(pl.col("norm") == wanted.norm) if wanted.norm else stored
    found = of_norm.filter(_conditions(wanted))
    page, total, *choices = pl.collect_all(
        [
            _sorted(found, sort).slice(first, size).select(COLUMNS),
            found.select(pl.len()),
            *(of_norm.select(pl.col(column).unique().sort()) for column in CHOSEN_FROM),
        ]
    )
    return ExplanationPage(
        rows=tuple(ExplanationRow(*row) for row in page.iter_rows()),
        total=total.item(),
        choices={
            column: tuple(filter(None, values.to_series()))
            for column, values in zip(CHOSEN_FROM, choices, strict=True)
        },
    )


def _conditions(wanted: ExplanationFilter) -> list[pl.Expr]:
    chosen = [
        pl.col(field.name) == getattr(wanted, field.name)
        for field in fields(wanted)
        if field.name in CHOSEN_FROM and getattr(wanted, field.name)
    ]
    if wanted.search:
        sought = wanted.search.strip().lower()
        chosen.append(pl.col("id").str.to_lowercase().str.contains(sought, literal=True))
    return chosen or [pl.lit(True)]


def _sorted(rows: pl.LazyFrame, sort: Sequence[str]) -> pl.LazyFrame:
    """By what is asked, else in the order of the outcome; equal rows keep that order."""
    names = [name.removeprefix("-") for name in sort]
    if not names or not set(names) <= set(COLUMNS):
        return rows
    return rows.sort(names, descending=[name.startswith("-") for name in sort], maintain_order=True)
