"""Letters: reviewed texts filled with data, as PDF/UA and as a page, sealed.

    letter = letters.compose("besluit_waarschuwing", data)   # LetterError names the letter and the slot
    pdf = letters.seal(letters.to_pdf(letter), reason=letter.title, at=now)
    page = letters.to_html(letter)

`needs(kind)` tells what a kind asks for; docs/reference/letters.md is the same as a table.
"""

from datetime import datetime

from keurmerk.letters.authority import sealed_by_test_authority, test_root
from keurmerk.letters.composing import compose, kinds, needs
from keurmerk.letters.html import to_html, to_html_page
from keurmerk.letters.letter import Letter, LetterError
from keurmerk.letters.pdf import to_pdf
from keurmerk.letters.plain import to_text
from keurmerk.letters.seal_check import SealCheck

__all__ = [
    "Letter",
    "LetterError",
    "SealCheck",
    "check_seal",
    "compose",
    "kinds",
    "needs",
    "seal",
    "sealed_by_test_authority",
    "test_root",
    "to_html",
    "to_html_page",
    "to_pdf",
    "to_text",
]


def seal(pdf: bytes, *, reason: str, at: datetime) -> bytes:
    """Seal a PDF as the scheme, PAdES B-B; `at` is the moment the seal states."""
    from keurmerk.letters import sealing  # noqa: PLC0415 - takes half a second to import, few processes seal

    return sealing.seal(pdf, reason=reason, at=at)


def check_seal(pdf: bytes) -> SealCheck:
    """Tell whether a file is as it was sealed, and whether the seal is ours."""
    from keurmerk.letters import sealing  # noqa: PLC0415 - idem

    return sealing.check_seal(pdf)
