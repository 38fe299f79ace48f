"""What goes into each letter, gathered from a decision, an intention, a plan or an objection.

Slots are filled from the record; what the record does not know, staff fill in (`certification.details`).
"""

from keurmerk.certification.letter_data.decisions import decision_letter, letter_obstacles, no_letter
from keurmerk.certification.letter_data.intentions import intention_letter
from keurmerk.certification.letter_data.lapse import lapse_letter
from keurmerk.certification.letter_data.objections import (
    objection_postponement_letter,
    objection_receipt_letter,
    objection_repair_letter,
)
from keurmerk.certification.letter_data.of_plan import plan_request_letter

__all__ = [
    "decision_letter",
    "intention_letter",
    "lapse_letter",
    "letter_obstacles",
    "no_letter",
    "objection_postponement_letter",
    "objection_receipt_letter",
    "objection_repair_letter",
    "plan_request_letter",
]
