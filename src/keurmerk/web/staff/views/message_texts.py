"""The reviewed texts of mails, to look at before one leaves: with an example, or with a school's own data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from keurmerk.messaging.models import Message
from keurmerk.messaging.texts import Text, UnknownNameError, registered
from keurmerk.messaging.texts import render as filled
from keurmerk.organisations.models import School
from keurmerk.web.access import for_staff
from keurmerk.web.components.tables import Column, build_table
from keurmerk.web.staff.views.messages import chosen_school

NEWEST = 5


@dataclass(frozen=True, slots=True)
class Preview:
    subject: str
    body: str
    error: str = ""


def title_linked(text: Text) -> SafeString:
    return format_html('<a href="{}">{}</a>', reverse("staff:message-text", args=[text.kind]), text.title)


COLUMNS: tuple[Column[Text], ...] = (
    Column("tekst", "Tekst", lambda text: text.title, show=title_linked, names_row=True),
    Column("wanneer", "Wanneer verstuurd", lambda text: text.when, sortable=False),
    Column("onderwerp", "Onderwerp in het voorbeeld", lambda text: preview(text, text.example).subject),
)


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    table = build_table(
        COLUMNS, registered(), request.GET, caption="Teksten van e-mails", empty="Er zijn nog geen teksten."
    )
    return render(request, "staff/message/texts.html", {"table": table})


@require_safe
@for_staff
def detail(request: HttpRequest, key: str) -> HttpResponse:
    text = next((one for one in registered() if one.kind == key), None)
    if text is None:
        raise Http404
    school = chosen_school(request) if text.of_school else None
    given = text.of_school(school) if text.of_school and school else text.example
    context = {
        "text": text,
        "preview": None if given is None else preview(text, given),
        "school": school,
        "schools": School.objects.for_user(request.user) if text.of_school else [],
        "sent": Message.objects.for_user(request.user).filter(kind=text.kind).newest_first()[:NEWEST],
    }
    return render(request, "staff/message/text.html", context)


def preview(text: Text, context: Mapping[str, Any]) -> Preview:
    try:
        return Preview(*filled(text.package, text.name, context))
    except UnknownNameError as error:
        return Preview("", "", str(error))
