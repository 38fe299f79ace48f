"""Mail that the product sends: what left, what did not arrive, and sending that once more."""

from uuid import UUID

from django.contrib import messages as flash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from keurmerk.messaging.errors import MessageError
from keurmerk.messaging.models import Message
from keurmerk.messaging.service import resend as send_again
from keurmerk.organisations.models import School
from keurmerk.web.access import for_staff, school_or_404, user_of
from keurmerk.web.components.paging import pager
from keurmerk.web.components.tables import PAGE_SIZE, Query, paged_table
from keurmerk.web.staff.message_table import (
    COLUMNS,
    SCHOOL,
    filters,
    narrowed,
    page_of,
    state_badge,
    titles,
)


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    school = chosen_school(request)
    found = narrowed(Message.objects.for_user(request.user), request.GET)
    if school:
        found = found.filter(school=school)
    total = found.count()
    page = pager(total, Query.of(request.GET).page, request.GET, PAGE_SIZE)
    context = {
        "table": paged_table(
            COLUMNS,
            page_of(found, page.start, PAGE_SIZE),
            request.GET,
            caption="Berichten",
            total=total,
            empty="Geen berichten gevonden.",
        ),
        "filters": filters(request.GET),
        "school": school,
    }
    return render(request, "staff/message/list.html", context)


@require_safe
@for_staff
def detail(request: HttpRequest, message: UUID) -> HttpResponse:
    found = message_or_404(request, message)
    context = {
        "message": found,
        "state": state_badge(found),
        "kind": titles().get(found.kind, found.kind),
        "attachments": [one.document for one in found.attachments.select_related("document")],
    }
    return render(request, "staff/message/detail.html", context)


@for_staff
@require_POST
def resend(request: HttpRequest, message: UUID) -> HttpResponse:
    found = message_or_404(request, message)
    try:
        sent = send_again(found, resent_by=user_of(request), now=timezone.now())
    except MessageError as error:
        flash.error(request, str(error))
    else:
        flash.success(request, f"Het bericht gaat opnieuw naar {sent.address}.")
    return redirect("staff:message", found.public_id)


def chosen_school(request: HttpRequest) -> School | None:
    try:
        return school_or_404(request, UUID(request.GET[SCHOOL])) if request.GET.get(SCHOOL) else None
    except ValueError:
        return None


def message_or_404(request: HttpRequest, public_id: UUID) -> Message:
    seen = Message.objects.for_user(request.user).select_related("recipient", "school")
    return get_object_or_404(seen, public_id=public_id)
