"""The mail server of the demo: takes every mail on this machine and sends none on.

`python -m keurmerk.demo.mail_server`, with the folder in KEURMERK_HOME and the port in EMAIL_PORT.
"""

import asyncio
import os
import signal
from typing import Any

from aiosmtpd.smtp import SMTP
from django.conf import settings

from keurmerk.demo.mailbox import Mailbox

LARGEST = 40 * 1024 * 1024


class Keeper:
    """Says yes only when the mail is kept."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox

    async def handle_DATA(self, _server: SMTP, _session: Any, envelope: Any) -> str:  # noqa: N802
        self._mailbox.add(envelope.content, receivers=envelope.rcpt_tos)
        return "250 OK"


async def serve(mailbox: Mailbox, port: int) -> None:
    """Until a signal comes to stop."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    keeper = Keeper(mailbox)
    server = await loop.create_server(
        lambda: SMTP(keeper, data_size_limit=LARGEST, hostname="localhost"), "127.0.0.1", port
    )
    await stop.wait()
    server.close()


if __name__ == "__main__":
    asyncio.run(serve(Mailbox(settings.MAILBOX_ROOT), int(os.environ["EMAIL_PORT"])))
