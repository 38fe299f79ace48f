"""One case on one page: where it stands, what must be done, what can happen and why not."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from keurmerk.certification.models import Case
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.staff.case_page import case_context


@require_safe
@for_staff
def detail(request: HttpRequest, case: UUID) -> HttpResponse:
    found = case_or_404(request, case)
    context = case_context(found, user_of(request), timezone.localdate())
    return render(request, "staff/case/detail.html", context)


def case_or_404(request: HttpRequest, public_id: UUID) -> Case:
    seen = Case.objects.for_user(request.user)
    found = seen.select_related("school", "certificate__school", "handler")
    return get_object_or_404(found, public_id=public_id)


def address_of(case: Case, anchor: str = "") -> str:
    return reverse("staff:case", args=[case.public_id]) + anchor
