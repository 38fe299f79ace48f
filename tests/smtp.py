"""A real mail server on this machine: it keeps what it takes, and answers what a test tells it to.

A folder of tests gets the fixture by importing `mail_server` in its conftest.py.
"""

import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

OK = "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class MailServer:
    """`to_recipient` and `to_data` are its answers; `hang_up` breaks the line after the data."""

    def __init__(self) -> None:
        self.port = free_port()
        self.raw: list[bytes] = []
        self.to_recipient = self.to_data = OK
        self.hang_up = False
        self._controller: Controller | None = None

    @property
    def mails(self) -> list[EmailMessage]:
        return [message_from_bytes(data, policy=policy.default) for data in self.raw]

    def only_mail(self) -> EmailMessage:
        (only,) = self.mails
        return only

    @property
    def settings(self) -> dict[str, Any]:
        """What MAILERS must be to reach it."""
        options = {"host": "127.0.0.1", "port": self.port, "timeout": 5}
        return {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}

    def start(self) -> None:
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        if self._controller:
            self._controller.stop()
            self._controller = None

    async def handle_RCPT(  # noqa: N802 (the library's name)
        self, _server: SMTP, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if self.to_recipient == OK:
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, server: SMTP, _session: Any, envelope: Any) -> str:  # noqa: N802
        if self.to_data == OK:
            self.raw.append(envelope.content)
        if self.hang_up:
            server.transport.close()
        return self.to_data


@pytest.fixture
def mail_server(settings: Any) -> Iterator[MailServer]:
    """A mail server that is up, and to which this test's mail goes."""
    server = MailServer()
    settings.MAILERS = server.settings
    server.start()
    yield server
    server.stop()
