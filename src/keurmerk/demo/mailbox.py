"""Where the mail of the demo ends up: a file per mail, newest first, read again for its page."""

import os
import re
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from uuid import uuid4

NAME = re.compile(r"[0-9]{14,20}-[0-9a-f]{32}")
ENDING = ".eml"


@dataclass(frozen=True, slots=True)
class Attached:
    number: int
    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    key: str
    arrived: datetime
    to: str
    subject: str
    text: str
    attachments: tuple[Attached, ...]


class Mailbox:
    """One folder. A mail is whole or not there: it is written beside its place, then moved in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, data: bytes, *, receivers: list[str]) -> str:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        key = f"{datetime.now(UTC):%Y%m%d%H%M%S%f}-{uuid4().hex}"
        envelope = "".join(f"X-Demo-To: {' '.join(receiver.split())}\r\n" for receiver in receivers)
        handle, draft = tempfile.mkstemp(dir=self._folder)
        with os.fdopen(handle, "wb") as out:
            out.write(envelope.encode() + data)
            out.flush()
            os.fsync(out.fileno())
        Path(draft).replace(self._folder / f"{key}{ENDING}")
        return key

    def keys(self) -> list[str]:
        """Newest first."""
        return sorted((path.stem for path in self._folder.glob(f"*{ENDING}")), reverse=True)

    def read(self, key: str) -> Mail | None:
        if not NAME.fullmatch(key):
            return None
        try:
            data = (self._folder / f"{key}{ENDING}").read_bytes()
        except FileNotFoundError:
            return None
        return _mail(key, data)


def _mail(key: str, data: bytes) -> Mail:
    mail = message_from_bytes(data, policy=policy.default)
    body = mail.get_body(("plain", "html"))
    return Mail(
        key=key,
        arrived=datetime.strptime(key.partition("-")[0], "%Y%m%d%H%M%S%f").replace(tzinfo=UTC),
        to=", ".join(str(to) for to in mail.get_all("X-Demo-To", [])),
        subject=str(mail.get("Subject", "")),
        text=str(body.get_content()).replace("\r\n", "\n") if body else "",
        attachments=tuple(_attached(number, part) for number, part in enumerate(mail.iter_attachments(), 1)),
    )


def _attached(number: int, part: EmailMessage) -> Attached:
    data = part.get_payload(decode=True)
    return Attached(
        number=number,
        name=part.get_filename() or f"bijlage-{number}",
        media_type=part.get_content_type(),
        data=data if isinstance(data, bytes) else b"",
    )
