"""Mijn organisatie: legal form, locations, management and owners as we know them. To read only."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from keurmerk.organisations.models import School
from keurmerk.persons.models import Organisation
from keurmerk.persons.queries.pages import locations_of, management_of, network_of
from keurmerk.web.access import for_schools, may_or_403, school_or_404, user_of
from keurmerk.web.components.exports import csv_response, xlsx_response
from keurmerk.web.components.persons_tables import LOCATIONS, MANAGEMENT

PERSONS = "organisations.view_persons_of_school"


@require_safe
@for_schools
def page(request: HttpRequest, school: UUID) -> HttpResponse:
    """Locations for everyone of the school; people only for who may see data of persons."""
    chosen, today = school_or_404(request, school), timezone.localdate()
    own = Organisation.objects.filter(school=chosen).first()
    sees = user_of(request).has_perm(PERSONS, chosen)
    context = {
        "school": chosen,
        "organisation": own,
        "locations": locations_of(chosen),
        "sees_persons": sees,
        "management": management_of(chosen, today) if sees else [],
        "owners": _owners(own) if own and sees else [],
    }
    return render(request, "school/organisation/page.html", context)


def _owners(own: Organisation) -> list[tuple[str, str]]:
    """The name of each ultimate owner, with why; nothing of others than those the school told of."""
    network = network_of(own, timezone.localdate())
    return [(network.graph.nodes[each.person].name, "; ".join(each.reasons)) for each in network.owners]


def _with_persons(request: HttpRequest, school: UUID) -> School:
    chosen = school_or_404(request, school)
    may_or_403(request, PERSONS, chosen)
    return chosen


@require_safe
@for_schools
def locations_csv(request: HttpRequest, school: UUID) -> HttpResponse:
    return csv_response("vestigingen", LOCATIONS, locations_of(school_or_404(request, school)))


@require_safe
@for_schools
def locations_xlsx(request: HttpRequest, school: UUID) -> HttpResponse:
    rows = locations_of(school_or_404(request, school))
    return xlsx_response("vestigingen", LOCATIONS, rows, sheet="vestigingen")


@require_safe
@for_schools
def management_csv(request: HttpRequest, school: UUID) -> HttpResponse:
    rows = management_of(_with_persons(request, school), timezone.localdate())
    return csv_response("management", MANAGEMENT, rows)


@require_safe
@for_schools
def management_xlsx(request: HttpRequest, school: UUID) -> HttpResponse:
    rows = management_of(_with_persons(request, school), timezone.localdate())
    return xlsx_response("management", MANAGEMENT, rows, sheet="management")
