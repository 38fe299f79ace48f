"""Appeal and interim relief: what was filed, what the court said, and when relief ended."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.certification.enums import CourtMatter, CourtOutcome
from keurmerk.certification.models import CourtCase
from keurmerk.certification.service import courts as service
from keurmerk.certification.service.courts import Ruling
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.staff.acting import attempt, objection_or_404, refused
from keurmerk.web.staff.forms.objection import CourtForm, EndReliefForm, RulingForm

ANCHORS = {
    "rechtbank": "#id_court",
    "ingediend_op": "#id_filed_on",
    "uitkomst": "#id_outcome_0",
    "uitspraak_op": "#id_decided_on",
    "gevolg": "#id_consequence",
    "vernietigt": "#id_annuls",
    "geeindigd_op": "#id_ended_on",
}
RECORD = {
    CourtMatter.APPEAL.value: service.record_appeal,
    CourtMatter.INTERIM_RELIEF.value: service.record_relief,
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def new(request: HttpRequest, objection: UUID) -> HttpResponse:
    found = objection_or_404(request, objection)
    form = CourtForm(request.POST or None)
    refusal: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        record = RECORD[given.pop("matter")]
        court_case, error = attempt(
            lambda: record(found.pk, **given, by=user_of(request), today=timezone.localdate())
        )
        if error is None:
            messages.success(request, f"Vastgelegd: {court_case.get_matter_display()}.")
            return redirect("staff:objection", found.public_id)
        refusal = refused(error, lambda one: ANCHORS.get(one.code, ""))
    context = {"case": found.case, "objection": found, "form": form} | refusal
    return render(request, "staff/court/new.html", context, status=409 if refusal else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def detail(request: HttpRequest, objection: UUID, court: UUID) -> HttpResponse:
    found = objection_or_404(request, objection)
    court_case = get_object_or_404(CourtCase.objects.filter(objection=found), public_id=court)
    waits = court_case.outcome == CourtOutcome.PENDING
    holds = (
        court_case.matter == CourtMatter.INTERIM_RELIEF
        and court_case.outcome == CourtOutcome.GRANTED
        and court_case.ended_on is None
    )
    kind = RulingForm if "outcome" in request.POST or waits else EndReliefForm
    form = kind(request.POST if request.method == "POST" else None)
    refusal: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        _, error = attempt(lambda: recorded(request, court_case, form.cleaned_data))
        if error is None:
            messages.success(request, "De uitkomst is vastgelegd.")
            return redirect("staff:objection", found.public_id)
        refusal = refused(error, lambda one: ANCHORS.get(one.code, ""))
    context = {
        "case": found.case,
        "objection": found,
        "court": court_case,
        "form": form,
        "waits": waits,
        "holds": holds,
    } | refusal
    return render(request, "staff/court/detail.html", context, status=409 if refusal else 200)


def recorded(request: HttpRequest, court_case: CourtCase, given: dict[str, Any]) -> CourtCase:
    by, today = user_of(request), timezone.localdate()
    if "ended_on" in given:
        return service.end_relief(court_case.pk, ended_on=given["ended_on"], by=by, today=today)
    ruling = Ruling(
        outcome=CourtOutcome(given["outcome"]),
        decided_on=given["decided_on"],
        consequence=given["consequence"],
        annuls=given["annuls"],
    )
    return service.record_ruling(court_case.pk, ruling, by=by, today=today)
