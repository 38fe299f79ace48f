"""What goes into a letter, gathered from a decision and all that hangs on it."""

from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.models import Change, Decision, Intention, Mandate, Objection, Plan
from keurmerk.letters import Letter


def decision_letter(
    decision: Decision, change: Change | None, *, signer: User, mandate: Mandate, today: date
) -> Letter:
    raise NotImplementedError


def intention_letter(intention: Intention, *, sender: User, today: date) -> Letter:
    raise NotImplementedError


def plan_request_letter(plan: Plan, *, reference: str, sender: User, today: date) -> Letter:
    """The plan has its grounds, facts, file_by; its running term has code plan_indienen."""
    raise NotImplementedError


def objection_receipt_letter(
    objection: Objection, *, reference: str, sender: User | None, today: date
) -> Letter:
    """Terms: beslissing_bezwaar; te_laat_uitleggen when it is late."""
    raise NotImplementedError


def objection_repair_letter(
    objection: Objection, *, reference: str, missing: list[str], sender: User, today: date
) -> Letter:
    """Term: bezwaar_herstellen."""
    raise NotImplementedError


def objection_postponement_letter(
    objection: Objection, *, reference: str, earlier: date, because: str, sender: User, today: date
) -> Letter:
    """Term: beslissing_bezwaar as it is after the postponement; `earlier` is its last day before that."""
    raise NotImplementedError
