"""Signing in with an outside login, at a real provider in another process."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.core import mail
from django.test import Client
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.accounts.service import close_account
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from tests.factories.accounts import make_user
from tests.factories.organisations import make_school_user
from tests.oidc.provider import running

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BEGIN = "/account/extern/extern/"
BACK = "http://testserver/account/extern/extern/terug/"


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    with running(tmp_path_factory.mktemp("oidc")) as provider:
        yield provider


@pytest.fixture
def provider(started, settings):
    settings.SOCIALACCOUNT_PROVIDERS = started.settings(BACK)
    started.steer(wrongs={})
    return started


def main_of(page):
    return " ".join(unescape(page.content.decode()).split()).partition("<main")[2].partition("</main>")[0]


def begin(client, after=""):
    """Press the button; the address of the provider that the page goes on to."""
    page = client.post(BEGIN, {"next": after} if after else {})
    return unescape(re.search(r'<a class="button" href="([^"]+)"', page.content.decode())[1])


def sign_in(client, provider, email, *, consent=True, after=""):
    back = provider.go_through(begin(client, after), email, consent=consent)
    assert back.startswith(BACK)
    return client.get(back.removeprefix("http://testserver"))


def is_in(client):
    return "_auth_user_id" in client.session


def test_without_one_configured_nothing_of_it_is_there(client):
    assert "andere login" not in main_of(client.get("/account/login/"))
    for path in (BEGIN, f"{BEGIN}terug/"):
        assert client.post(path).status_code in {404, 405}
        assert client.get(path).status_code in {404, 405}


def test_who_is_known_by_a_verified_address_gets_in_and_hears_of_it(client, provider):
    user = make_school_user()
    provider.has(user.email)
    answer = sign_in(client, provider, user.email)
    assert answer["Location"] == "/start/"
    assert client.session["_auth_user_id"] == str(user.pk)
    assert "andere login gekoppeld: Proeflogin" in mail.outbox[0].body
    assert mail.outbox[0].to == [user.email]
    assert Entry.objects.filter(kind="account.linked", subject_id=str(user.pk)).count() == 1


def test_the_second_time_nothing_is_tied_again(client, provider):
    user = make_user()
    provider.has(user.email)
    for _ in range(2):
        sign_in(client, provider, user.email)
        assert is_in(client)
        client.post("/account/logout/")
        assert not is_in(client)
    assert SocialAccount.objects.count() == 1
    assert len(mail.outbox) == 1


def test_nothing_but_the_subject_is_kept(client, provider):
    user = make_user()
    provider.has(user.email)
    sign_in(client, provider, user.email)
    assert SocialAccount.objects.get().extra_data == {}
    assert not SocialToken.objects.exists()


def test_one_comes_back_to_where_one_was(client, provider):
    user = make_user()
    provider.has(user.email)
    assert sign_in(client, provider, user.email, after="/mijn/agenda/")["Location"] == "/mijn/agenda/"


def test_but_never_to_another_site(client, provider):
    user = make_user()
    provider.has(user.email)
    assert sign_in(client, provider, user.email, after="https://elders.example/")["Location"] == "/start/"


def test_the_question_has_a_state_a_nonce_and_a_challenge_and_asks_for_no_more_than_needed(client, provider):
    asked = parse_qs(urlsplit(begin(client)).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert min(len(asked[name][0]) for name in ("state", "nonce", "code_challenge")) >= 16
    assert set(asked["scope"][0].split()) == {"openid", "email"}
    assert parse_qs(urlsplit(begin(client)).query)["nonce"] != asked["nonce"]


def test_what_an_address_asks_for_is_not_passed_on(client, provider):
    page = client.post(f"{BEGIN}?scope=offline_access&auth_params=prompt%3Dnone&process=connect")
    assert "offline_access" not in main_of(page)
    assert "prompt=none" not in main_of(page)


def test_no_link_begins_it(client, provider):
    assert client.get(BEGIN).status_code == 405


def test_the_address_counts_in_any_case(client, provider):
    user = make_user(email="Noor.de.Wit@voorbeeld.example")
    provider.has(user.email)
    provider.steer(wrongs={"claims": {"email": "NOOR.de.wit@Voorbeeld.example"}})
    sign_in(client, provider, user.email)
    assert client.session["_auth_user_id"] == str(user.pk)


def refused(client, answer, title, status=403):
    assert answer.status_code == status
    assert title in main_of(answer)
    assert not is_in(client)
    return True


def test_who_is_unknown_is_told_to_ask_for_an_invitation(client, provider):
    provider.has("niemand@voorbeeld.example")
    answer = sign_in(client, provider, "niemand@voorbeeld.example")
    assert refused(client, answer, "U heeft hier nog geen account")
    assert not User.objects.exists()


def test_a_closed_account_stays_closed(client, provider):
    user, other = make_user(), make_user()
    for each in (user, other):
        provider.has(each.email)
    sign_in(client, provider, user.email)
    client.logout()
    for each in (user, other):
        close_account(each, closed_by=SYSTEM, today=timezone.localdate())
        assert refused(client, sign_in(client, provider, each.email), "Uw account is gesloten")


def test_an_address_that_the_provider_does_not_vouch_for_opens_nothing(client, provider):
    user = make_user()
    provider.has(user.email, verified=False)
    assert refused(client, sign_in(client, provider, user.email), "Uw e-mailadres is niet bevestigd")
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("said", ["true", 1, "ja", None])
def test_only_true_is_verified(client, provider, said):
    user = make_user()
    provider.has(user.email)
    provider.steer(wrongs={"claims": {"email_verified": said}})
    assert refused(client, sign_in(client, provider, user.email), "Uw e-mailadres is niet bevestigd")


def test_an_address_that_somebody_here_only_claims_is_not_theirs(client, provider):
    claimer = make_user()
    EmailAddress.objects.create(user=claimer, email="directeur@voorbeeld.example", verified=False)
    provider.has("directeur@voorbeeld.example")
    answer = sign_in(client, provider, "directeur@voorbeeld.example")
    assert refused(client, answer, "U heeft hier nog geen account")


def test_another_login_with_the_same_address_does_not_take_the_account_over(client, provider):
    user = make_user()
    provider.has(user.email, name="first")
    sign_in(client, provider, user.email)
    client.logout()
    provider.has("weg@voorbeeld.example", name="first")
    provider.has(user.email, name="second")
    answer = sign_in(client, provider, user.email)
    assert refused(client, answer, "Deze login past niet bij uw account")


def test_a_login_whose_address_became_that_of_somebody_else_here_is_refused(client, provider):
    user, other = make_user(), make_user()
    provider.has(user.email, name="wandering")
    sign_in(client, provider, user.email)
    client.logout()
    provider.has(other.email, name="wandering")
    assert refused(client, sign_in(client, provider, other.email), "Deze login past niet bij uw account")


def test_no_consent_is_no_fault(client, provider):
    user = make_user()
    provider.has(user.email)
    answer = sign_in(client, provider, user.email, consent=False)
    assert refused(client, answer, "U bent niet ingelogd")


def test_a_provider_that_is_down_is_named(client, provider, settings):
    user = make_user()
    provider.has(user.email)
    back = provider.go_through(begin(client), user.email)
    provider.steer(wrongs={"down": True})
    answer = client.get(back.removeprefix("http://testserver"))
    assert refused(client, answer, "Inloggen met Proeflogin is niet gelukt", 400)
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APPS": [
                one | {"settings": one["settings"] | {"server_url": "http://127.0.0.1:9"}}
                for one in settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
            ]
        }
    }
    for answer in (client.post(BEGIN), client.get(f"{BEGIN}terug/?state=x&code=y")):
        assert not is_in(client)
        assert answer.status_code in {400, 502}
    assert "Proeflogin is niet bereikbaar" in main_of(client.post(BEGIN))


def test_an_answer_without_our_question_is_refused(client, provider):
    user = make_user()
    provider.has(user.email)
    back = provider.go_through(begin(client), user.email).removeprefix("http://testserver")
    stranger = Client()
    assert refused(stranger, stranger.get(back), "is niet gelukt", 400)
    assert client.get(back).status_code == 302
    client.logout()
    assert refused(client, client.get(back), "is niet gelukt", 400)


def test_a_code_is_worth_nothing_without_our_verifier(client, provider):
    user = make_user()
    provider.has(user.email)
    back = provider.go_through(begin(client), user.email)
    session = client.session
    for state, *_ in session["socialaccount_states"].values():
        state["pkce_code_verifier"] = "x" * 64
    session.save()
    assert refused(client, client.get(back.removeprefix("http://testserver")), "is niet gelukt", 400)


@pytest.mark.parametrize(
    "wrongs",
    [
        {"claims": {"nonce": "van-een-ander"}},
        {"without": ["nonce"]},
        {"claims": {"iss": "https://elders.example"}},
        {"claims": {"aud": "een-ander"}},
        {"claims": {"azp": "een-ander"}},
        {"claims": {"exp": 1}},
        {"without": ["sub"]},
        {"other_keys": True},
    ],
    ids=str,
)
def test_a_token_that_does_not_hold_is_refused(client, provider, wrongs):
    user = make_user()
    provider.has(user.email)
    back = provider.go_through(begin(client), user.email)
    provider.steer(wrongs=wrongs)
    assert refused(client, client.get(back.removeprefix("http://testserver")), "is niet gelukt", 400)
    assert not SocialAccount.objects.exists()


def test_an_address_that_only_userinfo_tells_counts_too(client, provider):
    user = make_user()
    provider.has(user.email)
    provider.steer(wrongs={"without": ["email", "email_verified"]})
    sign_in(client, provider, user.email)
    assert is_in(client)


@pytest.mark.parametrize(
    "claims", [{}, {"acr": "urn:etoegang:core:assurance-class:loa4", "amr": ["mfa", "otp"]}]
)
def test_who_has_two_steps_here_takes_the_second_here(client, provider, claims):
    staff = make_user(Role.STAFF)
    TOTP.activate(staff, generate_totp_secret())
    provider.has(staff.email)
    provider.steer(wrongs={"claims": claims})
    assert sign_in(client, provider, staff.email)["Location"] == "/account/2fa/authenticate/"
    assert not is_in(client)


def test_a_role_that_needs_two_steps_sets_ours_first(client, provider, settings):
    settings.SECOND_FACTOR_COMPULSORY = True
    staff = make_user(Role.STAFF)
    provider.has(staff.email)
    provider.steer(wrongs={"claims": {"amr": ["mfa"]}})
    sign_in(client, provider, staff.email)
    assert client.get("/start/")["Location"] == "/account/2fa/"


def test_the_tie_is_shown_and_can_be_cut(client, provider):
    user = make_user()
    provider.has(user.email)
    sign_in(client, provider, user.email)
    page = main_of(client.get("/account/3rdparty/"))
    assert "Proeflogin" in page
    tie = SocialAccount.objects.get()
    assert f'value="{tie.pk}"' in page
    client.post("/account/3rdparty/", {"account": tie.pk})
    assert not SocialAccount.objects.exists()
