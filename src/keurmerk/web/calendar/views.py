"""The address that calendars read, and the page where somebody makes or revokes theirs."""

from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import parse_etags
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from keurmerk.accounts.enums import Role
from keurmerk.certification.models import CalendarFeed, Case, Term
from keurmerk.certification.queries.feeds import Appointment, appointments_of, feed_of, of_term
from keurmerk.certification.service.feeds import make_feed, revoke_feed
from keurmerk.web.access import View, user_of
from keurmerk.web.calendar import ics
from keurmerk.web.calendar.period_dates import period_dates

LONGEST_TOKEN = 100


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Open to whoever knows the address; one that is revoked, or of a closed account, is not there."""
    found = feed_of(token) if len(token) <= LONGEST_TOKEN else None
    if found is None:
        raise Http404
    role = Role(found.user.role)
    every = (*appointments_of(found.user), *period_dates(found.user, timezone.localdate()))
    text = ics.feed_text((one, request.build_absolute_uri(_page_of(role, one))) for one in every)
    tag = f'"{sha256(text).hexdigest()[:32]}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        answer: HttpResponse = HttpResponseNotModified()
    else:
        answer = HttpResponse(text, content_type=ics.CONTENT_TYPE)
    answer["ETag"] = tag
    answer["Cache-Control"] = f"private, max-age={int(ics.FRESH_FOR.total_seconds())}"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _page_of(role: Role, appointment: Appointment) -> str:
    if role == Role.STAFF:
        return reverse("staff:case", args=[appointment.case])
    return reverse(f"{role}:school", args=[appointment.school])


class CalendarViews(NamedTuple):
    """The same three pages for every audience, behind its own guard."""

    page: View
    make: View
    revoke: View
    term: View


def calendar_views(guard: Callable[[View], View], audience: str) -> CalendarViews:
    def shown(request: HttpRequest, token: str = "") -> HttpResponse:
        address = reverse("calendar-feed", args=[token]) if token else ""
        context = {
            "audience": audience,
            "feed": CalendarFeed.objects.filter(user=user_of(request), revoked_at=None).first(),
            "address": request.build_absolute_uri(address) if address else "",
            "make_url": reverse(f"{audience}:calendar-make"),
            "revoke_url": reverse(f"{audience}:calendar-revoke"),
        }
        return render(request, "calendar/page.html", context)

    @require_safe
    @guard
    def page(request: HttpRequest) -> HttpResponse:
        return shown(request)

    @guard
    @require_POST
    @never_cache
    def make(request: HttpRequest) -> HttpResponse:
        """The address stands on this one answer only: there is nothing from which it could be shown again."""
        return shown(request, make_feed(user_of(request), now=timezone.now()))

    @guard
    @require_POST
    def revoke(request: HttpRequest) -> HttpResponse:
        revoke_feed(user_of(request), now=timezone.now())
        return redirect(f"{audience}:calendar")

    @require_safe
    @guard
    def term(request: HttpRequest, term: UUID) -> HttpResponse:
        mine = Term.objects.filter(case__in=Case.objects.for_user(request.user)).select_related(
            "case__school"
        )
        found = of_term(get_object_or_404(mine, public_id=term))
        link = request.build_absolute_uri(_page_of(Role(user_of(request).role), found))
        return ics.file_response(f"termijn-{found.day:%Y-%m-%d}", found, link)

    return CalendarViews(page, make, revoke, term)
