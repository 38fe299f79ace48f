"""Who showed interest: those that wait, what is known of them, invited or declined."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from keurmerk.applications.models import Interest
from keurmerk.applications.queries.interests import Line, interest_lines, line_of
from keurmerk.applications.service import interests as service
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.components.exports import csv_response, xlsx_response
from keurmerk.web.components.tables import Query, build_table, select
from keurmerk.web.staff.acting import attempt, refused
from keurmerk.web.staff.application_table import STATE, interest_columns, interest_filters
from keurmerk.web.staff.case_timeline import grounds_in_words
from keurmerk.web.staff.forms.application import DeclineForm

NAME = "belangstelling"
NOTHING = "Er is nog geen belangstelling getoond."
NOTHING_FOUND = "Geen aanmelding past bij deze keuze."


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    narrowed = bool(request.GET.get(STATE))
    downloads = tuple(
        (label, reverse(f"staff:interests-{kind}")) for label, kind in (("CSV", "csv"), ("Excel", "xlsx"))
    )
    table = build_table(
        interest_columns(), interest_lines(request.GET.get(STATE, "")), request.GET,
        caption="Belangstelling", downloads=downloads, empty=NOTHING_FOUND if narrowed else NOTHING,
    )  # fmt: skip
    context = {"table": table, "filters": interest_filters(request.GET), "narrowed": narrowed}
    return render(request, "staff/application/interests.html", context)


@require_safe
@for_staff
def listing_csv(request: HttpRequest) -> HttpResponse:
    return csv_response(NAME, interest_columns(), selected(request))


@require_safe
@for_staff
def listing_xlsx(request: HttpRequest) -> HttpResponse:
    return xlsx_response(NAME, interest_columns(), selected(request), sheet=NAME)


def selected(request: HttpRequest) -> list[Line]:
    return select(interest_columns(), interest_lines(request.GET.get(STATE, "")), Query.of(request.GET))


@require_safe
@for_staff
def detail(request: HttpRequest, interest: UUID) -> HttpResponse:
    return interest_page(request, interest_or_404(interest), DeclineForm())


@for_staff
@require_POST
def accept(request: HttpRequest, interest: UUID) -> HttpResponse:
    """Pressed twice, the second says that it was handled."""
    found = interest_or_404(interest)
    _, error = attempt(
        lambda: service.accept_interest(found.pk, by=user_of(request), today=timezone.localdate())
    )
    if error is not None:
        found.refresh_from_db()
        return interest_page(request, found, DeclineForm(), refusal=refused(error), status=409)
    messages.success(request, f"{found.person} is uitgenodigd en kan de overeenkomsten tekenen.")
    return redirect("staff:interest", found.public_id)


@for_staff
@require_POST
def decline(request: HttpRequest, interest: UUID) -> HttpResponse:
    found, form = interest_or_404(interest), DeclineForm(request.POST)
    if not form.is_valid():
        return interest_page(request, found, form)
    reason = form.cleaned_data["reason"]
    _, error = attempt(
        lambda: service.decline_interest(
            found.pk, because=reason, by=user_of(request), today=timezone.localdate()
        )
    )
    if error is not None:
        found.refresh_from_db()
        more = refused(error) | {"typed": [("Reden", reason)]}
        return interest_page(request, found, form, refusal=more, status=409)
    messages.success(request, f"De aanmelding van {found.name} is afgesloten. {found.person} krijgt bericht.")
    return redirect("staff:interest", found.public_id)


def interest_or_404(public_id: UUID) -> Interest:
    return get_object_or_404(Interest.objects.select_related("school", "handled_by"), public_id=public_id)


def interest_page(
    request: HttpRequest,
    interest: Interest,
    form: DeclineForm,
    *,
    refusal: dict[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    line = line_of(interest)
    context = {
        "interest": interest,
        "line": line,
        "history": [(each, grounds_in_words(each.event, each.grounds)) for each in line.history],
        "form": form,
    } | (refusal or {})
    return render(request, "staff/application/interest.html", context, status=status)
