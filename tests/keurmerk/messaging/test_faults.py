"""A worker that dies, and two that want the same message: never missing, never two at once."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from keurmerk.journal.models import Entry
from keurmerk.messaging import delivery, service
from keurmerk.messaging.delivery import send_due
from keurmerk.messaging.enums import MessageState
from keurmerk.messaging.models import Message
from keurmerk.messaging.service.sending import LEASE
from tests.factories.messages import make_message

pytestmark = pytest.mark.django_db(transaction=True)
SCRIPT = Path(__file__).with_name("sender_process.py")
SEED = 20261121


def told(mail_server, die):
    kept = {"ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS"}
    database = {name: str(value) if name == "NAME" else value for name, value in _database().items()}
    return json.dumps(
        {
            "database": {name: value for name, value in database.items() if name in kept},
            "mailers": mail_server.settings,
            "die": die,
            "seed": SEED,
        }
    )


def _database():
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20} if connection.vendor == "sqlite" else {}
    return connection.settings_dict | {"OPTIONS": options}


def sent_by_another_process(mail_server, die):
    return subprocess.run(
        [sys.executable, str(SCRIPT), told(mail_server, die)],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.test"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize(
    ("die", "copies"), [("before the line is opened", 0), ("after the yes", 1)], ids=["before", "after"]
)
def test_a_worker_killed_halfway_leaves_a_message_that_is_sent_later(mail_server, die, copies):
    message = make_message()
    assert sent_by_another_process(mail_server, die).returncode == -signal.SIGKILL
    assert len(mail_server.mails) == copies

    assert send_due(timezone.now()) == 0  # the lease still holds
    assert send_due(timezone.now() + LEASE) == 1

    message.refresh_from_db()
    assert (message.state, message.possible_duplicates) == (MessageState.SENT, 1)
    assert [mail["Message-ID"] for mail in mail_server.mails] == [message.message_id] * (copies + 1)


@pytest.mark.parametrize("kills", [20, pytest.param(200, marks=pytest.mark.proof)])
def test_killed_at_random_no_mail_is_missing_and_every_copy_was_counted(mail_server, kills):
    messages = [make_message(body="x" * 50_000) for _ in range(kills * 3)]

    done = sent_by_another_process(mail_server, kills)

    assert done.returncode == 0, done.stderr
    arrived = Counter(mail["Message-ID"] for mail in mail_server.mails)
    counted = dict(Message.objects.values_list("message_id", "possible_duplicates"))
    assert set(arrived) == {message.message_id for message in messages}
    assert [found for found, copies in arrived.items() if copies > 1 + counted[found]] == []
    assert set(Message.objects.values_list("state", flat=True)) == {MessageState.SENT}
    assert sum(counted.values()) <= kills
    assert Entry.objects.filter(kind="message.sent").count() == len(messages)


def test_two_workers_send_every_message_once(mail_server):
    for _ in range(20):
        make_message()
    start = Barrier(2)

    def work(_number):
        try:
            start.wait()
            return send_due(timezone.now())
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        sent = list(pool.map(work, range(2)))

    assert sum(sent) == 20
    assert len({mail["Message-ID"] for mail in mail_server.mails}) == len(mail_server.mails) == 20
    assert set(Message.objects.values_list("attempts", flat=True)) == {1}


def test_who_lost_the_lease_changes_nothing_but_a_yes_counts():
    make_message()
    now = timezone.now()
    slow = service.claim(now)
    quick = service.claim(now + LEASE)
    assert (slow, quick.possible_duplicates) == (quick, 1)

    assert not service.put_back(slow, "laat", now=now + LEASE)
    assert not service.mark_refused(slow, "laat")
    assert Message.objects.get().state == MessageState.SENDING

    assert service.mark_sent(slow, now=now + LEASE)
    assert not service.put_back(quick, "later", now=now + LEASE)
    assert not service.mark_sent(quick, now=now + LEASE + timedelta(minutes=1))
    assert Message.objects.get().sent_at == now + LEASE
    assert Entry.objects.filter(kind="message.sent").count() == 1


def test_a_database_that_is_away_for_a_moment_makes_no_second_copy(mail_server, monkeypatch):
    message, mark_sent, tried = make_message(), service.mark_sent, []

    def away_at_first(*args, **given):
        tried.append(1)
        if len(tried) == 1:
            raise OperationalError
        return mark_sent(*args, **given)

    monkeypatch.setattr(service, "mark_sent", away_at_first)
    monkeypatch.setattr(delivery, "WAITS_TO_NOTE", (0,))
    assert send_due(timezone.now()) == 1
    message.refresh_from_db()
    assert (message.state, message.possible_duplicates, len(mail_server.mails)) == (MessageState.SENT, 0, 1)
