"""Closed unless opened."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, resolve_url


def is_open(view_name: str) -> bool:
    """Whether an address is on the open list, by its name or its namespace."""
    namespace = view_name.rpartition(":")[0]
    return view_name in settings.OPEN_URLS or f"{namespace}:*" in settings.OPEN_URLS


class LoginUnlessOpen(LoginRequiredMiddleware):
    """Demands a session for every address that settings.OPEN_URLS does not name, whatever the view says."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],  # noqa: ARG002
        view_kwargs: dict[str, Any],  # noqa: ARG002
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        if request.user.is_authenticated or (match and is_open(match.view_name)):
            return None
        return self.handle_no_permission(request, view_func)

    def get_login_url(self, view_func: Callable[..., HttpResponseBase]) -> str:  # noqa: ARG002
        """One sign-in for everything, the maintenance screens too: there the second factor is asked."""
        return resolve_url(settings.LOGIN_URL)


class SecondFactorByRole:
    """Who works for the scheme sets a second factor before anything else."""

    WAY_THERE = ("mfa_", "account_")

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponseBase | None:
        user, match = request.user, request.resolver_match
        if not (settings.SECOND_FACTOR_COMPULSORY and user.is_authenticated):
            return None
        if user.role in settings.ROLES_WITHOUT_SECOND_FACTOR:
            return None
        name = match.view_name if match else ""
        if is_open(name) or name.startswith(self.WAY_THERE) or is_mfa_enabled(user):
            return None
        return redirect("mfa_index")
