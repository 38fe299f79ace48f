"""Two uploads of one school side by side."""

from dataclasses import dataclass
from typing import Any

from keurmerk.assessments.queries.norms import outcome_of
from keurmerk.intake.differences import TableDifference
from keurmerk.results.models import Upload
from keurmerk.results.queries import compare_rows

COMPARED = ("oordeel", "teller", "noemer", "waarde", "grens")


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


def compare(before: Upload, after: Upload) -> Comparison:
    """Rows and norms that differ between two uploads of one school, committed or checked."""
    old, new = (_by_label(outcome_of(upload)) for upload in (before, after))
    moved = (
        MovedNorm(label, old.get(label), new.get(label))
        for label in dict.fromkeys([*new, *old])
        if _numbers(old.get(label)) != _numbers(new.get(label))
    )
    return Comparison(compare_rows(before, after), tuple(moved))


def _by_label(outcome: dict[str, Any] | None) -> dict[str, dict[str, Any]]:
    rows = outcome["normen"] if outcome else []
    return {f"{row['norm']}:{row['groep']}" if row["groep"] else row["norm"]: row for row in rows}


def _numbers(row: dict[str, Any] | None) -> list[Any] | None:
    return [row[name] for name in COMPARED] if row else None
