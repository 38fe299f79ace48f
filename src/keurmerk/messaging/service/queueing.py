"""Putting a message in the outbox, in the transaction of the act it tells about."""

import uuid
from collections.abc import Sequence
from datetime import timedelta
from email.utils import parseaddr
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import connection
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.journal.party import Party
from keurmerk.messaging.errors import NotAnAddressError
from keurmerk.messaging.models import Attachment, Message
from keurmerk.messaging.models.message import LONGEST_SUBJECT
from keurmerk.organisations.models import School

if TYPE_CHECKING:
    from keurmerk.documents.models import Document

KEEP_TRYING = timedelta(days=4)
NOBODY = Party("", "", "")


def queue(
    *,
    to: User | str,
    subject: str,
    body: str,
    kind: str,
    key: str,
    school: School | None = None,
    about: Party | None = None,
    attachments: Sequence["Document"] = (),
) -> Message:
    """Let a mail leave exactly when the transaction around this is committed; the worker sends it.

    `kind` is `texts.Text.kind`; `key` names the act and the receiver: "decision:<id>:announced:<user>".
    A key that was used before gives the message of then and stores nothing: asking twice mails once.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("a message is queued in the transaction of what it tells")
    now, told = timezone.now(), about or NOBODY
    message, is_new = Message.objects.get_or_create(
        key=key,
        defaults={
            "recipient": to if isinstance(to, User) else None,
            "address": address_of(to),
            "subject": shortened(one_line(subject)),
            "body": body.replace("\r\n", "\n").strip() + "\n",
            "kind": kind,
            "message_id": f"<{uuid.uuid4()}@{_host()}>",
            "next_attempt_at": now,
            "give_up_at": now + KEEP_TRYING,
            "school": school,
            "about_type": told.type,
            "about_id": told.id,
            "about_label": told.label,
        },
    )
    if is_new:
        Attachment.objects.bulk_create(
            Attachment(message=message, document=document) for document in attachments
        )
    return message


def address_of(to: User | str) -> str:
    address = to.email if isinstance(to, User) else to.strip()
    try:
        validate_email(address)
    except ValidationError as error:
        raise NotAnAddressError(f"'{one_line(address)}' is geen e-mailadres.") from error
    return address


def one_line(text: str) -> str:
    """A header ends at the end of its line: what comes after would be a header of somebody else's making."""
    return " ".join(text.split())


def shortened(subject: str) -> str:
    return subject if len(subject) <= LONGEST_SUBJECT else f"{subject[: LONGEST_SUBJECT - 1]}…"


def _host() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
