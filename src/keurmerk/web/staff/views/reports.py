"""Reports of schools: the queue, and one report with everything that can be done with it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from keurmerk.reporting.enums import ReportState
from keurmerk.reporting.models import Report
from keurmerk.reporting.queries.reports import reports_for_staff
from keurmerk.web.access import for_staff
from keurmerk.web.components.exports import csv_response, xlsx_response
from keurmerk.web.components.paging import pager
from keurmerk.web.components.reports import timing_words
from keurmerk.web.components.tables import PAGE_SIZE, Query, paged_table
from keurmerk.web.staff.reporting_tables import (
    REPORT_COLUMNS,
    REPORT_FILTERS,
    STATES,
    filters,
    wanted_of,
)

NAME = "meldingen"


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    found = reports_for_staff(wanted_of(request.GET))
    total = found.count()
    page = pager(total, Query.of(request.GET).page, request.GET, PAGE_SIZE)
    table = paged_table(
        REPORT_COLUMNS,
        list(found[page.start : page.stop]),
        request.GET,
        caption="Meldingen",
        total=total,
        downloads=(("CSV", reverse("staff:report-list-csv")), ("Excel", reverse("staff:report-list-xlsx"))),
        empty="Geen melding gevonden.",
    )
    context = {"table": table, "filters": filters(REPORT_FILTERS, request.GET)}
    return render(request, "staff/report/list.html", context)


@require_safe
@for_staff
def listing_csv(request: HttpRequest) -> HttpResponse:
    return csv_response(NAME, REPORT_COLUMNS, reports_for_staff(wanted_of(request.GET)))


@require_safe
@for_staff
def listing_xlsx(request: HttpRequest) -> HttpResponse:
    found = reports_for_staff(wanted_of(request.GET))
    return xlsx_response(NAME, REPORT_COLUMNS, found, sheet=NAME)


@require_safe
@for_staff
def detail(request: HttpRequest, report: UUID) -> HttpResponse:
    found = report_or_404(request, report)
    questions = list(found.questions.select_related("asked_by", "answered_by"))
    context = {
        "report": found,
        "school": found.school,
        "state": dict(STATES)[found.state],
        "timing": timing_words(found),
        "questions": questions,
        "waits": any(each.answered_on is None for each in questions),
        "is_open": found.state_ is not ReportState.NOTED,
        "files": found.files.select_related("document"),
        "tasks": found.case.tasks.filter(done_on=None, ended_on=None),
    }
    return render(request, "staff/report/detail.html", context)


def report_or_404(request: HttpRequest, public_id: UUID) -> Report:
    seen = Report.objects.for_user(request.user).select_related(
        "school", "case", "reported_by", "noted_by", "supervision"
    )
    return get_object_or_404(seen, public_id=public_id)
