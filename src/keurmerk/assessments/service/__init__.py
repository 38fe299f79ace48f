"""Judging: a dry run when an upload is checked, and for good when it is committed."""

from keurmerk.assessments.service.assessing import assess, assess_since, commit_upload
from keurmerk.assessments.service.checking import check_upload
from keurmerk.assessments.service.previewing import preview_explanation

__all__ = ["assess", "assess_since", "check_upload", "commit_upload", "preview_explanation"]
