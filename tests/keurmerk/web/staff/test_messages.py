"""Staff see what left and what did not arrive, and send that once more."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse, reverse_lazy
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.journal.models import Entry
from keurmerk.journal.party import Party
from keurmerk.messaging import texts
from keurmerk.messaging.enums import MessageState
from keurmerk.messaging.models import Message
from keurmerk.messaging.retention import purge_contents
from keurmerk.web.components.tables import PAGE_SIZE
from keurmerk.web.staff.journal_words import KINDS
from tests.factories.accounts import make_user
from tests.factories.documents import make_document
from tests.factories.messages import make_bounced, make_message
from tests.factories.organisations import make_school

pytestmark = pytest.mark.django_db
LIST = reverse_lazy("staff:messages")


@pytest.fixture
def staff(db):
    client = Client()
    client.force_login(make_user(Role.STAFF))
    return client


def shown(answer):
    assert answer.status_code == 200
    return " ".join(unescape(answer.text).split())


def address_of(message, name="staff:message"):
    return reverse(name, args=[message.public_id])


def test_what_did_not_arrive_stands_first(staff):
    make_bounced(subject="Teruggekomen")
    for number in range(PAGE_SIZE):
        make_message(subject=f"Gewoon {number:02}")
    page = shown(staff.get(LIST))
    assert page.index("Teruggekomen") < page.index("Gewoon 49") < page.index("Gewoon 48")
    assert "Gewoon 00" not in page
    assert "Gewoon 00" in shown(staff.get(LIST, {"pagina": 2}))


def test_a_page_of_messages_costs_the_same_for_many(staff, django_assert_max_num_queries):
    for _ in range(5):
        make_bounced()
    with django_assert_max_num_queries(9):
        staff.get(LIST)


def test_the_list_narrows_by_state_school_and_words(staff):
    school = make_school()
    make_bounced(subject="Rood", school=school)
    make_message(subject="Groen", about=Party("decision", "7", "besluit 7"))
    assert "Groen" not in shown(staff.get(LIST, {"stand": "bounced"}))
    assert "Groen" not in shown(staff.get(LIST, {"school": str(school.public_id)}))
    assert "Rood" not in shown(staff.get(LIST, {"zoek": "besluit 7"}))
    assert "Geen berichten gevonden." in shown(staff.get(LIST, {"soort": "onbekend"}))
    assert "Rood" in shown(staff.get(LIST, {"school": "geen-nummer"}))


def test_a_message_tells_everything_about_itself(staff):
    document = make_document()
    message = make_bounced(subject="Besluit", body="Beste <b>lezer</b>,", attachments=[document])
    page = shown(staff.get(address_of(message)))
    for told in ("Besluit", message.address, "550 5.1.1", "Beste <b>lezer</b>,", document.title):
        assert told in page
    assert "&lt;b&gt;" in staff.get(address_of(message)).text


def test_what_came_back_is_sent_again_with_one_button(staff):
    message = make_bounced()
    answer = staff.post(address_of(message, "staff:message-resend"), follow=True)
    assert f"Het bericht gaat opnieuw naar {message.address}." in shown(answer)
    message.refresh_from_db()
    assert message.state == MessageState.QUEUED
    assert Entry.objects.filter(kind="message.resent").count() == 1

    again = shown(staff.post(address_of(message, "staff:message-resend"), follow=True))
    assert "kan nu niet opnieuw worden verstuurd" in again
    assert Entry.objects.filter(kind="message.resent").count() == 1


def test_what_is_under_way_says_why_it_cannot_be_sent_again(staff):
    page = shown(staff.get(address_of(make_message())))
    assert "wordt vanzelf opnieuw geprobeerd" in page
    assert "Opnieuw versturen" in page


def test_a_message_without_its_text_can_still_be_looked_at(staff):
    message = make_bounced()
    Message.objects.update(created_at=timezone.now().replace(year=2020))
    purge_contents(timezone.localdate())
    page = shown(staff.get(address_of(message)))
    assert "omdat de bewaartermijn voorbij is" in page
    assert "(verwijderd)" in shown(staff.get(LIST))


def test_every_line_of_the_journal_about_messages_has_words():
    assert {kind for kind in KINDS if kind.startswith("message.")} == {
        "message.sent",
        "message.bounced",
        "message.failed",
        "message.resent",
    }


@pytest.fixture
def text(monkeypatch):
    """A text of this test, whose files are those beside it."""
    monkeypatch.setattr(texts, "_texts", {})
    made = texts.Text(
        package="tests.keurmerk.messaging",
        name="school_proef",
        title="Proef",
        when="Nooit",
        example={"name": "Taalschool Voorbeeld", "days": 3},
        of_school=lambda school: {"name": school.name, "days": 5} if school.oval_member else None,
    )
    texts.register(made)
    return made


def test_a_text_is_shown_with_an_example_or_the_data_of_a_school(staff, text):
    member, other = make_school(oval_member=True), make_school()
    where = reverse("staff:message-text", args=[text.kind])
    assert "Proef" in shown(staff.get(reverse("staff:message-texts")))
    assert "Taalschool Voorbeeld heeft nog 3 dagen" in shown(staff.get(where))
    assert f"{member.name} heeft nog 5 dagen" in shown(staff.get(where, {"school": member.public_id}))
    assert "heeft nu niets" in shown(staff.get(where, {"school": other.public_id}))


def test_a_text_shows_what_was_sent_with_it(staff, text):
    make_message(kind=text.kind, subject="Van gisteren")
    assert "Van gisteren" in shown(staff.get(reverse("staff:message-text", args=[text.kind])))
    assert staff.get(reverse("staff:message-text", args=["geen.tekst"])).status_code == 404
