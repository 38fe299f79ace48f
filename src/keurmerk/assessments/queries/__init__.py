"""Reads for the outcome pages."""

from keurmerk.assessments.queries.comparing import Comparison, MovedNorm, compare
from keurmerk.assessments.queries.explanation import (
    ExplanationFilter,
    ExplanationPage,
    ExplanationRow,
    explanation_page,
    page_of,
)
from keurmerk.assessments.queries.judged_rows import judged_dossier_of, receipt_archive
from keurmerk.assessments.queries.norms import (
    NormLine,
    PreviewLine,
    newest_assessment,
    norm_lines,
    outcome_of,
    preview_lines,
)

__all__ = [
    "Comparison",
    "ExplanationFilter",
    "ExplanationPage",
    "ExplanationRow",
    "MovedNorm",
    "NormLine",
    "PreviewLine",
    "compare",
    "explanation_page",
    "judged_dossier_of",
    "newest_assessment",
    "norm_lines",
    "outcome_of",
    "page_of",
    "preview_lines",
    "receipt_archive",
]
