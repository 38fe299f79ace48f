"""A mail that comes back is shown with its message; anything else in that box does no harm."""

import io
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some

from keurmerk.journal.models import Entry
from keurmerk.messaging.bounces import read_bounce
from keurmerk.messaging.delivery import send_due
from keurmerk.messaging.enums import MessageState
from tests.factories.messages import make_message

POSTFIX = """\
From: MAILER-DAEMON@mail.voorbeeld.example (Mail Delivery System)
To: keurmerk@blik.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

--grens
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--grens
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.voorbeeld.example
Arrival-Date: Mon,  2 Nov 2026 09:00:00 +0100 (CET)

Final-Recipient: rfc822; weg@school.example
Original-Recipient: rfc822;weg@school.example
Action: {action}
Status: 5.1.1
Remote-MTA: dns; mx.school.example
Diagnostic-Code: smtp; 550 5.1.1 <weg@school.example>: Recipient address
    rejected: User unknown

--grens
Content-Description: Undelivered Message
{original}

--grens--
"""
WHOLE = """Content-Type: message/rfc822

Message-ID: {id}
Subject: Besluit
From: keurmerk@blik.example

Beste lezer,
"""
HEADERS = """Content-Type: text/rfc822-headers

Received: from localhost
Message-ID: {id}
Subject: Besluit
"""
# Exchange folds the long id onto a line of its own, and may leave the mail itself out.
FOLDED = """Content-Type: text/rfc822-headers

Subject: Besluit
Message-ID:
 {id}
"""
ID = "<6b3f2a50-0000-4000-8000-000000000001@blik.example>"
SAID = "550 5.1.1 <weg@school.example>: Recipient address rejected: User unknown"


def report(original=WHOLE, *, action="failed", message_id=ID):
    return POSTFIX.format(action=action, original=original.format(id=message_id)).encode()


@pytest.mark.parametrize("original", [WHOLE, HEADERS, FOLDED], ids=["whole", "headers", "folded"])
def test_a_report_tells_which_mail_came_back_and_why(original):
    bounce = read_bounce(report(original))
    assert (bounce.message_id, bounce.told) == (ID, SAID)


def test_a_report_with_other_line_endings_is_the_same():
    assert read_bounce(report().replace(b"\n", b"\r\n")) == read_bounce(report())


def test_without_the_original_the_header_of_the_report_tells():
    sent_on = report(original="Content-Type: text/plain\n\nniet bijgevoegd").replace(
        b"Subject: Undel", f"In-Reply-To: {ID}\nSubject: Undel".encode()
    )
    assert read_bounce(sent_on).message_id == ID


def test_without_words_of_the_server_its_number_is_told():
    bare = report().replace(
        b"Diagnostic-Code: smtp; 550 5.1.1 <weg@school.example>: Recipient address\n", b""
    )
    bare = bare.replace(b"    rejected: User unknown\n", b"")
    assert read_bounce(bare).told == "5.1.1"


@pytest.mark.parametrize("action", ["delayed", "relayed", "delivered", "expanded"])
def test_a_delay_or_a_delivery_is_no_bounce(action):
    assert read_bounce(report(action=action)) is None


@pytest.mark.parametrize(
    "mail",
    [
        b"",
        b"\x00\xff\xfe" * 100,
        b"Subject: Afwezig\nAuto-Submitted: auto-replied\n\nIk ben er niet.\n",
        b'Content-Type: multipart/report; boundary="x"\n\n--x\nContent-Type: message/delivery-status\n\n',
        b"Content-Type: message/delivery-status\n\nAction: failed\n",
        report().replace(b"Content-Type: message/rfc822", b"Content-Type: text/plain"),
        report().replace(b"--grens", b"--anders"),
    ],
)
def test_rubbish_is_no_bounce(mail):
    assert read_bounce(mail) is None


@given(some.binary(max_size=300), some.integers(0, 1200), some.integers(0, 60))
def test_a_damaged_report_never_fails(rubbish, place, gone):
    whole = report()
    read_bounce(whole[:place] + rubbish + whole[place + gone :])


def receive(monkeypatch, mail):
    out = io.StringIO()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(mail)))
    call_command("receive_bounce", stdout=out)
    return out.getvalue()


@pytest.fixture
def sent(db, mail_server):
    message = make_message()
    send_due(timezone.now())
    return message


def test_a_message_that_came_back_says_so(sent, monkeypatch):
    mail = report(message_id=sent.message_id)
    assert "is teruggekomen" in receive(monkeypatch, mail)
    receive(monkeypatch, mail)  # a second report of the same
    sent.refresh_from_db()
    assert (sent.state, sent.last_error) == (MessageState.BOUNCED, SAID)
    assert sent.sent_at is not None
    assert Entry.objects.filter(kind="message.bounced").count() == 1


def test_a_report_about_somebody_elses_mail_changes_nothing(sent, monkeypatch):
    assert "geen verstuurd bericht van ons" in receive(monkeypatch, report())
    assert "niets gedaan" in receive(monkeypatch, b"rommel")
    sent.refresh_from_db()
    assert sent.state == MessageState.SENT


@pytest.mark.django_db
def test_what_did_not_leave_yet_cannot_come_back(monkeypatch):
    message = make_message()
    assert "geen verstuurd bericht" in receive(monkeypatch, report(message_id=message.message_id))
    message.refresh_from_db()
    assert message.state == MessageState.QUEUED
