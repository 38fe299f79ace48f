"""What differs between two uploads, in words: rows per table, and norms that moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from keurmerk.assessments.queries import MovedNorm
from keurmerk.intake.differences import ChangedRow, TableDifference
from keurmerk.web.components.meter import Meter, meter_of
from keurmerk.web.components.verdicts import Look
from keurmerk.web.outcomes.norm_lines import title_of

MOST_SHOWN = 100
"""Of one kind in one table; the rest is counted."""


@dataclass(frozen=True, slots=True)
class TableLine:
    table: str
    added: int
    changed: int
    removed: int
    added_keys: tuple[str, ...]
    removed_keys: tuple[str, ...]
    changed_rows: tuple[ChangedRow, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class Side:
    look: Look
    value: str
    figures: str


@dataclass(frozen=True, slots=True)
class MovedLine:
    norm: str
    group: str
    title: str
    before: Side | None
    after: Side | None
    turned: bool
    """The oordeel itself differs, not only the figures."""


def table_lines(tables: Sequence[TableDifference]) -> tuple[TableLine, ...]:
    return tuple(
        TableLine(
            found.table,
            len(found.added),
            len(found.changed),
            len(found.removed),
            found.added[:MOST_SHOWN],
            found.removed[:MOST_SHOWN],
            found.changed[:MOST_SHOWN],
            cut=max(len(found.added), len(found.changed), len(found.removed)) > MOST_SHOWN,
        )
        for found in tables
    )


def moved_lines(norms: Sequence[MovedNorm]) -> tuple[MovedLine, ...]:
    """Those whose oordeel differs stand first."""
    return tuple(sorted((_moved(found) for found in norms), key=lambda line: not line.turned))


def _moved(found: MovedNorm) -> MovedLine:
    norm, _, group = found.label.partition(":")
    turned = (found.before or {}).get("oordeel") != (found.after or {}).get("oordeel")
    return MovedLine(norm, group, title_of(norm), _side(found.before), _side(found.after), turned)


def _side(row: dict[str, Any] | None) -> Side | None:
    if row is None:
        return None
    meter: Meter = meter_of(row)
    return Side(meter.look, meter.value or "", meter.figures or "")
