"""Objections: filed, mended, admitted, heard, decided (§7.10; Awb 6:4-6:11, 7:1-7:13)."""

from keurmerk.certification.service.objections.answering import decided, end_unused_rights
from keurmerk.certification.service.objections.filing import Filing, file
from keurmerk.certification.service.objections.handling import (
    admit,
    hear,
    postpone,
    record_advice,
    report_committee,
    to_committee,
    waive_hearing,
    withdraw,
)
from keurmerk.certification.service.objections.judging import (
    explain_lateness,
    give_notice_of_default,
    judge_interest,
    judge_lateness,
)
from keurmerk.certification.service.objections.knowing import known_of, obstacles_for
from keurmerk.certification.service.objections.repairing import (
    Supplement,
    ask_repair,
    miss_repairs,
    repair,
)

__all__ = [
    "Filing",
    "Supplement",
    "admit",
    "ask_repair",
    "decided",
    "end_unused_rights",
    "explain_lateness",
    "file",
    "give_notice_of_default",
    "hear",
    "judge_interest",
    "judge_lateness",
    "known_of",
    "miss_repairs",
    "obstacles_for",
    "postpone",
    "record_advice",
    "repair",
    "report_committee",
    "to_committee",
    "waive_hearing",
    "withdraw",
]
