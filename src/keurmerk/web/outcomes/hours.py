"""The share in hours beside a share in lessons: for information, the norm counts lessons (I-02)."""

from collections.abc import Sequence
from fractions import Fraction

import polars as pl

from keurmerk.assessments.queries import ExplanationRow
from keurmerk.web.components import dutch
from rulebook.kernel.verdict import Counts
from rulebook.norms.dossier import Dossier

COUNTED_IN_LESSONS = frozenset({"1.7.1.a", "1.7.2.a"})
MINUTES = 60


def hours_words(dossier: Dossier, rows: Sequence[ExplanationRow]) -> str:
    """Empty without lessons. `rows` are all rows of the norm, not one page of them."""
    lessons = dossier.tables.get("lessons")
    if lessons is None or not rows:
        return ""
    counted = pl.DataFrame({"lesson_id": [row.id for row in rows], "counts": [row.counts for row in rows]})
    minutes = counted.join(lessons, on="lesson_id").select(
        "counts", (pl.col("ends") - pl.col("begins")).alias("minutes")
    )
    total = int(minutes.get_column("minutes").sum())
    good = int(minutes.filter(pl.col("counts") == Counts.NUMERATOR.value).get_column("minutes").sum())
    if not total:
        return ""
    hours = f"{dutch.number(Fraction(good, MINUTES), 1)} van {dutch.number(Fraction(total, MINUTES), 1)} uur"
    return f"In uren: {dutch.percent(Fraction(100 * good, total))} ({hours})."
