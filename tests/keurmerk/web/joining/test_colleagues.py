"""Colleagues: who acts for a school, for the school itself and for staff."""

from html import unescape

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.invitations.models import Invitation
from keurmerk.messaging.models import Message
from keurmerk.organisations.enums import MembershipFunction
from keurmerk.organisations.models import Membership
from tests.factories.accounts import make_user
from tests.factories.invitations import invite
from tests.factories.organisations import make_school, make_school_user

pytestmark = pytest.mark.django_db
ADMINISTRATION, MANAGER = MembershipFunction.ADMINISTRATION, MembershipFunction.MANAGER


@pytest.fixture
def school():
    return make_school()


@pytest.fixture
def manager(school):
    return make_school_user(school)


def page_of(answer):
    return " ".join(unescape(answer.content.decode()).split())


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def address(name, school, *ids, audience="school"):
    return reverse(f"{audience}:{name}", args=[school.public_id, *ids])


def of(user, school):
    return Membership.objects.get(user=user, school=school)


def test_who_is_there_in_which_function_and_who_has_two_steps(school, manager):
    other = make_school_user(school, ADMINISTRATION)
    Authenticator.objects.create(user=other, type=Authenticator.Type.TOTP, data={})
    page = page_of(signed_in(manager).get(address("colleagues", school)))
    assert manager.email in page
    assert "administratie" in page
    assert page.count("aan</span>") == 1


def test_administration_sees_who_but_not_when_they_signed_in(school, manager):
    invite(school, email="noor@voorbeeld.example")
    client = signed_in(make_school_user(school, ADMINISTRATION))
    page = page_of(client.get(address("colleagues", school)))
    assert manager.name in page
    assert "Laatst ingelogd" not in page
    assert "noor@voorbeeld.example" not in page


@pytest.mark.parametrize("audience", ["school", "staff"])
def test_inviting_sends_one_mail(school, manager, audience):
    client = signed_in(manager if audience == "school" else make_user(Role.STAFF))
    form = {"email": "Noor@voorbeeld.example", "function": "administration"}
    answer = client.post(address("invite", school, audience=audience), form, follow=True)
    assert "Uitnodiging verstuurd naar noor@voorbeeld.example." in page_of(answer)
    assert Message.objects.get().address == "noor@voorbeeld.example"
    assert Invitation.objects.get().invited_by is not None


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"email": "noor@", "function": "manager"}, "geldig e-mailadres"),
        ({"email": "noor@voorbeeld.example"}, "Kies een functie."),
        ({"email": "noor@voorbeeld.example", "function": "directeur"}, "directeur"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(school, manager, form, told):
    answer = signed_in(manager).post(address("invite", school), form)
    assert answer.status_code == 422
    assert told in page_of(answer)
    assert form["email"] in page_of(answer)
    assert not Message.objects.exists()


@pytest.mark.parametrize("known", [Role.SCHOOL, Role.STAFF, None])
def test_the_answer_is_the_same_whether_an_address_is_known_or_not(school, manager, known):
    email = make_user(known).email if known else "niemand@voorbeeld.example"
    form = {"email": email, "function": "manager"}
    answer = signed_in(manager).post(address("invite", school), form, follow=True)
    assert f"Uitnodiging verstuurd naar {email}." in page_of(answer)


def test_a_colleague_is_not_invited_again(school, manager):
    form = {"email": manager.email.upper(), "function": "manager"}
    answer = signed_in(manager).post(address("invite", school), form)
    assert "werkt al namens deze school" in page_of(answer)


def test_an_invitation_is_sent_again_and_withdrawn(school, manager):
    client, invitation = signed_in(manager), invite(school)
    client.post(address("invitation-resend", school, invitation.public_id))
    assert Message.objects.count() == 2
    for _ in range(2):
        client.post(address("invitation-withdraw", school, invitation.public_id))
    assert Invitation.objects.get().withdrawn_at
    answer = client.post(address("invitation-resend", school, invitation.public_id), follow=True)
    assert "al aangenomen of ingetrokken" in page_of(answer)


def test_an_invitation_of_another_school_is_not_there(school, manager):
    foreign = invite(make_school())
    answer = signed_in(manager).post(address("invitation-withdraw", school, foreign.public_id))
    assert answer.status_code == 404


def test_a_function_is_changed(school, manager):
    other = make_school_user(school, ADMINISTRATION)
    client = signed_in(manager)
    form_address = address("colleague-function", school, of(other, school).public_id)
    assert "checked" in page_of(client.get(form_address))
    client.post(form_address, {"function": "manager"})
    assert of(other, school).function == MANAGER


def test_the_last_who_signs_keeps_the_function(school, manager):
    make_school_user(school, ADMINISTRATION)
    target = address("colleague-function", school, of(manager, school).public_id)
    answer = signed_in(manager).post(target, {"function": "administration"})
    assert answer.status_code == 422
    assert "laatste die namens de school mag tekenen" in page_of(answer)


@pytest.mark.parametrize("audience", ["school", "staff"])
def test_the_last_who_signs_is_not_removed(school, manager, audience):
    client = signed_in(manager if audience == "school" else make_user(Role.STAFF))
    target = address("colleague-remove", school, of(manager, school).public_id, audience=audience)
    answer = client.post(target, follow=True)
    assert "laatste die namens de school mag tekenen" in page_of(answer)
    assert of(manager, school)


def test_who_is_removed_sees_nothing_more_at_once(school, manager):
    other = make_school_user(school)
    theirs, client = signed_in(other), signed_in(manager)
    target = address("colleague-remove", school, of(other, school).public_id)
    assert other.email in page_of(client.get(target))
    client.post(target)
    assert theirs.get(address("colleagues", school)).status_code == 404


def test_who_leaves_by_oneself_comes_to_the_start(school, manager):
    make_school_user(school)
    answer = signed_in(manager).post(address("colleague-remove", school, of(manager, school).public_id))
    assert answer["Location"] == reverse("start")


def test_refused_by_function_one_reads_who_may(school, manager):
    answer = signed_in(make_school_user(school, ADMINISTRATION)).get(address("invite", school))
    assert answer.status_code == 403
    assert "mag alleen een beheerder of aanvrager" in page_of(answer)


def test_more_colleagues_are_no_more_queries(school, manager):
    client, counts = signed_in(manager), []
    for _ in range(2):
        for _ in range(3):
            make_school_user(school)
            invite(school, today=timezone.localdate())
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get(address("colleagues", school))
        counts.append(len(seen))
    assert counts[0] == counts[1]
