"""Sending once more what did not arrive, when staff have mended the address or the mail server."""

from datetime import datetime

from keurmerk.accounts.models import User
from keurmerk.journal import service as journal
from keurmerk.journal.unit import journaled
from keurmerk.messaging.enums import MessageState
from keurmerk.messaging.errors import NotResendableError
from keurmerk.messaging.models import Message
from keurmerk.messaging.service.queueing import KEEP_TRYING, address_of

NOT_NOW = "Dit bericht kan nu niet opnieuw worden verstuurd: {}."
GONE = "Van dit bericht wordt de tekst niet meer bewaard; het kan niet opnieuw worden verstuurd."


@journaled
def resend(message: Message, *, resent_by: User, now: datetime) -> Message:
    """Back in the queue, to the address that the receiver's account has now; same text, same Message-ID."""
    held = Message.objects.select_for_update(of=("self",)).select_related("recipient").get(pk=message.pk)
    if held.content_deleted_on:
        raise NotResendableError(GONE)
    if not held.can_be_resent:
        raise NotResendableError(NOT_NOW.format(held.get_state_display()))
    if held.recipient:
        held.address = address_of(held.recipient)
    held.state, held.sent_at = MessageState.QUEUED, None
    held.next_attempt_at, held.give_up_at = now, now + KEEP_TRYING
    held.save(update_fields=["address", "state", "sent_at", "next_attempt_at", "give_up_at"])
    journal.record(actor=resent_by, kind="message.resent", subject=held, payload={"kind": held.kind})
    return held
