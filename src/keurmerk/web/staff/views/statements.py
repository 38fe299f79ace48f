"""Management statements: which holder gave its yearly one, and who has not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from keurmerk.reporting.queries.statements import StatementLine, holders_with_statements
from keurmerk.web.access import for_staff
from keurmerk.web.components.exports import csv_response, xlsx_response
from keurmerk.web.components.tables import Query, build_table, select
from keurmerk.web.staff.reporting_tables import (
    STATEMENT_FILTERS,
    filters,
    statement_columns,
    statement_state,
)

NAME = "managementverklaringen"


def lines_for(request: HttpRequest) -> list[StatementLine]:
    wanted, today = request.GET.get("stand", ""), timezone.localdate()
    return [line for line in holders_with_statements() if wanted in ("", statement_state(line, today))]


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    table = build_table(
        statement_columns(timezone.localdate()),
        lines_for(request),
        request.GET,
        caption="Managementverklaringen",
        downloads=(("CSV", reverse("staff:statements-csv")), ("Excel", reverse("staff:statements-xlsx"))),
        empty="Geen school gevonden.",
    )
    context = {"table": table, "filters": filters(STATEMENT_FILTERS, request.GET)}
    return render(request, "staff/statement/list.html", context)


@require_safe
@for_staff
def listing_csv(request: HttpRequest) -> HttpResponse:
    columns = statement_columns(timezone.localdate())
    return csv_response(NAME, columns, select(columns, lines_for(request), Query.of(request.GET)))


@require_safe
@for_staff
def listing_xlsx(request: HttpRequest) -> HttpResponse:
    columns = statement_columns(timezone.localdate())
    return xlsx_response(
        NAME, columns, select(columns, lines_for(request), Query.of(request.GET)), sheet=NAME
    )
