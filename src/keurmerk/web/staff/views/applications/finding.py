"""Finding what an address of these screens names, and saying what came of an act."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from keurmerk.applications.enums import Aspect
from keurmerk.applications.models import Application
from keurmerk.certification.errors import NotPossibleError
from rulebook.application.pages import BY_CODE
from rulebook.application.pieces import Page


def application_or_404(request: HttpRequest, public_id: UUID) -> Application:
    found = Application.objects.for_user(request.user).select_related(
        "school", "case__handler", "case__school", "case__certificate__school", "receipt", "inquiry_done_by"
    )
    return get_object_or_404(found, public_id=public_id)


def submitted_or_404(request: HttpRequest, public_id: UUID) -> Application:
    """What was not handed in, staff do not read: it is not theirs yet."""
    found = application_or_404(request, public_id)
    if found.submitted_at is None:
        raise Http404
    return found


def page_or_404(code: str) -> Page:
    if code not in BY_CODE:
        raise Http404
    return BY_CODE[code]


def aspect_or_404(code: str, page: Page) -> Aspect:
    if code not in Aspect.values or (code == Aspect.CONTENT and not page.content):
        raise Http404
    return Aspect(code)


def done(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Do it when the form is right; what the service refuses is said in the form, with all that was typed."""
    if not form.is_valid():
        return False
    try:
        act()
    except NotPossibleError as error:
        for obstacle in error.obstacles:
            form.add_error(None, obstacle.text)
        return False
    return True
