"""Improvement plans: asking for one, and everything that happens to it."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from keurmerk.certification.models import Plan
from keurmerk.certification.queries import known_now
from keurmerk.certification.queries.plans import open_plan, plan_terms, plan_timeline
from keurmerk.certification.service import deciding
from keurmerk.certification.service import plans as service
from keurmerk.certification.service.plans import Question
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.staff import decision_page as page
from keurmerk.web.staff.act_list import Given, acts_of, carry_out, typed
from keurmerk.web.staff.acting import (
    attempt,
    case_or_404,
    closed,
    fact_link,
    plan_or_404,
    refused,
    term_shown,
)
from keurmerk.web.staff.forms.plan import PlanQuestionForm
from keurmerk.web.staff.plan_acts import ACTS
from keurmerk.web.upload_limit import takes_documents
from rulebook.lifecycle.events import PlanEvent
from rulebook.lifecycle.states import PlanState
from rulebook.lifecycle.table import PLAN
from rulebook.lifecycle.tables.plan import ASKED_BECAUSE, FAILED_BECAUSE

BY_CODE = {act.code: act for act in ACTS}
ANCHORS = {
    "feiten": "#id_facts_text",
    "rapport": "#id_report_received_on",
    "niet_geschorst": "#gronden",
    "wel_toegekend": "#gronden",
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def new(request: HttpRequest, case: UUID) -> HttpResponse:
    found, today = case_or_404(request, case), timezone.localdate()
    if refusal_page := closed(request, found):
        return refusal_page
    form = PlanQuestionForm(request.POST or None)
    to_fact = fact_link(found)
    refusal: dict[str, Any] = {}
    status = 200
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        question = Question(
            grounds=tuple(given["grounds"]),
            facts_text=given["facts_text"],
            report_received_on=given["report_received_on"],
        )
        plan, error = attempt(
            lambda: service.ask(found, question, asked_by=user_of(request), now=timezone.now())
        )
        if error is None:
            messages.success(request, "Het verzoek om een plan van aanpak is verzonden.")
            return redirect("staff:plan", plan.public_id)
        refusal = refused(error, lambda one: ANCHORS.get(one.code) or to_fact(one))
        status = 409 if "plan_loopt" in error.codes else 200
    row = PLAN.cells[PlanState.NONE, PlanEvent.ASK]
    known = known_now(found.certificate, today)
    context = {
        "case": found,
        "form": form,
        "row": row,
        "grounds": page.ground_lines(row, found, known, set(form["grounds"].value() or ())),
        "running": open_plan(found.certificate),
        "mail": page.who_gets_mail(found),
    } | refusal
    return render(request, "staff/plan/new.html", context, status=status)


@require_safe
@for_staff
def detail(request: HttpRequest, plan: UUID) -> HttpResponse:
    return plan_page(request, plan_or_404(request, plan))


def plan_page(
    request: HttpRequest,
    plan: Plan,
    *,
    bound: tuple[str, forms.Form] | None = None,
    refusal: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate()
    known = service.known_of(plan, today)
    grounds = {ground.code: ground for ground in (*ASKED_BECAUSE, *FAILED_BECAUSE)}
    context = {
        "case": plan.case,
        "plan": plan,
        "grounds": [grounds[code] for code in plan.grounds if code in grounds],
        "terms": [term_shown(term, today, "het plan van aanpak") for term in plan_terms(plan)],
        "moments": plan_timeline(plan),
        "acts": acts_of(ACTS, plan, PLAN, known, link=fact_link(plan.case), bound=bound),
        "form": bound[1] if bound else None,
        "typed": typed(bound) if refusal else [],
        "decisions": list(plan.decisions.all()),
        "act_address": "staff:plan-act",
        "about": plan.public_id,
    } | (refusal or {})
    return render(request, "staff/plan/detail.html", context, status=status)


@for_staff
@takes_documents(1)
@require_POST
def act(request: HttpRequest, plan: UUID, plan_act: str) -> HttpResponse:
    found = plan_or_404(request, plan)
    if plan_act == "oordeel":
        return judge(request, found)
    chosen = BY_CODE.get(plan_act)
    if chosen is None:
        raise Http404
    form = chosen.form(request.POST, request.FILES) if chosen.form else None
    if form is not None and not form.is_valid():
        return plan_page(request, found, bound=(plan_act, form))
    given = Given(form.cleaned_data if form else {}, user_of(request), timezone.now())
    _, error = attempt(lambda: carry_out(chosen, found, given))
    if error is not None:
        found.refresh_from_db()
        bound = (plan_act, form) if form else None
        return plan_page(request, found, bound=bound, refusal=refused(error), status=409)
    messages.success(request, chosen.told)
    return redirect("staff:plan", found.public_id)


def judge(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Starting twice gives the same draft."""
    try:
        event = PlanEvent(request.POST.get("uitkomst", ""))
    except ValueError:
        raise Http404 from None
    decision, error = attempt(
        lambda: deciding.prepare(plan.case, event, prepared_by=user_of(request), plan=plan)
    )
    if error is not None:
        return plan_page(request, plan, refusal=refused(error), status=409)
    return redirect("staff:decision", decision.public_id)
