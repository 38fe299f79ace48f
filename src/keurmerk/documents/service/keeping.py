"""Removing what may no longer be kept, and keeping longer what is disputed."""

from datetime import date

from django.utils import timezone

from keurmerk.documents.errors import GoneError, InvalidEntryError
from keurmerk.documents.models import Document
from keurmerk.documents.queries import due
from keurmerk.documents.service.opening import GONE
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM, Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.shared.files import EncryptedStore


def remove_due(today: date) -> int:
    """Remove the contents of every document whose time is over, one by one; returns how many went."""
    return sum(_remove(found.pk, today) for found in due(today))


@journaled
def keep_longer(document: Document, *, until: date, ground: str, decided_by: Party | Recordable) -> None:
    """Hold a document while an objection or an appeal runs. Never shortens its term."""
    held = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if held.is_removed:
        raise GoneError(GONE)
    if not ground.strip():
        raise InvalidEntryError("Zeg waarom dit document langer bewaard moet blijven.")
    if until <= held.keep_until:
        raise InvalidEntryError("Het document blijft al zo lang bewaard. Kies een latere dag.")
    held.keep_until = until
    held.save(update_fields=["keep_until"])
    journal.record(
        actor=decided_by,
        kind="document.kept_longer",
        subject=held,
        payload={"until": str(until)},
        ground=ground,
    )


@journaled
def discard(document: Document, *, by: Party | Recordable) -> None:
    """Who added it took it back before it was handed in: its contents go at once."""
    held = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if held.stored_as is not None:
        _empty(held, timezone.localdate(), by)


@journaled
def _remove(pk: int, today: date) -> bool:
    held = Document.objects.select_for_update(of=("self",)).select_related("school").get(pk=pk)
    if held.stored_as is None or held.keep_until >= today:
        return False  # another worker was first, or an objection came in
    _empty(held, today, SYSTEM)
    return True


def _empty(held: Document, today: date, by: Party | Recordable) -> None:
    EncryptedStore.configured().delete_on_commit(held.stored_as or "")
    held.stored_as, held.title, held.filename, held.removed_on = None, "", "", today
    held.save(update_fields=["stored_as", "title", "filename", "removed_on"])
    journal.record(actor=by, kind="document.removed", subject=held, payload={"sha256": held.sha256})
