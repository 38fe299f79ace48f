"""Nobody has to ask: the worker's own thread sends what was committed, within seconds."""

import time

import pytest

from keurmerk.messaging.enums import MessageState
from keurmerk.shared import chores
from tests.factories.messages import make_message

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_message_leaves_by_itself_and_stopping_leaves_nothing_half(mail_server):
    (mail,) = (chore for chore in chores.registered() if chore.name == "mail")
    work = chores.Running([mail])
    message = make_message()
    until = time.monotonic() + 10
    while not mail_server.mails and time.monotonic() < until:
        time.sleep(0.05)
    work.stop()
    message.refresh_from_db()
    assert (message.state, len(mail_server.mails)) == (MessageState.SENT, 1)
