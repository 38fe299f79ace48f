"""Locations and management of a school as files."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from keurmerk.persons.queries.pages import locations_of, management_of
from keurmerk.web.access import for_staff, school_or_404
from keurmerk.web.components.exports import csv_response, xlsx_response
from keurmerk.web.components.persons_tables import LOCATIONS, MANAGEMENT


@require_safe
@for_staff
def locations_csv(request: HttpRequest, school: UUID) -> HttpResponse:
    return csv_response("vestigingen", LOCATIONS, locations_of(school_or_404(request, school)))


@require_safe
@for_staff
def locations_xlsx(request: HttpRequest, school: UUID) -> HttpResponse:
    rows = locations_of(school_or_404(request, school))
    return xlsx_response("vestigingen", LOCATIONS, rows, sheet="vestigingen")


@require_safe
@for_staff
def management_csv(request: HttpRequest, school: UUID) -> HttpResponse:
    rows = management_of(school_or_404(request, school), timezone.localdate())
    return csv_response("management", MANAGEMENT, rows)


@require_safe
@for_staff
def management_xlsx(request: HttpRequest, school: UUID) -> HttpResponse:
    rows = management_of(school_or_404(request, school), timezone.localdate())
    return xlsx_response("management", MANAGEMENT, rows, sheet="management")
