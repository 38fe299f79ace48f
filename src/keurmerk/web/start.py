"""Where somebody lands after signing in: the first page of their own role."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from keurmerk.accounts.enums import Role
from keurmerk.web.access import user_of

FIRST_PAGES = {Role.SCHOOL: "school:home", Role.STAFF: "staff:worklist", Role.AUDITOR: "auditor:schools"}


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    return redirect(FIRST_PAGES[Role(user_of(request).role)])
