"""Every write of deliveries, and every reading of what holds names. Messages of errors may be shown."""

from keurmerk.results.service.checking import (
    Check,
    begin_check,
    fail_check,
    finish_check,
    refuse,
    report_progress,
)
from keurmerk.results.service.committing import commit, tick_warning, withdraw
from keurmerk.results.service.opening import open_error_workbook, open_original, open_personal, open_problems
from keurmerk.results.service.receiving import Received, receive
from keurmerk.results.service.scheme import SurveyNumbers, add_survey_outcome, announce_pass_rate

__all__ = [
    "Check",
    "Received",
    "SurveyNumbers",
    "add_survey_outcome",
    "announce_pass_rate",
    "begin_check",
    "commit",
    "fail_check",
    "finish_check",
    "open_error_workbook",
    "open_original",
    "open_personal",
    "open_problems",
    "receive",
    "refuse",
    "report_progress",
    "tick_warning",
    "withdraw",
]
