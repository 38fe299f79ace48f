from datetime import date

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import IntegrityError, transaction

from keurmerk.accounts import service
from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.accounts.retention import purge_accounts
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from tests.factories.accounts import PASSWORD, make_user

pytestmark = pytest.mark.django_db


def sign_in(client, email, password=PASSWORD):
    return client.post("/account/login/", {"login": email, "password": password})


def test_signing_in_with_an_address_in_any_case(client):
    make_user(email="Iemand@Voorbeeld.example")
    assert sign_in(client, "IEMAND@voorbeeld.EXAMPLE").status_code == 302
    assert "_auth_user_id" in client.session


def test_a_wrong_password_does_not_sign_in(client):
    user = make_user()
    assert sign_in(client, user.email, "verkeerd").status_code == 200
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up(client):
    client.post("/account/signup/", {"email": "x@y.example", "password1": PASSWORD, "password2": PASSWORD})
    assert not User.objects.exists()


def test_an_address_is_known_once_in_any_case():
    make_user(email="a@b.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="A@B.example", role=Role.SCHOOL)


def test_closing_ends_sessions_and_signing_in(client):
    user = make_user()
    sign_in(client, user.email)
    service.close_account(user, closed_by=SYSTEM, today=date(2026, 1, 1))
    assert client.get("/account/email/").status_code == 302
    assert sign_in(client, user.email).status_code != 302 or "_auth_user_id" not in client.session


def test_opening_and_closing_stand_in_the_journal_without_a_name():
    user = make_user(Role.AUDITOR)
    service.close_account(user, closed_by=user, today=date(2026, 1, 1))
    entries = Entry.objects.filter(subject_type="user", subject_id=str(user.pk))
    assert [entry.kind for entry in entries] == ["account.opened", "account.closed"]
    assert not any(user.name in str(vars(entry)) or user.email in str(vars(entry)) for entry in entries)


def test_a_closed_account_goes_after_a_year():
    user = make_user()
    service.close_account(user, closed_by=SYSTEM, today=date(2026, 1, 1))
    assert purge_accounts(date(2027, 1, 1)) == 0
    assert purge_accounts(date(2027, 1, 2)) == 1


def test_only_staff_may_open_the_maintenance_screens(client):
    for role, status in ((Role.STAFF, 200), (Role.SCHOOL, 302), (Role.AUDITOR, 302)):
        client.force_login(make_user(role))
        assert client.get("/beheer/").status_code == status


def test_the_maintenance_screens_have_no_sign_in_of_their_own(client):
    client.force_login(make_user(Role.SCHOOL))
    assert client.get("/beheer/login/").url == "/account/login/"


@pytest.mark.parametrize("role", [Role.SCHOOL, Role.AUDITOR])
def test_whoever_may_not_see_the_maintenance_screens_comes_to_their_own_start(client, role):
    client.force_login(make_user(role))
    answer = client.get("/beheer/", follow=True)
    assert answer.status_code == 200
    assert not answer.request["PATH_INFO"].startswith(("/beheer/", "/account/"))


@pytest.mark.parametrize("role", list(Role))
def test_everybody_who_works_for_the_scheme_needs_a_second_factor(client, settings, role):
    settings.SECOND_FACTOR_COMPULSORY = True
    client.force_login(make_user(role))
    sent_to_set_one = client.get("/start/").url == "/account/2fa/"
    assert sent_to_set_one == (role != Role.SCHOOL)


def test_a_role_that_needs_a_second_factor_first_sets_one(client, settings):
    settings.SECOND_FACTOR_COMPULSORY = True
    staff = make_user(Role.STAFF)
    sign_in(client, staff.email)
    assert client.get("/beheer/").url == "/account/2fa/"
    assert client.get("/account/2fa/totp/activate/").url.startswith("/account/reauthenticate/")
    assert client.get("/gezond").status_code == 200
    TOTP.activate(staff, generate_totp_secret())
    assert client.get("/beheer/").status_code == 200
