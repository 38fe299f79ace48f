"""What checking a seal gives."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SealCheck:
    """`intact`: not a byte has changed. `valid`: intact, and sealed with a certificate we trust."""

    valid: bool
    intact: bool
    signer: str
    at: datetime | None
    by_test_authority: bool
    explanation: str
