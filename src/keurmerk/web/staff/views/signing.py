"""Put before somebody to sign, signed, given back, dropped: each asks once, in a sentence."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.certification.enums import DecisionState
from keurmerk.certification.errors import NotPossibleError, refuse
from keurmerk.certification.models import Decision
from keurmerk.certification.service import deciding
from keurmerk.certification.service import signing as service
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.staff import decision_page as page
from keurmerk.web.staff.acting import attempt, conflict, decision_or_404
from keurmerk.web.staff.decision_draft import any_row_of, row_of
from keurmerk.web.staff.forms.decision import ReasonForm
from keurmerk.web.staff.views.decisions import address_of, shared

ASKING = ["GET", "HEAD", "POST"]
TITLES = {
    "submit": "Dit besluit kan niet worden voorgelegd",
    "sign": "Dit besluit kan niet worden ondertekend",
    "return": "Dit besluit kan niet worden teruggegeven",
    "cancel": "Dit besluit kan niet vervallen",
}


def wrong_state(request: HttpRequest, decision: Decision, what: str) -> HttpResponse:
    return not_now(
        request, decision, what, refuse("status", f"Dit besluit is {decision.get_state_display()}.")
    )


def not_now(request: HttpRequest, decision: Decision, what: str, error: NotPossibleError) -> HttpResponse:
    decision.refresh_from_db(fields=["state"])
    label = "Naar het ondertekende besluit" if decision.state == DecisionState.SIGNED else "Naar het besluit"

    def link(obstacle: object) -> str:
        found = page.link_of(decision)(obstacle)  # type: ignore[arg-type]
        return address_of(decision) + found if found.startswith("#") else found

    return conflict(request, TITLES[what], error.obstacles, back=(label, address_of(decision)), link=link)


@require_http_methods(ASKING)
@for_staff
def submit(request: HttpRequest, decision: UUID) -> HttpResponse:
    found, today = decision_or_404(request, decision), timezone.localdate()
    if request.method == "POST":
        _, error = attempt(lambda: deciding.submit(found.pk, by=user_of(request), today=today))
        if error is not None:
            return not_now(request, found, "submit", error)
        messages.success(request, f"Besluit {found.reference} ligt klaar om te ondertekenen.")
        return redirect("staff:decision", found.public_id)
    if found.state != DecisionState.DRAFT:
        return wrong_state(request, found, "submit")
    context = shared(found) | {
        "missing": page.still_missing(found, today),
        "signers": page.signers_of(found, today, besides=[user_of(request).pk]),
        "address": address_of(found),
    }
    return render(request, "staff/decision/submit.html", context)


@require_http_methods(ASKING)
@for_staff
def sign(request: HttpRequest, decision: UUID) -> HttpResponse:
    """Of two who press at once, the second is told that it is signed, and sees who did."""
    found, today = decision_or_404(request, decision), timezone.localdate()
    if request.method == "POST":
        _, error = attempt(lambda: service.sign(found.pk, by=user_of(request), now=timezone.now()))
        if error is not None:
            return not_now(request, found, "sign", error)
        messages.success(request, f"Besluit {found.reference} is ondertekend en verzonden.")
        return redirect("staff:decision", found.public_id)
    if found.state != DecisionState.SUBMITTED:
        return wrong_state(request, found, "sign")
    row = any_row_of(found)
    context = shared(found) | {
        "sentence": page.act_sentence(found),
        "row": row,
        "follows": page.follows(row, found.case.certificate.state_) if is_of_mark(found) else None,
        "why_not": page.why_not_sign(found, user_of(request), today),
        "missing": page.still_missing(found, today),
    }
    return render(request, "staff/decision/sign.html", context)


def is_of_mark(decision: Decision) -> bool:
    return decision.plan_id is None and decision.objection_id is None and row_of(decision) is not None


@require_http_methods(ASKING)
@for_staff
def give_back(request: HttpRequest, decision: UUID) -> HttpResponse:
    found = decision_or_404(request, decision)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        because = form.cleaned_data["reason"]
        _, error = attempt(lambda: deciding.give_back(found.pk, because=because, by=user_of(request)))
        if error is not None:
            return not_now(request, found, "return", error)
        messages.success(request, f"Besluit {found.reference} is teruggegeven aan wie het voorbereidde.")
        return redirect("staff:decision", found.public_id)
    if found.state != DecisionState.SUBMITTED:
        return wrong_state(request, found, "return")
    return render(request, "staff/decision/return.html", shared(found) | {"form": form})


@require_http_methods(ASKING)
@for_staff
def cancel(request: HttpRequest, decision: UUID) -> HttpResponse:
    found = decision_or_404(request, decision)
    if request.method == "POST":
        _, error = attempt(lambda: deciding.cancel(found.pk, by=user_of(request)))
        if error is not None:
            return not_now(request, found, "cancel", error)
        messages.success(request, f"Het concept {found.reference} is vervallen.")
        return redirect("staff:case", found.case.public_id)
    if found.state not in deciding.OPEN:
        return wrong_state(request, found, "cancel")
    return render(request, "staff/decision/cancel.html", shared(found))
