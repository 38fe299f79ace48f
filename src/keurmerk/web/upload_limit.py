"""Refuses what is too large by the size the browser announces, before a byte of it is stored."""

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve

from keurmerk.results.limits import MAX_UPLOAD_BYTES, MEGABYTE
from keurmerk.web.components import dutch

ROOM_FOR_THE_FORM = 100_000
PATIENCE = 20  # seconds: a browser shows our page only once it got rid of what it was sending
AT_ONCE = 1_000_000


type View = Callable[..., HttpResponse]


def takes_documents(most: int) -> Callable[[View], View]:
    """For a view with a DocumentField of so many files: their size is its limit, instead of a delivery's."""

    def mark(view: View) -> View:
        view.most_documents = most  # type: ignore[attr-defined]
        return view

    return mark


class UploadLimit:
    """Runs in the request phase: the forgery check, which reads the whole body, comes after it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        size = int(announced) if announced.isdigit() else 0
        if size <= ROOM_FOR_THE_FORM:
            return self.get_response(request)
        documents = most_documents(request)
        most = documents * settings.DOCUMENT_MAX_BYTES if documents else MAX_UPLOAD_BYTES
        if size <= most + ROOM_FOR_THE_FORM:
            return self.get_response(request)
        let_it_pass(request, size)
        context = {
            "size": dutch.number(size // MEGABYTE),
            "most": dutch.number(most // MEGABYTE),
            "documents": documents,
        }
        return render(request, "413.html", context, status=413)


def most_documents(request: HttpRequest) -> int:
    """Of the view that will answer; 0 when it takes none."""
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return 0
    return int(getattr(view, "most_documents", 0))


def let_it_pass(request: HttpRequest, size: int) -> None:
    """Read and forget, for a while."""
    until = time.monotonic() + PATIENCE
    while size > 0 and time.monotonic() < until:
        chunk = request.read(min(AT_ONCE, size))
        if not chunk:
            return
        size -= len(chunk)
