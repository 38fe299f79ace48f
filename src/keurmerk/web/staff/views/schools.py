"""Schools: the list with the newest advice, one school's page, and a new school."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from keurmerk.assessments.models import Assessment
from keurmerk.certification.models import Certificate
from keurmerk.certification.queries.visits import planned_visits
from keurmerk.certification.service.certificates import can_be_taken_over
from keurmerk.organisations import service
from keurmerk.organisations.enums import CertificateKind
from keurmerk.organisations.models import School
from keurmerk.results.models import SurveyOutcome, Upload
from keurmerk.web.access import for_staff, school_or_404, user_of
from keurmerk.web.components.dispensation_words import lines_of_school
from keurmerk.web.components.exports import csv_response, xlsx_response
from keurmerk.web.components.tables import Query, build_table, select, with_query
from keurmerk.web.outcomes.school_lines import SchoolLine, school_lines, with_newest
from keurmerk.web.outcomes.school_page import newest_per_delivery
from keurmerk.web.staff.case_page import newest_change, status_of
from keurmerk.web.staff.forms import SchoolForm
from keurmerk.web.staff.reporting_on_school import reporting_on
from keurmerk.web.staff.school_table import COLUMNS, filters, narrowed

NAME = "scholen"


def lines_for(request: HttpRequest) -> list[SchoolLine]:
    schools = with_newest(School.objects.for_user(request.user))
    today = timezone.localdate()
    return sorted(narrowed(school_lines(schools), request.GET), key=lambda line: urgency(line, today))


def urgency(line: SchoolLine, today: date) -> tuple[int, int]:
    """The nearest day of judgement first, then those that have passed, then schools without an outcome."""
    if line.judged_by is None:
        return 2, 0
    days = (line.judged_by - today).days
    return (0, days) if days >= 0 else (1, -days)


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    downloads = tuple(
        (label, reverse(f"staff:schools-{kind}")) for label, kind in (("CSV", "csv"), ("Excel", "xlsx"))
    )
    table = build_table(
        COLUMNS, lines_for(request), request.GET,
        caption="Scholen", downloads=downloads, empty="Geen school gevonden.",
    )  # fmt: skip
    context = {"table": table, "filters": filters(request.GET), "here": with_query(request.path, request.GET)}
    return render(request, "staff/school/list.html", context)


@require_safe
@for_staff
def listing_csv(request: HttpRequest) -> HttpResponse:
    return csv_response(NAME, COLUMNS, select(COLUMNS, lines_for(request), Query.of(request.GET)))


@require_safe
@for_staff
def listing_xlsx(request: HttpRequest) -> HttpResponse:
    return xlsx_response(
        NAME, COLUMNS, select(COLUMNS, lines_for(request), Query.of(request.GET)), sheet=NAME
    )


@require_safe
@for_staff
def detail(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    assessments = Assessment.objects.filter(delivery__school=chosen)
    context = {
        "school": chosen,
        "people": list(chosen.memberships.select_related("user")),
        "assignments": list(chosen.assignments.filter(ended_on=None).select_related("auditor")),
        "deliveries": newest_per_delivery(assessments, "staff"),
        "dispensations": lines_of_school(chosen, timezone.localdate()),
        "uploads": list(Upload.objects.filter(school=chosen).newest_first()[:5]),
        "surveys": list(SurveyOutcome.objects.filter(school=chosen)[:10]),
        "reporting": reporting_on(chosen, timezone.localdate()),
        **certificate_context(chosen),
    }
    return render(request, "staff/school/detail.html", context)


def certificate_context(school: School) -> dict[str, Any]:
    """Open cases before closed ones, the newest first."""
    certificate = Certificate.objects.filter(school=school).first()
    return {
        "certificate": certificate,
        "status": status_of(certificate, newest_change(certificate)) if certificate else None,
        "can_take_over": certificate is None or can_be_taken_over(certificate),
        "visits": planned_visits(certificate, timezone.localdate()),
        "cases": list(school.cases.order_by(F("closed_on").desc(nulls_first=True), "-number")),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def new(request: HttpRequest) -> HttpResponse:
    """Sent twice, the second one says that the number is already known."""
    form = SchoolForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        school = service.register_school(
            **(form.cleaned_data | {"certificate": CertificateKind(form.cleaned_data["certificate"])}),
            registered_by=user_of(request),
        )
        messages.success(request, f"{school.name} is toegevoegd. Nodig nu iemand van de school uit.")
        return redirect("staff:school", school.public_id)
    return render(request, "staff/school/new.html", {"form": form})
