"""How long what is not finished stays: our readings, for the handbook gives no number."""

from datetime import date, timedelta

DRAFT_DAYS = 90
"""A draft nobody edits for so long is deleted with its attachments."""
REMIND_DAYS = 14
"""So long before, everybody who fills it in is told."""
UNCONFIRMED_DAYS = 7
"""Who does not confirm an address is forgotten."""
INTEREST_DAYS = 365
"""An interest that led to nothing."""
COMPLETE_WEEKS = 4
REPAIR_WEEKS = 4
"""What staff are offered as the term for a chance; they may choose another day."""


def expires_on(edited: date) -> date:
    return edited + timedelta(days=DRAFT_DAYS)
