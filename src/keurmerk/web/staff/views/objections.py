"""Objections: entered when they come on paper, handled, and a decision on them prepared."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from keurmerk.certification.enums import DecisionState, Manner, Subject
from keurmerk.certification.errors import NotPossibleError, refuse
from keurmerk.certification.models import Decision, Objection
from keurmerk.certification.queries.objections import missing_demands, objection_timeline
from keurmerk.certification.service import deciding
from keurmerk.certification.service import objections as service
from keurmerk.certification.service.objections import Filing
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.journal.unit import journaled
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.staff.act_list import Given, acts_of, carry_out, typed
from keurmerk.web.staff.acting import (
    attempt,
    conflict,
    decision_or_404,
    fact_link,
    objection_or_404,
    refused,
    term_shown,
)
from keurmerk.web.staff.forms.objection import MOST_PAPERS, FilingForm
from keurmerk.web.staff.objection_acts import ACTS
from keurmerk.web.staff.views.decisions import address_of
from keurmerk.web.upload_limit import takes_documents
from rulebook.lifecycle.events import ObjectionEvent
from rulebook.lifecycle.table import OBJECTION
from rulebook.lifecycle.tables.objection import PENDING

BY_CODE = {act.code: act for act in ACTS}
ANCHORS = {"ontvangen_op": "#id_received_on", "gepost_op": "#id_posted_on", "wijze": "#id_manner_0"}
SIX = (
    "De naam en het adres van de indiener",
    "De dagtekening",
    "Het kenmerk van het besluit",
    "Een machtiging, als het bezwaar namens een ander is",
    "De gronden: waarom de indiener het niet eens is met het besluit",
    "Een ondertekening",
)
AS_TYPED = (
    "posted_on",
    "objector",
    "address",
    "dated_on",
    "reference",
    "for_another",
    "authorised",
    "arguments",
    "signed",
    "late_reason",
    "received_on",
)


@takes_documents(MOST_PAPERS)
@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def new(request: HttpRequest, decision: UUID) -> HttpResponse:
    """One that came by post or by e-mail."""
    contested = decision_or_404(request, decision)
    if contested.state != DecisionState.SIGNED or not contested.open_to_objection:
        error = refuse("niet_vatbaar", "Tegen dit besluit staat geen bezwaar open.", "§7.10.1")
        back = ("Naar het besluit", address_of(contested))
        return conflict(request, "Bezwaar kan hier niet", error.obstacles, back=back)
    form = FilingForm(request.POST or None, request.FILES or None)
    refusal: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        objection, error_ = attempt(lambda: filed(request, contested, form))
        if error_ is None:
            messages.success(request, "Het bezwaar is ingevoerd en de ontvangst is bevestigd.")
            return redirect("staff:objection", objection.public_id)
        refusal = refused(error_, lambda one: ANCHORS.get(one.code, ""))
    term = contested.case.terms.filter(
        subject=Subject.OBJECTION, subject_id=contested.pk, code="bezwaar"
    ).first()
    context = {
        "case": contested.case,
        "decision": contested,
        "form": form,
        "term": term_shown(term, timezone.localdate(), "de verzending van het besluit"),
        "objections": list(contested.objections.select_related("case")),
    } | refusal
    return render(request, "staff/objection/new.html", context)


@journaled
def filed(request: HttpRequest, contested: Decision, form: FilingForm) -> Objection:
    given = form.cleaned_data
    papers = [
        documents.add_examined(
            file,
            title=f"Bezwaarschrift tegen {contested.reference}",
            kind=DocumentKind.OBJECTION,
            school=contested.case.school,
            added_by=user_of(request),
            for_school=given["by_whom"] == "school",
        )
        for file in given["papers"]
    ]
    filing = Filing(
        manner=Manner(given["manner"]),
        by_school=given["by_whom"] == "school",
        **{name: given[name] for name in AS_TYPED},
    )
    return service.file(contested.pk, filing, filed_by=user_of(request), now=timezone.now(), papers=papers)


@require_safe
@for_staff
def detail(request: HttpRequest, objection: UUID) -> HttpResponse:
    return objection_page(request, objection_or_404(request, objection))


def objection_page(
    request: HttpRequest,
    objection: Objection,
    *,
    bound: tuple[str, forms.Form] | None = None,
    refusal: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate()
    known = service.known_of(objection, today)
    terms = objection.case.terms.filter(subject=Subject.OBJECTION, subject_id=objection.pk, ended_on=None)
    context = {
        "case": objection.case,
        "objection": objection,
        "decision": objection.decision,
        "demands": demands(objection),
        "terms": [term_shown(term, today, "het bezwaar") for term in terms],
        "moments": objection_timeline(objection),
        "acts": acts_of(ACTS, objection, OBJECTION, known, link=fact_link(objection.case), bound=bound),
        "form": bound[1] if bound else None,
        "typed": typed(bound) if refusal else [],
        "answers": list(objection.answers.all()),
        "courts": list(objection.court_cases.all()),
        "papers": [paper.document for paper in objection.case.papers.select_related("document")],
        "pending": objection.state_ in PENDING,
        "act_address": "staff:objection-act",
        "about": objection.public_id,
    } | (refusal or {})
    return render(request, "staff/objection/detail.html", context, status=status)


def demands(objection: Objection) -> list[tuple[str, bool]]:
    """The six in their order, each met or not."""
    lacking = missing_demands(objection)
    everything = missing_demands(Objection(for_another=True))
    return [(words, demand not in lacking) for words, demand in zip(SIX, everything, strict=True)]


@for_staff
@require_POST
def act(request: HttpRequest, objection: UUID, objection_act: str) -> HttpResponse:
    found = objection_or_404(request, objection)
    if objection_act == "beslissing":
        return answer(request, found)
    chosen = BY_CODE.get(objection_act)
    if chosen is None:
        raise Http404
    form = chosen.form(request.POST) if chosen.form else None
    if form is not None and not form.is_valid():
        return objection_page(request, found, bound=(objection_act, form))
    given = Given(form.cleaned_data if form else {}, user_of(request), timezone.now())
    _, error = attempt(lambda: carry_out(chosen, found, given))
    if error is not None:
        return not_now(request, found, error, (objection_act, form) if form else None)
    messages.success(request, chosen.told)
    return redirect("staff:objection", found.public_id)


def not_now(
    request: HttpRequest,
    objection: Objection,
    error: NotPossibleError,
    bound: tuple[str, forms.Form] | None = None,
) -> HttpResponse:
    objection.refresh_from_db()
    return objection_page(request, objection, bound=bound, refusal=refused(error), status=409)


def answer(request: HttpRequest, objection: Objection) -> HttpResponse:
    """Starting twice gives the same draft."""
    try:
        event = ObjectionEvent(request.POST.get("uitkomst", ""))
    except ValueError:
        raise Http404 from None
    decision, error = attempt(
        lambda: deciding.prepare(objection.case, event, prepared_by=user_of(request), objection=objection)
    )
    if error is not None:
        return not_now(request, objection, error)
    return redirect("staff:decision", decision.public_id)
