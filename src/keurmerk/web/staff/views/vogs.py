"""Certificates of conduct of the management: all of them, and looking at one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from keurmerk.organisations.models import School
from keurmerk.reporting.enums import VogState
from keurmerk.reporting.models import Vog
from keurmerk.reporting.queries.vogs import all_lines
from keurmerk.reporting.service.vogs import judge_vog
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.components.exports import csv_response, xlsx_response
from keurmerk.web.components.tables import Query, build_table, select
from keurmerk.web.staff.forms.reports import GOOD, VogJudgeForm
from keurmerk.web.staff.reporting_tables import VOG_FILTERS, SchoolVog, filters, vog_columns, vog_state
from keurmerk.web.staff.views.case_acts import done
from rulebook.application.vog import FAULT_WORDS, faults

NAME = "vog"


def rows_for(request: HttpRequest) -> list[SchoolVog]:
    wanted = request.GET.get("stand", "")
    rows = all_lines(School.objects.for_user(request.user), timezone.localdate())
    return [row for row in rows if wanted in ("", vog_state(row))]


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    table = build_table(
        vog_columns(),
        rows_for(request),
        request.GET,
        caption="VOG's van het Management",
        downloads=(("CSV", reverse("staff:vogs-csv")), ("Excel", reverse("staff:vogs-xlsx"))),
        empty="Geen VOG gevonden.",
    )
    context = {"table": table, "filters": filters(VOG_FILTERS, request.GET)}
    return render(request, "staff/vog/list.html", context)


@require_safe
@for_staff
def listing_csv(request: HttpRequest) -> HttpResponse:
    columns = vog_columns()
    return csv_response(NAME, columns, select(columns, rows_for(request), Query.of(request.GET)))


@require_safe
@for_staff
def listing_xlsx(request: HttpRequest) -> HttpResponse:
    columns = vog_columns()
    return xlsx_response(NAME, columns, select(columns, rows_for(request), Query.of(request.GET)), sheet=NAME)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def judge(request: HttpRequest, vog: UUID) -> HttpResponse:
    found = get_object_or_404(
        Vog.objects.select_related("manager__school", "document", "judged_by", "given_by", "task__case"),
        public_id=vog,
    )
    form = VogJudgeForm.of(found, request.POST or None)
    if request.method == "POST" and done(form, lambda: _judge(request, found, form)):
        messages.success(request, "Uw oordeel over de VOG is vastgelegd.")
        return redirect("staff:vog", found.public_id)
    wrong = faults(found.as_rule(), found.manager.as_rule(), timezone.localdate())
    context = {
        "vog": found,
        "school": found.manager.school,
        "form": form,
        "waits": found.state == VogState.GIVEN,
        "problems": [FAULT_WORDS[each] for each in wrong],
    }
    return render(request, "staff/vog/detail.html", context, status=422 if form.errors else 200)


def _judge(request: HttpRequest, vog: Vog, form: VogJudgeForm) -> Vog:
    given = form.cleaned_data
    return judge_vog(
        vog.pk,
        form.seen,
        agrees=given["verdict"] == GOOD,
        remark=given["remark"],
        by=user_of(request),
        today=timezone.localdate(),
    )
