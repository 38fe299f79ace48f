"""What goes into a letter, gathered from a decision and all that hangs on it."""

from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.models import Change, Decision, Intention, Mandate
from keurmerk.letters import Letter


def decision_letter(
    decision: Decision, change: Change | None, *, signer: User, mandate: Mandate, today: date
) -> Letter:
    raise NotImplementedError


def intention_letter(intention: Intention, *, sender: User, today: date) -> Letter:
    raise NotImplementedError
