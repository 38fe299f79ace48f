"""Judging: a dry run when an upload is checked, and for good when it is committed."""

from keurmerk.assessments.service.assessing import assess, commit_upload
from keurmerk.assessments.service.checking import check_upload

__all__ = ["assess", "check_upload", "commit_upload"]
