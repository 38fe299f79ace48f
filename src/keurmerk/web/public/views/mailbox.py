"""The demo's mail, open to everybody who tries the demo; for real it does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from keurmerk.demo.mailbox import Mail, Mailbox
from keurmerk.web.components import dutch
from keurmerk.web.components.paging import pager
from keurmerk.web.components.tables import Column, Query, paged_table

PAGE_SIZE = 50


def subject_linked(mail: Mail) -> str:
    return format_html('<a href="{}">{}</a>', reverse("public:mail", args=[mail.key]), mail.subject or "–")


COLUMNS: tuple[Column[Mail], ...] = (
    Column(
        "onderwerp",
        "Onderwerp",
        lambda mail: mail.subject,
        show=subject_linked,
        names_row=True,
        sortable=False,
    ),
    Column("aan", "Aan", lambda mail: mail.to, sortable=False),
    Column(
        "tijd",
        "Aangekomen",
        lambda mail: mail.arrived,
        show=lambda mail: f"{timezone.localtime(mail.arrived):%d-%m-%Y %H:%M}",
        sortable=False,
    ),
    Column("bijlagen", "Bijlagen", lambda mail: len(mail.attachments), numeric=True, sortable=False),
)


def only_in_the_demo(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not getattr(settings, "DEMO_DATA", False):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@only_in_the_demo
def listing(request: HttpRequest) -> HttpResponse:
    """Only the mails of this page are opened: a full box is as quick as an empty one."""
    box = mailbox()
    keys = box.keys()
    page = pager(len(keys), Query.of(request.GET).page, request.GET, PAGE_SIZE)
    mails = [mail for key in keys[page.start : page.stop] if (mail := box.read(key))]
    table = paged_table(
        COLUMNS,
        mails,
        request.GET,
        caption="Postbus",
        total=len(keys),
        page_size=PAGE_SIZE,
        searchable=False,
        empty="Er is nog geen e-mail verstuurd.",
    )
    return render(request, "public/mailbox.html", {"table": table})


@require_safe
@only_in_the_demo
def detail(request: HttpRequest, key: str) -> HttpResponse:
    mail = mail_or_404(key)
    attachments = [
        (one.name, reverse("public:mail-attachment", args=[key, one.number]), dutch.number(len(one.data)))
        for one in mail.attachments
    ]
    return render(request, "public/mail.html", {"mail": mail, "attachments": attachments})


@require_safe
@only_in_the_demo
def attachment(_request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """To keep, never to show: whatever it says it is, the browser does nothing with it."""
    found = next((one for one in mail_or_404(key).attachments if one.number == pk), None)
    if found is None:
        raise Http404
    answer = HttpResponse(found.data, content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = content_disposition_of(found.name)
    return answer


def mailbox() -> Mailbox:
    return Mailbox(settings.MAILBOX_ROOT)


def mail_or_404(key: str) -> Mail:
    mail = mailbox().read(key)
    if mail is None:
        raise Http404
    return mail


def content_disposition_of(name: str) -> str:
    return content_disposition_header(as_attachment=True, filename=name) or "attachment"
