"""A file that a school sends along with what it says."""

import hashlib

from keurmerk.accounts.models import User
from keurmerk.certification.models import Case, Paper
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.examining import ExaminedFile
from keurmerk.documents.models import Document
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled


@journaled
def attach(case: Case, file: ExaminedFile, kind: DocumentKind, *, added_by: User) -> Document:
    """Put it in the case. The same contents once more, as after a second press, are the document of then."""
    digest = hashlib.sha256(file.data).hexdigest()
    same = Paper.objects.filter(case=case, document__sha256=digest, document__kind=kind)
    earlier = same.select_related("document").first()
    if earlier is not None:
        return earlier.document
    document = documents.add_examined(
        file, title=kind.label.capitalize(), kind=kind, school=case.school, added_by=added_by
    )
    Paper.objects.create(case=case, document=document)
    journal.record(
        actor=added_by, kind="case.paper", subject=case, payload={"document": str(document.public_id)}
    )
    return document
