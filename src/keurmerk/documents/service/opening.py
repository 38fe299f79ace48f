"""Reading a document: told in the journal before it is given."""

import hashlib

from keurmerk.documents.errors import DamagedFileError, GoneError
from keurmerk.documents.models import Document
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM, Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.shared.cipher import CannotOpenError
from keurmerk.shared.files import EncryptedStore

GONE = "Dit document is verwijderd, omdat de bewaartermijn voorbij is."
DAMAGED = (
    "‘{filename}’ is niet meer zoals het werd toegevoegd en wordt daarom niet gegeven. "
    "Neem contact op met Blik op Werk: zij kunnen het terugzetten uit een reservekopie."
)


def read(document: Document, *, opened_by: Party | Recordable, ground: str = "") -> bytes:
    """The contents as they were added. Whether this person may see them, `for_user` has said.

    Raises GoneError when they were removed, and DamagedFileError, which the journal tells too, when they
    are not what was added.
    """
    if document.is_removed:
        raise GoneError(GONE)
    _tell("document.opened", document, opened_by, ground)
    return contents(document)


def contents(document: Document) -> bytes:
    """For the product itself, as when it sends a letter; what a person opens goes through `read`.

    Raises what `read` raises.
    """
    try:
        data = EncryptedStore.configured().get(document.stored_as or "")
    except (FileNotFoundError, CannotOpenError, ValueError) as error:
        if not Document.objects.present().filter(pk=document.pk).exists():
            raise GoneError(GONE) from None
        raise _damaged(document) from error
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise _damaged(document)
    return data


def _damaged(document: Document) -> DamagedFileError:
    _tell("document.damaged", document, SYSTEM, "")
    return DamagedFileError(DAMAGED.format(filename=document.filename))


@journaled
def _tell(kind: str, document: Document, actor: Party | Recordable, ground: str) -> None:
    journal.record(
        actor=actor, kind=kind, subject=document, payload={"sha256": document.sha256}, ground=ground
    )
