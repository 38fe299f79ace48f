"""The rows under a dry run, judged once more: nothing of a trial is stored but its outcome."""

import polars as pl

from keurmerk.assessments.service.assessing import judged_dossier
from keurmerk.results.models import Upload
from keurmerk.results.queries import dossier_of


def preview_explanation(upload: Upload) -> pl.DataFrame:
    """Raises GoneError when the rows are not or no longer kept."""
    return judged_dossier(dossier_of(upload), upload.school, upload.period).outcome.explanation
