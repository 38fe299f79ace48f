"""What did not arrive can be sent again, to the address that the account has now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.journal.models import Entry
from keurmerk.messaging.delivery import send_due
from keurmerk.messaging.enums import MessageState
from keurmerk.messaging.errors import NotResendableError
from keurmerk.messaging.retention import CONTENT_DAYS, purge_contents
from keurmerk.messaging.service import mark_bounced, resend
from tests.factories.accounts import make_user
from tests.factories.messages import make_message

pytestmark = pytest.mark.django_db


def bounced(mail_server, **given):
    message = make_message(**given)
    send_due(timezone.now())
    return mark_bounced(message.message_id, "550 nee")


def test_a_bounced_message_goes_to_the_mended_address_with_the_same_id(mail_server):
    user, staff = make_user(), make_user(Role.STAFF)
    message = bounced(mail_server, to=user)
    user.email = "nieuw@voorbeeld.example"
    user.save()

    resend(message, resent_by=staff, now=timezone.now())

    assert send_due(timezone.now()) == 1
    first, second = mail_server.mails
    assert second["To"] == "nieuw@voorbeeld.example"
    assert first["Message-ID"] == second["Message-ID"]
    assert Entry.objects.get(kind="message.resent").actor_id == str(staff.pk)


def test_a_message_on_its_way_or_delivered_is_not_sent_again(mail_server):
    staff, message = make_user(Role.STAFF), make_message()
    with pytest.raises(NotResendableError, match="in de wachtrij"):
        resend(message, resent_by=staff, now=timezone.now())
    send_due(timezone.now())
    with pytest.raises(NotResendableError, match="verstuurd"):
        resend(message, resent_by=staff, now=timezone.now())


def test_after_a_year_the_contents_are_gone_and_the_fact_stays(mail_server):
    staff, message = make_user(Role.STAFF), bounced(mail_server, to=make_user())
    today = timezone.localdate() + timedelta(days=CONTENT_DAYS + 1)
    assert purge_contents(today - timedelta(days=1)) == 0

    assert purge_contents(today) == 1
    assert purge_contents(today) == 0

    message.refresh_from_db()
    assert (message.recipient, message.address, message.subject, message.body) == (None, "", "", "")
    assert message.last_error == ""
    assert (message.state, message.content_deleted_on) == (MessageState.BOUNCED, today)
    with pytest.raises(NotResendableError, match="niet meer bewaard"):
        resend(message, resent_by=staff, now=timezone.now())


def test_what_still_has_to_leave_keeps_its_contents():
    message = make_message()
    assert purge_contents(timezone.localdate() + timedelta(days=1000)) == 0
    message.refresh_from_db()
    assert message.body != ""
