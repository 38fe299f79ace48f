"""The demo's mail server takes every mail, keeps it whole, and stops when asked."""

import os
import signal
import smtplib
import subprocess
import sys
import time
from contextlib import suppress

import pytest

from keurmerk.demo.mailbox import Mailbox
from tests.factories.mails import PDF, mail
from tests.smtp import free_port


@pytest.fixture
def server(tmp_path):
    port = free_port()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "KEURMERK_HOME": str(tmp_path),
        "EMAIL_PORT": str(port),
    }
    process = subprocess.Popen([sys.executable, "-m", "keurmerk.demo.mail_server"], env=environment)
    yield process, port, Mailbox(tmp_path / "mailbox")
    process.kill()
    process.wait()


def connected(port, patience=20):
    until = time.monotonic() + patience
    while time.monotonic() < until:
        with suppress(OSError):
            return smtplib.SMTP("127.0.0.1", port, timeout=5)
        time.sleep(0.05)
    raise TimeoutError


def test_the_mail_server_keeps_what_it_takes_and_stops_when_asked(server):
    process, port, box = server
    with connected(port) as line:
        line.send_message(mail(), to_addrs=["verborgen@school.example"])
    (key,) = box.keys()
    kept = box.read(key)
    assert (kept.to, kept.subject) == ("verborgen@school.example", "Besluit over Café ’t Huis")
    assert kept.attachments[0].data == PDF

    with connected(port):  # a line that stays open does not keep it up
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
