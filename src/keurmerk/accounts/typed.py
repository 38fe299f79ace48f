"""The middleware that notices a form sent without a session, and what views ask of it."""

import secrets
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseBase, UnreadablePostError
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone

from keurmerk.accounts import kept_forms
from keurmerk.accounts.middleware import is_open
from keurmerk.accounts.models import User

WHO, KEY = "wie", "bewaard"
SALT = "keurmerk.accounts.typed"
REMEMBERED = 24 * 60 * 60  # seconds: longer than a session lasts, so that its end is survived
KEPT = int(kept_forms.KEPT_FOR.total_seconds())
TOLD = (
    "U was uitgelogd. Wat u typte, staat er weer, maar is nog niet verstuurd. Kies bestanden opnieuw, "
    "kijk alles na en verstuur het zelf."
)

type View = Callable[..., HttpResponse]


def refills(view: View) -> View:
    """For a view that fills its form with `typed_before`: whoever signed in again comes back right there."""
    view.refills = True  # type: ignore[attr-defined]
    return view


def typed_before(request: HttpRequest) -> dict[str, Any]:
    """What a form starts with: what this person typed here just before the session ended, else nothing."""
    key = request.COOKIES.get(KEY, "")
    if request.method != "GET" or not key or not isinstance(request.user, User):
        return {}
    here = request.get_full_path()
    for kept in kept_forms.found(request.user, key, now=timezone.now()):
        if kept.path == here:
            messages.warning(request, TOLD)
            return {name: values if len(values) > 1 else values[0] for name, values in kept.typed.items()}
    return {}


class KeepWhatWasTyped:
    """Stands before the middleware that sends to the sign-in, and after the check on forgery."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(request.user, User) and request.user.is_authenticated:
            self._remember(request, response, request.user)
            self._forget(request, response, request.user)
        return response

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponseBase | None:
        match = request.resolver_match
        if request.method != "POST" or request.user.is_authenticated or (match and is_open(match.view_name)):
            return None
        user = _who(request)
        if user is None:
            return None
        return self._kept(request, user)

    def _kept(self, request: HttpRequest, user: User) -> HttpResponse | None:
        key, path = request.COOKIES.get(KEY) or secrets.token_urlsafe(32), request.get_full_path()
        try:
            typed = kept_forms.worth_keeping(request.POST.lists())
        except UnreadablePostError:
            return None
        if not kept_forms.keep(user, key, path, typed, now=timezone.now()):
            return None
        answer = redirect_to_login(path if _refills(request.path_info) else reverse("typed"))
        _set(answer, KEY, key, KEPT)
        return answer

    def _remember(self, request: HttpRequest, response: HttpResponse, user: User) -> None:
        known = _signed(request.COOKIES.get(WHO, ""))
        if known != user.pk:
            _set(response, WHO, signing.dumps(user.pk, salt=SALT), REMEMBERED)

    def _forget(self, request: HttpRequest, response: HttpResponse, user: User) -> None:
        """Sent again by the person, with whatever answer: it was in the form that was sent."""
        key = request.COOKIES.get(KEY)
        if request.method == "POST" and key and response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
            kept_forms.forget(user, key, request.get_full_path())


def _who(request: HttpRequest) -> User | None:
    """Whoever was signed in last in this browser: only that person sees it again."""
    known = _signed(request.COOKIES.get(WHO, ""))
    return User.objects.filter(pk=known, is_active=True).first() if known is not None else None


def _signed(value: str) -> int | None:
    try:
        found = signing.loads(value, salt=SALT, max_age=2 * REMEMBERED)
    except signing.BadSignature:
        return None
    return found if isinstance(found, int) else None


def _refills(path: str) -> bool:
    try:
        return bool(getattr(resolve(path).func, "refills", False))
    except Resolver404:
        return False


def _set(response: HttpResponse, name: str, value: str, seconds: int) -> None:
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        httponly=True,
        samesite="Lax",
        secure=bool(settings.SESSION_COOKIE_SECURE),
    )
