"""Every write of deliveries, and every reading of what holds names. Messages of errors may be shown."""

from keurmerk.results.service.checking import (
    Check,
    Checked,
    begin_check,
    fail_check,
    finish_check,
    original_on_disk,
    refuse,
    report_progress,
    silent_since,
)
from keurmerk.results.service.committing import commit, must_be_ready, tick_warnings, withdraw
from keurmerk.results.service.keeping import delete_due, keep_longer
from keurmerk.results.service.opening import open_error_workbook, open_original, open_personal, open_problems
from keurmerk.results.service.receiving import Received, receive
from keurmerk.results.service.scheme import SurveyNumbers, add_survey_outcome, announce_pass_rate

__all__ = [
    "Check",
    "Checked",
    "Received",
    "SurveyNumbers",
    "add_survey_outcome",
    "announce_pass_rate",
    "begin_check",
    "commit",
    "delete_due",
    "fail_check",
    "finish_check",
    "keep_longer",
    "must_be_ready",
    "open_error_workbook",
    "open_original",
    "open_personal",
    "open_problems",
    "original_on_disk",
    "receive",
    "refuse",
    "report_progress",
    "silent_since",
    "tick_warnings",
    "withdraw",
]
