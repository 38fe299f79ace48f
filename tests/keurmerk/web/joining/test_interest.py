"""From a public form to an invitation: only a button confirms, and nothing typed is lost."""

import pytest
from django.urls import reverse

from keurmerk.applications import links
from keurmerk.applications.enums import InterestState
from keurmerk.applications.models import Interest
from keurmerk.invitations.models import Invitation
from keurmerk.messaging.models import Message
from keurmerk.organisations.models import School
from keurmerk.web.joining.attempts import MOST_TO_ONE_ADDRESS
from tests.factories.applications import make_interest
from tests.factories.organisations import make_school

pytestmark = pytest.mark.django_db

FORM = "/aanmelden/"
TYPED = {
    "name": "Taalhuis Noord",
    "kvk_number": "12 34 56 78",
    "person": "Анна Петрова",
    "email": "Anna@Taalhuis.example",
    "phone": "030 291 60 25",
    "remark": "Wij beginnen in april.",
}


def link_to(interest):
    return reverse("interest-confirm", args=[links.token_of(interest)])


def test_interest_is_kept_and_a_mail_leaves(client):
    answer = client.post(FORM, TYPED)
    assert answer["Location"] == "/aanmelden/verstuurd/"
    kept = Interest.objects.get()
    assert (kept.kvk_number, kept.person, kept.email) == ("12345678", "Анна Петрова", "anna@taalhuis.example")
    assert Message.objects.filter(address="anna@taalhuis.example").count() == 1


def test_a_wrong_number_is_told_beside_its_box_and_all_else_stays(client):
    answer = client.post(FORM, TYPED | {"kvk_number": "1234"})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Een KvK-nummer heeft acht cijfers" in text
    assert "Wij beginnen in april." in text
    assert not Interest.objects.exists()


def test_who_fills_the_box_that_nobody_sees_is_thanked_and_forgotten(client):
    answer = client.post(FORM, TYPED | {"website": "http://koop.example"})
    assert answer["Location"] == "/aanmelden/verstuurd/"
    assert not Interest.objects.exists()


def test_too_often_is_refused_with_what_was_typed(client):
    for _ in range(MOST_TO_ONE_ADDRESS):
        assert client.post(FORM, TYPED).status_code == 302
    answer = client.post(FORM, TYPED)
    assert answer.status_code == 429
    assert "Wij beginnen in april." in answer.content.decode()


def test_looking_at_the_link_confirms_nothing(client):
    interest = make_interest(confirmed=False)
    answer = client.get(link_to(interest))
    assert "Ja, dit is mijn e-mailadres" in answer.content.decode()
    interest.refresh_from_db()
    assert interest.state == InterestState.ASKED


def test_the_button_invites_a_school_that_nobody_knows(client):
    interest = make_interest(confirmed=False)
    client.post(link_to(interest))
    school = School.objects.get(kvk_number=interest.kvk_number)
    assert Invitation.objects.filter(school=school, email=interest.email).exists()
    assert "uitnodiging" in client.get(link_to(interest)).content.decode()


def test_pressed_twice_invites_once(client):
    interest = make_interest(confirmed=False)
    for _ in range(2):
        client.post(link_to(interest))
    assert Invitation.objects.count() == 1


def test_of_a_known_number_only_staff_decide(client):
    interest = make_interest(kvk_number=make_school().kvk_number, confirmed=False)
    client.post(link_to(interest))
    assert "Een medewerker van Blik op Werk" in client.get(link_to(interest)).content.decode()
    assert not Invitation.objects.exists()


def test_a_link_that_is_not_ours_says_what_to_do(client):
    answer = client.get("/aanmelden/verzonnen/")
    assert answer.status_code == 404
    assert "vul het formulier opnieuw in" in answer.content.decode()
