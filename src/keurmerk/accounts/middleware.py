"""Closed unless opened."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import resolve_url


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
