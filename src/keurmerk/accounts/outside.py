"""Signing in with an outside login: only who is known here by a verified address gets in."""

import logging
from enum import StrEnum
from http import HTTPStatus
from typing import Any

import requests
from allauth.account.internal.decorators import login_not_required
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2LoginView, OAuth2View
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from keurmerk.accounts.models import User
from keurmerk.accounts.provider import CheckedAdapter, CheckedCallback
from keurmerk.accounts.service import LinkedOtherwiseError, link_outside_login

logger = logging.getLogger(__name__)


class Refusal(StrEnum):
    """Why nobody was signed in; the page `socialaccount/refused.html` says what to do."""

    CANCELLED = "cancelled"
    UNREACHABLE = "unreachable"
    BROKEN = "broken"
    UNVERIFIED = "unverified"
    UNKNOWN = "unknown"
    CLOSED = "closed"
    OTHERWISE = "otherwise"


STATUS = {Refusal.UNREACHABLE: HTTPStatus.BAD_GATEWAY, Refusal.BROKEN: HTTPStatus.BAD_REQUEST}


@never_cache
@login_not_required
@require_POST
def begin(request: HttpRequest, provider_id: str) -> HttpResponse:
    """By a button only: no link of somebody else's makes one sign in."""
    return _guarded(OAuth2LoginView, request, provider_id)


@never_cache
@login_not_required
@require_safe
def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    return _guarded(CheckedCallback, request, provider_id)


def _guarded(view: type[OAuth2View], request: HttpRequest, provider_id: str) -> HttpResponse:
    """What a provider answers wrongly, or not at all, is a page and no fault of ours."""
    adapter = CheckedAdapter(request, provider_id)
    try:
        name = adapter.get_provider().name
    except SocialApp.DoesNotExist:
        raise Http404 from None
    try:
        answer: HttpResponse = view.adapter_view(adapter)(request)
    except requests.RequestException:
        answer = refused(request, Refusal.UNREACHABLE, name)
    except (OAuth2Error, KeyError, TypeError, ValueError):
        logger.warning("the outside login answered what we cannot use", exc_info=True)
        answer = refused(request, Refusal.BROKEN, name)
    return answer


def refused(request: HttpRequest, why: Refusal, name: str) -> HttpResponse:
    context = {"why": why.value, "name": name}
    status = STATUS.get(why, HTTPStatus.FORBIDDEN)
    return render(request, "socialaccount/refused.html", context, status=status)


class OutsideAdapter(DefaultSocialAccountAdapter):
    """Where allauth asks what to do with who comes back."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Go on with a login that is tied to an account, or tie it now; else nobody is signed in."""
        why = _refusal(request, sociallogin)
        if why is not None:
            raise ImmediateHttpResponse(refused(request, why, sociallogin.provider.name))

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,  # noqa: ARG002
    ) -> None:
        why = Refusal.BROKEN
        if error == AuthError.CANCELLED:
            why = Refusal.CANCELLED
        elif isinstance(exception, requests.RequestException):
            why = Refusal.UNREACHABLE
        raise ImmediateHttpResponse(refused(request, why, provider.name))


def _refusal(request: HttpRequest, login: SocialLogin) -> Refusal | None:
    address = next((one for one in login.email_addresses), None)
    owner = _owner(address.email) if address and address.verified else None
    if login.is_existing:
        return _refusal_of_tied(login.user, owner)
    if address is None or not address.verified:
        return Refusal.UNVERIFIED
    if owner is None:
        return Refusal.UNKNOWN
    if not owner.is_active:
        return Refusal.CLOSED
    try:
        link_outside_login(login, owner, request=request)
    except LinkedOtherwiseError:
        return Refusal.OTHERWISE
    return None


def _refusal_of_tied(user: User, owner: User | None) -> Refusal | None:
    """An address that belongs to somebody else here by now: one of the two is wrong, so neither."""
    if not user.is_active:
        return Refusal.CLOSED
    return Refusal.OTHERWISE if owner is not None and owner != user else None


def _owner(email: str) -> User | None:
    """By an address that we know to be theirs: one that somebody only claims opens no account."""
    known = EmailAddress.objects.filter(email__iexact=email, user__email__iexact=email, verified=True)
    found = known.select_related("user").first()
    return found.user if found else None
