"""A mail belongs to the transaction of its act: both happen or neither, and asking twice mails once."""

import pytest
from django.db import transaction
from django.db.transaction import TransactionManagementError

from keurmerk.journal.party import Party
from keurmerk.messaging.enums import MessageState
from keurmerk.messaging.errors import NotAnAddressError
from keurmerk.messaging.models import Message
from keurmerk.messaging.service import queue
from tests.factories.accounts import make_user
from tests.factories.messages import make_message
from tests.factories.organisations import make_school

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_queued():
    with pytest.raises(TransactionManagementError):
        queue(to="a@voorbeeld.example", subject="x", body="x", kind="k", key="k")
    assert not Message.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_act_that_is_rolled_back_mails_nothing():
    @transaction.atomic
    def act():
        make_message()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        act()
    assert not Message.objects.exists()


def test_the_same_key_gives_the_message_of_then():
    first = make_message(key="decision:1", subject="Besluit")
    assert make_message(key="decision:1", subject="Iets anders") == first
    assert Message.objects.get().subject == "Besluit"


def test_a_message_remembers_receiver_school_and_what_it_is_about():
    user, school = make_user(), make_school()
    message = make_message(to=user, school=school, about=Party("decision", "7", "besluit 7"))
    assert (message.recipient, message.address, message.school) == (user, user.email, school)
    assert message.about == Party("decision", "7", "besluit 7")
    assert message.state == MessageState.QUEUED


def test_lines_in_a_subject_become_one_line():
    message = make_message(subject="Besluit\r\nBcc: iedereen@elders.example")
    assert message.subject == "Besluit Bcc: iedereen@elders.example"


def test_an_overlong_subject_is_cut_where_one_sees_it():
    assert make_message(subject="x" * 300).subject == "x" * 249 + "…"


@pytest.mark.parametrize(
    "address", ["", "geen adres", "a@b.example\nBcc: c@d.example", "a@b.example, c@d.example"]
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(NotAnAddressError, match="is geen e-mailadres"):
        make_message(to=address)


def test_every_message_has_its_own_id_at_the_host_of_the_sender(settings):
    settings.DEFAULT_FROM_EMAIL = "Blik op Werk <keurmerk@blik.example>"
    first, second = make_message(), make_message()
    assert first.message_id != second.message_id
    assert first.message_id.endswith("@blik.example>")
