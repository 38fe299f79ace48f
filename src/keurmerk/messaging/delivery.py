"""Bringing what is due to the mail server, one message at a time, and noting what the server said.

The order makes that a mail is never missing: taken and committed, then sent, then committed as sent. Whoever
dies in between leaves a lease that runs out. Only between the server's yes and our commit can that make a
second copy; it has the same Message-ID and is counted (`possible_duplicates`).
"""

import logging
import smtplib
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from email.utils import format_datetime
from time import monotonic, sleep

from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.db import OperationalError, connection
from django.utils import timezone

from keurmerk.documents import service as documents
from keurmerk.documents.errors import DocumentError
from keurmerk.messaging import service, texts
from keurmerk.messaging.models import Message

WAITS_TO_NOTE = (1, 5, 20)
PERMANENT = range(500, 600)
HEADERS = {
    "Auto-Submitted": "auto-generated",  # RFC 3834: no machine answers this
    "X-Auto-Response-Suppress": "All",
}

logger = logging.getLogger(__name__)


def send_due(now: datetime, *, stopping: Callable[[], bool] = lambda: False) -> int:
    """Send everything that is due, until told to stop; returns how many the server took.

    Ends early when the server cannot be reached: the others would not get through either.
    """
    started, sent = monotonic(), 0

    def moment() -> datetime:
        return now + timedelta(seconds=monotonic() - started)

    line = Line()
    try:
        while not stopping() and (message := service.claim(moment())):
            reached, taken = _send(message, line, moment)
            sent += taken
            if not reached:
                break
    finally:
        line.hang_up()
    return sent


class Line:
    """The line to the mail server: opened when first needed, and anew after it broke."""

    def __init__(self) -> None:
        self._backend: BaseEmailBackend | None = None

    def pick_up(self) -> BaseEmailBackend:
        if self._backend is None:
            self._backend = mailers.default
            self._backend.open()
        return self._backend

    def hang_up(self) -> None:
        """What the server says to a goodbye changes nothing about what it took."""
        if self._backend is not None:
            with suppress(OSError):
                self._backend.close()
            self._backend = None


def _send(message: Message, line: Line, moment: Callable[[], datetime]) -> tuple[bool, bool]:
    """Whether the server could be reached, and whether it took the message."""
    mail = _written(message, moment)
    if mail is None:
        return True, False
    try:
        backend = line.pick_up()
    except OSError as error:
        service.put_back(message, told(error), now=moment())
        return False, False
    try:
        backend.send_messages([mail])
    except OSError as error:
        line.hang_up()
        _note(message, error, moment())
        return True, False
    except ValueError as error:  # an address that cannot be written in a mail
        service.mark_unsendable(message, str(error))
        return True, False
    return True, _noted(message, moment)


def _noted(message: Message, moment: Callable[[], datetime]) -> bool:
    """The server has it. A database that is away for a moment is no reason to send a second copy."""
    for wait in WAITS_TO_NOTE:
        try:
            return service.mark_sent(message, now=moment())
        except OperationalError:
            logger.warning("message %s was sent, which cannot be noted yet", message.public_id)
            connection.close()
            sleep(wait)
    return service.mark_sent(message, now=moment())


def _written(message: Message, moment: Callable[[], datetime]) -> EmailMessage | None:
    try:
        return email_of(message)
    except DocumentError as error:
        service.mark_unsendable(message, str(error))
    except Exception as error:
        logger.exception("message %s could not be made", message.public_id)
        service.put_back(message, f"{type(error).__name__}: {error}", now=moment())
    return None


def _note(message: Message, error: OSError, now: datetime) -> None:
    """What smtplib raises are OSErrors. Without an answer it is open whether the server took the mail."""
    code = code_of(error)
    if code is None:
        service.put_back(message, told(error), now=now, unsure=True)
    elif code in PERMANENT and not isinstance(error, smtplib.SMTPSenderRefused):
        service.mark_refused(message, told(error))
    else:  # not now, or something about us that the keeper of the server can mend
        service.put_back(message, told(error), now=now)
    logger.warning("message %s was not taken: %s", message.public_id, code or type(error).__name__)


def email_of(message: Message) -> EmailMessage:
    """Plain text with its attachments. Raises DocumentError when one of these is no longer kept."""
    own = {
        "Message-ID": message.message_id,
        "Date": format_datetime(timezone.localtime(message.created_at)),
        "X-Keurmerk-Kind": message.kind,
    }
    body = texts.as_sent(message.kind, message.body, message.about_id)
    mail = EmailMessage(message.subject, body, to=[message.address], headers=HEADERS | own)
    for attachment in message.attachments.select_related("document"):
        document = attachment.document
        text = document.media_type.startswith(("text/", "message/"))  # written anew on its way: not whole
        media_type = "application/octet-stream" if text else document.media_type
        mail.attach(document.filename, documents.contents(document), media_type)
    return mail


def code_of(error: OSError) -> int | None:
    """The server's number, when it gave one: it refused us, the only receiver, or what we brought."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return next((code for code, _ in error.recipients.values()), None)
    return error.smtp_code if isinstance(error, smtplib.SMTPResponseException) else None


def told(error: OSError) -> str:
    """What the server said, as one line to show to staff."""
    match error:
        case smtplib.SMTPRecipientsRefused():
            code, text = next(iter(error.recipients.values()))
            return in_line(code, text)
        case smtplib.SMTPResponseException():
            return in_line(error.smtp_code, error.smtp_error)
        case _:
            return in_line(type(error).__name__, str(error))


def in_line(what: object, text: bytes | str) -> str:
    words = text.decode(errors="replace") if isinstance(text, bytes) else text
    return " ".join(f"{what} {words}".split())
