"""Signing in, a forgotten password and the second step: in our frame and in our words."""

import re

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from tests.factories.accounts import PASSWORD, make_user

pytestmark = pytest.mark.django_db
FAMILIAR = re.compile(r"\b(je|jij|jou|jouw)\b", re.IGNORECASE)


def main_of(page):
    return page.content.decode().partition("<main")[2].partition("</main>")[0]


def test_a_wrong_password_is_told_politely(client):
    page = client.post("/account/login/", {"login": make_user().email, "password": "verkeerd"})
    assert "horen niet bij elkaar" in main_of(page)
    assert not FAMILIAR.search(main_of(page))


@pytest.mark.parametrize("known", [True, False])
def test_a_forgotten_password_gets_a_mail_in_our_words(client, mailoutbox, known):
    address = make_user().email if known else "niemand@voorbeeld.example"
    page = client.post("/account/password/reset/", {"email": address}, follow=True)
    assert "Bericht verstuurd" in main_of(page)
    assert mailoutbox[0].to == [address]
    assert ("/account/password/reset/key/" in mailoutbox[0].body) == known
    assert not FAMILIAR.search(mailoutbox[0].body)


def test_a_new_password_can_be_chosen_and_is_told(client, mailoutbox):
    client.post("/account/password/reset/", {"email": make_user().email})
    link = re.search(r"/account/password/reset/key/\S+", mailoutbox[0].body)[0]
    form = client.get(link, follow=True)
    assert "Nieuw wachtwoord kiezen" in main_of(form)
    words = {"password1": "nog-een-lang-wachtwoord", "password2": "nog-een-lang-wachtwoord"}
    done = client.post(form.redirect_chain[-1][0], words, follow=True)
    assert "Nieuw wachtwoord vastgelegd" in main_of(done)
    assert "U hebt een nieuw wachtwoord gekozen" in mailoutbox[1].body
    assert not FAMILIAR.search(mailoutbox[1].body)


def test_a_link_that_does_not_work_says_so(client):
    page = client.get("/account/password/reset/key/1-onzin/", follow=True)
    assert "Deze link werkt niet meer" in main_of(page)


@pytest.fixture
def user_with_app():
    user = make_user()
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)
    return user


def test_the_second_step_asks_for_a_code(client, user_with_app):
    page = client.post("/account/login/", {"login": user_with_app.email, "password": PASSWORD}, follow=True)
    assert "Tweede stap van inloggen" in main_of(page)
    assert not FAMILIAR.search(main_of(page))


@pytest.mark.parametrize(
    "path",
    ["2fa/", "2fa/totp/deactivate/", "2fa/recovery-codes/", "2fa/recovery-codes/generate/", "2fa/webauthn/",
     "2fa/webauthn/add/", "reauthenticate/", "password/change/", "sessions/", "logout/"],
)  # fmt: skip
def test_pages_of_ones_own_account(client, user_with_app, path):
    client.post("/account/login/", {"login": user_with_app.email, "password": PASSWORD})
    code = RecoveryCodes(user_with_app.authenticator_set.get(type="recovery_codes")).get_unused_codes()[0]
    client.post("/account/2fa/authenticate/", {"code": code})
    page = client.get(f"/account/{path}", follow=True)
    assert page.status_code == 200
    assert len(re.findall("<h1", page.content.decode())) == 1
    assert not re.search(r"\sstyle=|<style|\son\w+=", page.content.decode())
