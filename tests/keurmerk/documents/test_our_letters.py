"""What this product seals itself passes the checks that everybody's files pass."""

from datetime import UTC, datetime

from keurmerk import letters
from keurmerk.documents.enums import MediaType, ScanState
from keurmerk.documents.service import examine
from tests.keurmerk.letters.examples import data_of


def test_a_sealed_letter_is_a_document():
    pdf = letters.to_pdf(letters.compose("voornemen", data_of("voornemen")))
    sealed = letters.seal(pdf, reason="Besluit", at=datetime(2026, 1, 13, tzinfo=UTC))
    taken = examine(data=sealed, filename="besluit.pdf", made_here=True)
    assert (taken.media_type, taken.scan) == (MediaType.PDF, ScanState.MADE_HERE)
