"""The page behind the link of an invitation, for everybody who may come there."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.accounts.service import close_account
from keurmerk.invitations import service
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.enums import MembershipFunction
from keurmerk.organisations.models import Membership
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.invitations import address_in_mail, address_of, invite
from tests.factories.organisations import make_school, make_school_user

pytestmark = pytest.mark.django_db
EMAIL = "noor@voorbeeld.example"
FILLED = {"name": "Noor de Wit", "password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def school():
    return make_school()


def page_of(answer):
    return " ".join(unescape(answer.content.decode()).split())


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def test_from_mail_to_mijn_keurmerk(client, school):
    invite(school, email=EMAIL, function=MembershipFunction.APPLICANT)
    address = address_in_mail()
    page = page_of(client.get(address))
    assert EMAIL in page
    assert "aanvrager" in page
    answer = client.post(address, FILLED, follow=True)
    assert answer.request["PATH_INFO"] == reverse("school:school", args=[school.public_id])
    assert "U werkt nu voor" in page_of(answer)
    assert Client().login(email=EMAIL, password=PASSWORD)


def test_looking_takes_nothing(client, school):
    """A mail program that opens every link must not use it up."""
    address = address_of(invite(school, email=EMAIL))
    for _ in range(3):
        client.get(address)
    assert not User.objects.filter(email=EMAIL).exists()
    assert client.post(address, FILLED).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"password": "kort", "again": "kort"}, "te kort"),
        ({"password": EMAIL, "again": EMAIL}, "lijkt te veel op"),
        ({"again": "iets-heel-anders"}, "niet hetzelfde wachtwoord"),
        ({"name": ""}, "Dit veld"),
    ],
)
def test_what_is_wrong_is_told_and_the_name_stays(client, school, wrong, told):
    address = address_of(invite(school, email=EMAIL))
    answer = client.post(address, FILLED | wrong)
    assert answer.status_code == 422
    assert told in page_of(answer)
    assert wrong.get("name", "Noor de Wit") in page_of(answer)
    assert PASSWORD not in page_of(answer)
    assert not User.objects.filter(email=EMAIL).exists()


def test_used_twice_it_says_so_and_where_to_sign_in(client, school):
    address = address_of(invite(school, email=EMAIL))
    client.post(address, FILLED)
    again = Client().get(address)
    assert again.status_code == 410
    assert "al aangenomen" in page_of(again)
    assert Membership.objects.filter(school=school).count() == 1


def test_expired_it_names_the_day_and_the_remedy(client, school):
    address = address_of(invite(school, today=timezone.localdate() - timedelta(days=15)))
    for answer in (client.get(address), client.post(address, FILLED)):
        assert answer.status_code == 410
        assert "nieuwe uitnodiging" in page_of(answer)


def test_a_replaced_link_leads_to_the_newest_mail(client, school):
    invitation = invite(school, email=EMAIL)
    old = address_of(invitation)
    service.resend(invitation, by=SYSTEM, today=timezone.localdate())
    assert "nieuwste e-mail" in page_of(client.get(old))
    assert client.get(address_in_mail()).status_code == 200


def test_withdrawn_it_says_so(client, school):
    invitation = invite(school)
    service.withdraw(invitation, by=SYSTEM, now=timezone.now())
    assert "ingetrokken" in page_of(client.get(address_of(invitation)))


@pytest.mark.parametrize("change", [lambda a: a[:-3] + "x/", lambda a: a.replace(".", "a.")])
def test_a_broken_link_says_how_to_copy_it(client, school, change):
    answer = client.get(change(address_of(invite(school))))
    assert answer.status_code == 404
    assert "Kopieer dan de hele link" in page_of(answer)


def test_who_has_an_account_signs_in_and_comes_back_to_accept(client, school):
    user = make_school_user()
    address = address_of(invite(school, email=user.email.upper()))
    page = client.get(address)
    assert b'type="password"' not in page.content
    answer = client.post(
        f"{reverse('account_login')}?next={address}", {"login": user.email, "password": PASSWORD}, follow=True
    )
    assert answer.request["PATH_INFO"] == address
    assert not school.memberships.exists()
    client.post(address)
    assert school.memberships.get().user == user
    assert user.memberships.count() == 2


def test_signed_in_as_somebody_else_one_chooses(school):
    somebody_else = make_school_user()
    client, address = signed_in(somebody_else), address_of(invite(school, email=EMAIL))
    page = page_of(client.get(address))
    assert f"Uitloggen en verder als {EMAIL}" in page
    assert f"Ingelogd blijven als {somebody_else.email}" in page
    client.post(address, FILLED)
    assert not school.memberships.exists()
    client.post(address, {"uitloggen": "ja"})
    client.post(address, FILLED)
    assert school.memberships.get().user.email == EMAIL


@pytest.mark.parametrize("role", [Role.STAFF, Role.AUDITOR])
def test_an_account_for_other_work_is_told_to_ask_for_another_address(school, role):
    user = make_user(role)
    client, address = signed_in(user), address_of(invite(school, email=user.email))
    assert "account voor ander werk" in page_of(client.get(address))
    assert "hoort bij een ander account" in page_of(client.post(address, follow=True))
    assert not school.memberships.exists()


def test_a_closed_account_is_told_whom_to_ask(client, school):
    user = make_user(email=EMAIL)
    close_account(user, closed_by=SYSTEM, today=timezone.localdate())
    assert "is gesloten" in page_of(client.get(address_of(invite(school, email=EMAIL))))


def test_an_account_that_came_meanwhile_asks_to_sign_in(client, school):
    address = address_of(invite(school, email=EMAIL))
    client.get(address)
    make_user(email=EMAIL)
    page = page_of(client.post(address, FILLED))
    assert "U heeft al een account" in page
    assert not school.memberships.exists()


def test_two_schools_with_one_address(client, school):
    other = make_school()
    first, second = (address_of(invite(one, email=EMAIL)) for one in (school, other))
    client.post(first, FILLED)
    client.post(second)
    user = User.objects.get(email=EMAIL)
    assert {membership.school for membership in user.memberships.all()} == {school, other}


def test_the_secret_address_is_not_kept_anywhere_on_the_way(client, school):
    answer = client.get(address_of(invite(school)))
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
