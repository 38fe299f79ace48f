"""OpenID Connect as we ask it: with PKCE, a nonce and a signature that is checked. allauth finds this module.

What the provider says of how somebody signed in there (`acr`, `amr`) counts for nothing here: who needs a
second step sets and takes ours.
"""

import secrets
from http import HTTPStatus
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from keurmerk.accounts.id_tokens import IdTokenError, verified_claims

ABOUT_MAIL = ("email", "email_verified")


class CheckedAdapter(OpenIDConnectOAuth2Adapter):
    """`nonce` is what we asked with; the callback sets it from the state that it finds."""

    nonce = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        found: dict[str, Any] = super().openid_config
        if str(found.get("issuer", "")).rstrip("/") != self.get_provider().app.settings["server_url"]:
            raise OAuth2Error("the provider calls itself by another name than it is configured with")
        return found

    def complete_login(
        self, request: HttpRequest, app: Any, token: SocialToken, **kwargs: Any
    ) -> SocialLogin:
        try:
            claims = verified_claims(
                kwargs["response"].get("id_token", ""),
                self._fetched(self.openid_config["jwks_uri"]),
                issuer=self.openid_config["issuer"],
                client_id=app.client_id,
                nonce=self.nonce,
            )
        except IdTokenError as error:
            raise OAuth2Error(str(error)) from error
        if "email" not in claims:
            claims |= self._mail_from_userinfo(token, claims["sub"])
        return self.get_provider().sociallogin_from_response(request, {"id_token": claims})

    def _mail_from_userinfo(self, token: SocialToken, subject: str) -> dict[str, Any]:
        told = self._fetch_user_info(token.token)
        if told.get("sub") != subject:
            raise OAuth2Error("userinfo is about somebody else")
        return {name: told[name] for name in ABOUT_MAIL if name in told}

    def _fetched(self, address: str) -> dict[str, Any]:
        with get_adapter().get_requests_session() as session:
            answer = session.get(address)
            answer.raise_for_status()
            found: dict[str, Any] = answer.json()
        return found


class CheckedCallback(OAuth2CallbackView):
    def _get_state(self, request: HttpRequest, provider: Any) -> tuple[Any, Any]:
        state, answer = super()._get_state(request, provider)
        self.adapter.nonce = (state or {}).get("nonce", "")
        return state, answer


class CheckedProvider(OpenIDConnectProvider):
    """Keeps of the outside login its subject only: no name, no address, no token."""

    oauth2_adapter_class = CheckedAdapter
    package = "keurmerk.accounts"

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        """Where to go afterwards; nothing else of what the address asks for is passed on."""
        asked = super().get_redirect_from_request_kwargs(request)
        return {"process": "login", "next_url": asked.get("next_url")}

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **_asked: Any
    ) -> HttpResponse:
        """Not a redirect but a page that goes on: our policy lets a form lead to our own pages only."""
        nonce = secrets.token_urlsafe(32)
        answer: HttpResponse = super().redirect(
            request, process, next_url, data, auth_params={"nonce": nonce}, nonce=nonce
        )
        if answer.status_code != HTTPStatus.FOUND:
            return answer
        context = {"address": answer["Location"], "name": self.name}
        return render(request, "socialaccount/on_the_way.html", context)

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"email": data["id_token"].get("email")}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        """Verified when the provider says so in so many words: true, and nothing that looks like it."""
        found: list[Any] = super().extract_email_addresses(data)
        for address in found:
            address.verified = data["id_token"].get("email_verified") is True
        return found


provider_classes = [CheckedProvider]
