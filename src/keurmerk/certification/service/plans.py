"""Improvement plans."""

from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.models import Decision


def judged(decision: Decision, *, by: User, today: date) -> None:
    """Carry out a signed judgement of a plan."""
    raise NotImplementedError


def miss_due(today: date) -> int:
    """Every plan whose last day has passed; returns how many."""
    raise NotImplementedError
