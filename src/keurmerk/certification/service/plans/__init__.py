"""Improvement plans: asked, filed, judged, carried out (§5.6, §6.2.2, §7.4.3, §7.6)."""

from keurmerk.certification.service.plans.asking import Question, ask
from keurmerk.certification.service.plans.filing import Filed, file, miss_due, request_body
from keurmerk.certification.service.plans.judging import (
    body_advises,
    cancel,
    carried_out,
    fail,
    judged,
    refer,
)
from keurmerk.certification.service.plans.knowing import known_of, obstacles_for

__all__ = [
    "Filed",
    "Question",
    "ask",
    "body_advises",
    "cancel",
    "carried_out",
    "fail",
    "file",
    "judged",
    "known_of",
    "miss_due",
    "obstacles_for",
    "refer",
    "request_body",
]
