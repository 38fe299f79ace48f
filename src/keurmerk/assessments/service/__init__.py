"""Judging: a dry run when an upload is checked, and for good when it is committed."""

from keurmerk.assessments.service.assessing import assess, assess_since, commit_upload
from keurmerk.assessments.service.checking import check_upload

__all__ = ["assess", "assess_since", "check_upload", "commit_upload"]
