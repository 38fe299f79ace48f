"""The worklist: open cases by their nearest legal date, a page at a time from the database."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from keurmerk.certification.queries import worklist
from keurmerk.certification.queries.worklist import Line
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.components.exports import csv_response, xlsx_response
from keurmerk.web.components.paging import pager
from keurmerk.web.components.tables import PAGE_SIZE, SORT, Query, paged_table
from keurmerk.web.staff.worklist_table import columns, filters, narrows, wanted_of

NAME = "werklijst"
NOTHING_OPEN = "Er zijn geen open zaken."
NOTHING_FOUND = "Geen open zaak past bij deze keuze."


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    today, wanted = timezone.localdate(), wanted_of(request.GET)
    found = worklist.open_cases(wanted, user_id=user_of(request).pk, today=today)
    total = found.count()
    page = pager(total, Query.of(request.GET).page, request.GET, PAGE_SIZE)
    narrowed = narrows(request.GET)
    table = paged_table(
        columns(today),
        list(worklist.lines(found, wanted, page.start, page.stop)),
        request.GET,
        caption="Open zaken",
        total=total,
        downloads=(("CSV", reverse("staff:worklist-csv")), ("Excel", reverse("staff:worklist-xlsx"))),
        empty=NOTHING_FOUND if narrowed else NOTHING_OPEN,
    )
    context = {
        "table": table,
        "filters": filters(request.GET),
        "narrowed": narrowed,
        "sort": request.GET.get(SORT, ""),
    }
    return render(request, "staff/worklist/list.html", context)


@require_safe
@for_staff
def listing_csv(request: HttpRequest) -> HttpResponse:
    return csv_response(NAME, columns(timezone.localdate()), everything(request))


@require_safe
@for_staff
def listing_xlsx(request: HttpRequest) -> HttpResponse:
    return xlsx_response(NAME, columns(timezone.localdate()), everything(request), sheet=NAME)


def everything(request: HttpRequest) -> list[Line]:
    wanted = wanted_of(request.GET)
    found = worklist.open_cases(wanted, user_id=user_of(request).pk, today=timezone.localdate())
    return list(worklist.lines(found, wanted))
