"""Reading what a mail server sends back: a report (RFC 3464) that a mail could not be delivered after all."""

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.parser import HeaderParser

REPORT = "message/delivery-status"
ORIGINALS = frozenset({"message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"})
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Bounce:
    """`message_id` is of the mail that came back, `told` what the servers said."""

    message_id: str
    told: str


def read_bounce(data: bytes) -> Bounce | None:
    """Nothing for all else that lands in the box of the sender: delays, answers of machines, rubbish."""
    try:
        mail = message_from_bytes(data, policy=policy.compat32)
        failures = [told for part in _reports(mail) if (told := _failure(part))]
        message_id = next(_ids_of_original(mail), "")
    except (ValueError, LookupError, AttributeError, TypeError):  # what email's parser raises on rubbish
        return None
    if not failures or not message_id:
        return None
    return Bounce(message_id, "; ".join(failures)[:LONGEST])


def _reports(mail: Message) -> Iterator[Message]:
    """The blocks of a report, one per receiver; the first tells of the mail as a whole and has no action."""
    for part in mail.walk():
        if part.get_content_type() == REPORT:
            blocks = part.get_payload()
            yield from (block for block in blocks if isinstance(block, Message))


def _failure(block: Message) -> str:
    """What is told of a receiver who was not reached; nothing for a delay or a delivery."""
    if _field(block, "Action").lower() != "failed":
        return ""
    said = _field(block, "Diagnostic-Code").partition(";")[2].strip() or _field(block, "Status")
    return said or "teruggestuurd zonder reden"


def _ids_of_original(mail: Message) -> Iterator[str]:
    for part in mail.walk():
        if part.get_content_type() in ORIGINALS:
            for original in _mails_in(part):
                if found := _field(original, "Message-ID"):
                    yield found
    for name in ("In-Reply-To", "References", "Original-Message-ID"):
        if found := _field(mail, name):
            yield found.split()[-1]


def _mails_in(part: Message) -> Iterator[Message]:
    content = part.get_payload()
    if isinstance(content, list):
        yield from (one for one in content if isinstance(one, Message))
    else:
        text = part.get_payload(decode=True)
        if isinstance(text, bytes):
            yield HeaderParser().parsestr(text.decode(errors="replace"))


def _field(block: Message | EmailMessage, name: str) -> str:
    return " ".join(str(block.get(name, "")).split())
