"""Which auditor may look into a school: opened and closed here."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from keurmerk.organisations import service
from keurmerk.web.access import for_staff, school_or_404, user_of
from keurmerk.web.staff.forms import AuditorForm


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def assign(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    form = AuditorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        auditor = form.cleaned_data["auditor"]
        service.assign_auditor(chosen, auditor, assigned_by=user_of(request), today=timezone.localdate())
        messages.success(request, f"{auditor.name} mag nu de uitkomsten van {chosen} inzien.")
        return redirect("staff:auditors", chosen.public_id)
    assignments = chosen.assignments.filter(ended_on=None).select_related("auditor")
    return render(
        request, "staff/person/auditors.html", {"school": chosen, "form": form, "assignments": assignments}
    )


@for_staff
@require_POST
def end(request: HttpRequest, school: UUID, assignment: int) -> HttpResponse:
    chosen = school_or_404(request, school)
    found = get_object_or_404(chosen.assignments.select_related("auditor"), pk=assignment)
    if found.ended_on is None:
        service.end_assignment(found, ended_by=user_of(request), today=timezone.localdate())
        messages.success(request, f"{found.auditor.name} ziet {chosen} niet meer.")
    return redirect("staff:auditors", chosen.public_id)
