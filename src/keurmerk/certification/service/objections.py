"""Objections and appeals."""

from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.models import Decision


def decided(decision: Decision, *, by: User, today: date) -> None:
    """Carry out a signed decision on an objection."""
    raise NotImplementedError


def miss_repairs(today: date) -> int:
    """Every objection whose repair term has passed; returns how many."""
    raise NotImplementedError
