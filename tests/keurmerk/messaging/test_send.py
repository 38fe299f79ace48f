"""What arrives at a real mail server, and what we do with its answer."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.service import add, remove_due
from keurmerk.journal.models import Entry
from keurmerk.messaging.delivery import send_due
from keurmerk.messaging.enums import MessageState
from keurmerk.messaging.models import Message
from keurmerk.messaging.service import queueing
from tests.factories.accounts import make_user
from tests.factories.documents import make_document
from tests.factories.messages import make_message

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n" + bytes(range(256)) + b"\r\n.\r\nstartxref\n0\n%%EOF\n"
TEXT = "één\nregel\r\ntwee\n.\n".encode()
MINUTE = timedelta(minutes=1)


def now():
    return timezone.now()


def fresh(message):
    message.refresh_from_db()
    return message


def test_a_mail_arrives_whole(mail_server):
    body = "Beste José,\n\nUw keurmerk is verlengd: € 0,–.\n.\nEen punt alleen op een regel.\n"
    message = make_message(to=make_user(), subject="Besluit over Café ’t Huis – verlengd", body=body)

    assert send_due(now()) == 1

    mail = mail_server.only_mail()
    assert mail["Subject"] == "Besluit over Café ’t Huis – verlengd"
    assert mail["To"] == message.address
    assert mail.get_content().replace("\r\n", "\n") == body
    assert (mail["Message-ID"], mail["Auto-Submitted"]) == (message.message_id, "auto-generated")
    assert mail["X-Keurmerk-Kind"] == message.kind
    assert mail.get_content_type() == "text/plain"


def test_a_sent_message_says_when_and_the_journal_tells_it(mail_server):
    message = make_message()
    moment = now()
    send_due(moment)
    assert fresh(message).state == MessageState.SENT
    assert message.sent_at - moment < MINUTE
    line = Entry.objects.get(kind="message.sent")
    assert (line.subject_id, line.data["attempts"]) == (str(message.public_id), 1)
    assert message.address not in line.payload


def test_a_sent_message_is_not_sent_again(mail_server):
    make_message()
    send_due(now())
    assert send_due(now() + timedelta(days=5)) == 0
    assert len(mail_server.mails) == 1


def test_attachments_arrive_byte_for_byte(mail_server):
    pdf = make_document(data=PDF, filename="besluit.pdf", kind=DocumentKind.LETTER)
    text = make_document(data=TEXT, filename="één brief.txt")
    make_message(attachments=[pdf, text])
    send_due(now())
    arrived = [
        (part.get_filename(), part.get_payload(decode=True))
        for part in mail_server.only_mail().iter_attachments()
    ]
    assert arrived == [("besluit.pdf", PDF), ("één brief.txt", TEXT)]


def test_a_server_that_is_down_is_tried_again_later(mail_server):
    message = make_message()
    mail_server.stop()
    send_due(now())
    assert fresh(message).state == MessageState.QUEUED
    assert "refused" in message.last_error.lower()
    assert message.possible_duplicates == 0

    mail_server.start()
    assert send_due(now()) == 0
    assert send_due(now() + 2 * MINUTE) == 1
    assert (fresh(message).attempts, message.last_error) == (2, "")


def test_waits_grow_to_an_hour(mail_server):
    message = make_message()
    mail_server.to_recipient = "450 4.2.1 later graag"
    moment, waits = now(), []
    for _ in range(6):
        send_due(moment)
        waits.append(round((fresh(message).next_attempt_at - moment) / MINUTE))
        moment = message.next_attempt_at
    assert waits == [1, 5, 15, 60, 60, 60]
    assert message.last_error == "450 4.2.1 later graag"


def test_a_server_down_for_three_days_loses_nothing(mail_server):
    message = make_message()
    mail_server.to_data = "451 4.3.0 schijf vol"
    moment = now()
    while moment < message.created_at + timedelta(days=3):
        send_due(moment)
        moment = fresh(message).next_attempt_at
    mail_server.to_data = "250 OK"
    assert send_due(moment) == 1
    assert len(mail_server.mails) == 1


def test_in_the_end_it_gives_up_and_says_so(mail_server):
    message = make_message()
    mail_server.to_data = "451 4.3.0 schijf vol"
    send_due(now() + queueing.KEEP_TRYING)
    assert (fresh(message).state, message.last_error) == (MessageState.FAILED, "451 4.3.0 schijf vol")
    assert Entry.objects.filter(kind="message.failed").exists()


@pytest.mark.parametrize("stage", ["to_recipient", "to_data"])
def test_a_refusal_for_good_is_a_bounce_at_once(mail_server, stage):
    message = make_message()
    setattr(mail_server, stage, "550 5.1.1 deze gebruiker is er niet")
    send_due(now())
    assert fresh(message).state == MessageState.BOUNCED
    assert message.last_error == "550 5.1.1 deze gebruiker is er niet"
    assert send_due(now() + timedelta(days=1)) == 0


def test_one_refused_receiver_does_not_keep_the_others_waiting(mail_server):
    refused = make_message()
    mail_server.to_recipient = "550 nee"
    send_due(now())
    mail_server.to_recipient = "250 OK"
    make_message()
    make_message()
    assert send_due(now()) == 2
    assert fresh(refused).state == MessageState.BOUNCED


def test_a_line_that_breaks_before_the_answer_is_a_possible_duplicate(mail_server):
    message = make_message()
    mail_server.hang_up = True
    send_due(now())
    assert (fresh(message).state, message.possible_duplicates) == (MessageState.QUEUED, 1)
    mail_server.hang_up = False
    send_due(now() + 2 * MINUTE)
    assert {mail["Message-ID"] for mail in mail_server.mails} == {message.message_id}
    assert len(mail_server.mails) == 2


def test_an_attachment_that_is_no_longer_kept_stops_the_message(mail_server):
    document = add(
        data=TEXT, filename="a.txt", title="", kind=DocumentKind.OTHER, school=None, added_by=None,
        for_school=False,
    )  # fmt: skip
    message = make_message(attachments=[document])
    remove_due(document.keep_until + timedelta(days=1))
    send_due(now())
    assert fresh(message).state == MessageState.FAILED
    assert "bewaartermijn" in message.last_error
    assert mail_server.mails == []


def test_told_to_stop_it_finishes_the_mail_in_hand_only(mail_server):
    make_message()
    make_message()
    asked = []
    assert send_due(now(), stopping=lambda: len(asked) > 0 or asked.append(1)) == 1
    assert len(mail_server.mails) == 1


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_nothing_is_sent(mail_server):
    with transaction.atomic():
        make_message()
        with pytest.raises(RuntimeError):
            send_due(now())
    assert mail_server.mails == []


def test_a_header_that_slipped_in_is_never_sent(mail_server):
    message = make_message()
    Message.objects.filter(pk=message.pk).update(subject="Besluit\r\nBcc: iedereen@elders.example")
    send_due(now())
    assert fresh(message).state == MessageState.FAILED
    assert mail_server.mails == []


def test_a_line_of_any_length_arrives_as_it_was(mail_server):
    body = f"Beste lezer,\n\n{'é' * 1500} {'x' * 1500}\nFrom hier\n"
    make_message(body=body)
    send_due(now())
    assert mail_server.only_mail().get_content().replace("\r\n", "\n") == body
    assert max(len(line) for line in mail_server.raw[0].split(b"\r\n")) < 999
