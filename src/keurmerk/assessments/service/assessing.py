"""Judging a delivery and storing what came out."""

from keurmerk.assessments.models import Assessment
from keurmerk.journal.party import Party, Recordable
from keurmerk.results.models import Delivery, Upload


def commit_upload(
    upload: Upload, *, committed_by: Party | Recordable, over_newer: bool = False
) -> Assessment:
    """Deliver for good and judge, in one transaction. Raises what results.service.commit raises."""
    raise NotImplementedError


def assess(delivery: Delivery, *, assessed_by: Party | Recordable) -> Assessment:
    """Judge a delivery again, with the pass rates and the survey outcome of now.

    When nothing differs from the newest assessment, that one is given and nothing is stored.
    """
    raise NotImplementedError
