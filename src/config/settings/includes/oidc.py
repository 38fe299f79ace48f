"""An outside login by OpenID Connect: without OIDC_ISSUER there is none, and nothing of it is shown."""

import os
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

PROVIDER_ID = "extern"
CALLBACK = f"/account/extern/{PROVIDER_ID}/terug/"


def outside_login() -> list[dict[str, Any]]:
    issuer = os.environ.get("OIDC_ISSUER", "").strip().rstrip("/")
    if not issuer:
        return []
    asked = urlsplit(issuer)
    if asked.scheme != "https" and asked.hostname not in {"localhost", "127.0.0.1"}:
        raise ImproperlyConfigured("OIDC_ISSUER must be an https address")
    return [login_at(issuer, _given("OIDC_CLIENT_ID"), _given("OIDC_CLIENT_SECRET"), _given("OIDC_NAME"))]


def login_at(issuer: str, client_id: str, secret: str, name: str) -> dict[str, Any]:
    return {
        "provider_id": PROVIDER_ID,
        "name": name,
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": issuer, "oauth_pkce_enabled": True, "scope": ["openid", "email"]},
    }


def _given(name: str) -> str:
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} must be set in the environment, as OIDC_ISSUER is")
    return value


SOCIALACCOUNT_ADAPTER = "keurmerk.accounts.outside.OutsideAdapter"
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {"openid_connect": {"APPS": outside_login()}}
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # keurmerk.accounts.outside looks who it is
SOCIALACCOUNT_REQUESTS_TIMEOUT = 8  # seconds
