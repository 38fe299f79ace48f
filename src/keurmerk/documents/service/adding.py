"""Taking a document in: file, row and journal line together or not at all."""

from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.documents.enums import DocumentKind, MediaType
from keurmerk.documents.errors import InvalidEntryError
from keurmerk.documents.examining import ExaminedFile, examine
from keurmerk.documents.models import Document
from keurmerk.documents.models.document import MAX_TITLE
from keurmerk.documents.terms import years_after
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.shared.files import EncryptedStore


def add(
    *,
    data: bytes,
    filename: str,
    title: str,
    kind: DocumentKind,
    school: School | None,
    added_by: User | None,
    for_school: bool = True,
    sealed: bool = False,
) -> Document:
    """Examine a file and store it. Raises RefusedFileError (Dutch, names the file and the remedy).

    Examining asks the virus scanner, which may take seconds: inside a transaction of your own, examine
    before it and use `add_examined`. What is sealed this product made itself: that is not scanned, so that
    a scanner that is down stops no decision.
    """
    examined = examine(data=data, filename=filename, made_here=sealed)
    return add_examined(
        examined,
        title=title,
        kind=kind,
        school=school,
        added_by=added_by,
        for_school=for_school,
        sealed=sealed,
    )


@journaled
def add_examined(
    file: ExaminedFile,
    *,
    title: str,
    kind: DocumentKind,
    school: School | None,
    added_by: User | None,
    for_school: bool = True,
    sealed: bool = False,
) -> Document:
    """Store a file that was examined, also deep inside a transaction: when that fails, the file goes too.

    Without a title the filename is one. What is of no school is not for a school.
    """
    if sealed and file.media_type != MediaType.PDF:
        raise InvalidEntryError("Alleen een PDF-bestand kan verzegeld zijn.")
    stored = EncryptedStore.configured().put_with_rows(file.data)
    document = Document.objects.create(
        school=school,
        kind=kind,
        title=(" ".join(title.split()) or file.filename)[:MAX_TITLE],
        filename=file.filename,
        media_type=file.media_type,
        size=stored.size,
        sha256=stored.sha256,
        stored_as=stored.name,
        for_school=for_school and school is not None,
        sealed=sealed,
        scan=file.scan,
        added_by=added_by,
        keep_until=years_after(timezone.localdate()),
    )
    journal.record(
        actor=added_by or SYSTEM,
        kind="document.added",
        subject=document,
        payload={
            "document_kind": document.kind,
            "sha256": document.sha256,
            "for_school": document.for_school,
            "scan": document.scan,
        },
    )
    return document
