"""Every application with its nearest legal date and both clocks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from keurmerk.applications.enums import InterestState
from keurmerk.applications.models import Interest
from keurmerk.applications.queries.overview import Line, overview
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.components.exports import csv_response, xlsx_response
from keurmerk.web.components.tables import Query, build_table, select
from keurmerk.web.staff.application_table import MINE, NOBODY, STATE, WHOSE, columns, filters

NAME = "aanvragen"
NOTHING_OPEN = "Er loopt geen aanvraag."
NOTHING_FOUND = "Geen aanvraag past bij deze keuze."


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    narrowed = any(request.GET.get(key) for key in (STATE, WHOSE))
    downloads = tuple(
        (label, reverse(f"staff:applications-{kind}")) for label, kind in (("CSV", "csv"), ("Excel", "xlsx"))
    )
    table = build_table(
        columns(timezone.localdate()), lines_for(request), request.GET,
        caption="Aanvragen", downloads=downloads, empty=NOTHING_FOUND if narrowed else NOTHING_OPEN,
    )  # fmt: skip
    context = {
        "table": table,
        "filters": filters(request.GET),
        "narrowed": narrowed,
        "waiting": Interest.objects.filter(state=InterestState.CONFIRMED).count(),
    }
    return render(request, "staff/application/list.html", context)


@require_safe
@for_staff
def listing_csv(request: HttpRequest) -> HttpResponse:
    return csv_response(NAME, columns(timezone.localdate()), selected(request))


@require_safe
@for_staff
def listing_xlsx(request: HttpRequest) -> HttpResponse:
    return xlsx_response(NAME, columns(timezone.localdate()), selected(request), sheet=NAME)


def selected(request: HttpRequest) -> list[Line]:
    return select(columns(timezone.localdate()), lines_for(request), Query.of(request.GET))


def lines_for(request: HttpRequest) -> list[Line]:
    whose = request.GET.get(WHOSE, "")
    handler = user_of(request).pk if whose == MINE else None
    return overview(request.GET.get(STATE, ""), handler=handler, nobody=whose == NOBODY)
