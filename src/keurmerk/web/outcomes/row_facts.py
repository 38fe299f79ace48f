"""The school's own cells beside a row of the explanation, as they were judged: no names are kept there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from keurmerk.assessments.models import Assessment
from keurmerk.assessments.queries import ExplanationRow, judged_dossier_of
from keurmerk.intake.cells import shown
from keurmerk.intake.schema import BY_NAME, Table
from keurmerk.results.errors import GoneError
from rulebook.norms.dossier import Dossier

type Place = tuple[str, str]
"""Table and id, as the explanation names a row."""
type Cells = tuple[tuple[str, str], ...]


def cells_of(assessment: Assessment, rows: Sequence[ExplanationRow]) -> Mapping[Place, Cells]:
    """Empty when the rows of the school are no longer kept."""
    try:
        return cells_in(judged_dossier_of(assessment), rows)
    except GoneError:
        return {}


def cells_in(dossier: Dossier, rows: Sequence[ExplanationRow]) -> Mapping[Place, Cells]:
    """The filled cells of each row, by Dutch column name."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.table in BY_NAME:
            wanted[row.table].add(row.id)
    return {
        place: cells
        for name, ids in wanted.items()
        if BY_NAME[name].field in dossier.tables
        for place, cells in _cells(BY_NAME[name], dossier.tables[BY_NAME[name].field], ids)
    }


def _cells(table: Table, frame: pl.DataFrame, ids: set[str]) -> Iterator[tuple[Place, Cells]]:
    if not table.key:
        return
    fields = [table.column(name).field for name in table.key]
    key = pl.concat_str([pl.col(field).cast(pl.String()) for field in fields], separator="/")
    columns = [column for column in table.judged() if column.name not in table.key]
    for row in (
        frame.with_columns(key.alias("the key")).filter(pl.col("the key").is_in(ids)).iter_rows(named=True)
    ):
        filled = ((column.name, shown(column, row[column.field])) for column in columns)
        yield (table.name, row["the key"]), tuple((name, text) for name, text in filled if text)
