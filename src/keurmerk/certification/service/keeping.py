"""A letter that is no decision: sealed, kept in the case with its twin."""

from datetime import datetime

from keurmerk import letters
from keurmerk.certification.models import Case, Paper
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.models import Document


def keep_letter(letter: letters.Letter, *, title: str, case: Case, now: datetime) -> Document:
    """In the transaction of the act that it tells."""
    pdf = letters.seal(letters.to_pdf(letter), reason=letter.title, at=now)
    document = documents.add(
        data=pdf,
        filename=f"{letter.reference}.pdf",
        title=f"{title} ({letter.reference})",
        kind=DocumentKind.LETTER,
        school=case.school,
        added_by=None,
        sealed=True,
    )
    Paper.objects.create(case=case, document=document, html=letters.to_html(letter))
    return document


def letter_reference(case: Case, mark: str) -> str:
    """Beside the decisions of the case, which are numbered without a mark."""
    return f"Z{case.number:06d}-{mark}"
