"""The outside login from the environment: whole, or none."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.settings.includes.oidc import outside_login

WHOLE = {
    "OIDC_ISSUER": "https://login.gemeente.example/",
    "OIDC_CLIENT_ID": "keurmerk",
    "OIDC_CLIENT_SECRET": "geheim",
    "OIDC_NAME": "Gemeente Voorbeeld",
}


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    for name, value in WHOLE.items():
        monkeypatch.setenv(name, value)


def test_without_an_issuer_there_is_none(monkeypatch):
    monkeypatch.delenv("OIDC_ISSUER")
    assert outside_login() == []


def test_the_whole_has_a_challenge_and_asks_for_the_address_only():
    [login] = outside_login()
    assert login["name"] == "Gemeente Voorbeeld"
    assert login["settings"] == {
        "server_url": "https://login.gemeente.example",
        "oauth_pkce_enabled": True,
        "scope": ["openid", "email"],
    }


@pytest.mark.parametrize("missing", sorted(WHOLE.keys() - {"OIDC_ISSUER"}))
def test_half_of_it_is_refused(monkeypatch, missing):
    monkeypatch.setenv(missing, " ")
    with pytest.raises(ImproperlyConfigured, match=missing):
        outside_login()


@pytest.mark.parametrize(
    "issuer", ["http://login.gemeente.example", "http://localhost.elders.example", "login"]
)
def test_a_line_that_others_can_read_is_refused(monkeypatch, issuer):
    monkeypatch.setenv("OIDC_ISSUER", issuer)
    with pytest.raises(ImproperlyConfigured, match="https"):
        outside_login()
