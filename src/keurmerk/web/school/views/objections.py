"""Objecting against a decision, and following what becomes of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.accounts.typed import refills, typed_before
from keurmerk.certification.enums import Manner
from keurmerk.certification.models import Decision, Objection
from keurmerk.certification.queries.objections import running_objection
from keurmerk.certification.service import objections
from keurmerk.documents import service as documents
from keurmerk.documents.enums import DocumentKind
from keurmerk.journal.unit import journaled
from keurmerk.web.access import SIGN, for_schools, may_or_403, user_of
from keurmerk.web.school.finding import attempt, decision_or_404
from keurmerk.web.school.forms.objections import MOST_FILES, ObjectionForm
from keurmerk.web.school.shown_terms import to_object
from keurmerk.web.upload_limit import takes_documents


@refills
@takes_documents(MOST_FILES)
@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def new(request: HttpRequest, decision: UUID) -> HttpResponse:
    """Pressed twice it is one objection: the second time leads to the first."""
    contested = decision_or_404(request, decision)
    may_or_403(request, SIGN, contested.case.school)
    earlier = running_objection(contested)
    if earlier is not None:
        return redirect("school:objection", earlier.public_id)
    possible = to_object(contested, timezone.localdate())
    if possible is None:
        return redirect("school:decision", contested.public_id)
    form = _form(request, contested, late=possible.late)
    if request.method == "POST" and form.is_valid():
        filed = attempt(form, lambda: _file(request, contested, form))
        if filed:
            messages.success(request, _received(filed))
            return redirect("school:objection", filed.public_id)
    context = {"decision": contested, "school": contested.case.school, "form": form, "to_object": possible}
    return render(request, "school/objection/new.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, contested: Decision, *, late: bool) -> ObjectionForm:
    user, school = user_of(request), contested.case.school
    signing = f"Ik, {user}, maak namens {school} bezwaar tegen besluit {contested.reference}."
    options: dict[str, Any] = {
        "late": late,
        "signing": signing,
        "initial": {"objector": f"{user}, {school}", "reference": contested.reference}
        | typed_before(request),
    }
    if request.method != "POST":
        return ObjectionForm(**options)
    return ObjectionForm(request.POST, request.FILES, **options)


@journaled
def _file(request: HttpRequest, contested: Decision, form: ObjectionForm) -> Objection:
    user, given = user_of(request), form.cleaned_data
    filing = objections.Filing(
        manner=Manner.PORTAL,
        objector=given["objector"],
        address=given["address"],
        for_another=given["for_another"],
        authorised=bool(given["authorisation"]),
        arguments=given["arguments"],
        late_reason=given.get("late_reason", ""),
        signed=given["signed"],
    )
    papers = [
        documents.add_examined(
            file, title=title, kind=DocumentKind.OBJECTION, school=contested.case.school, added_by=user
        )
        for title, files in (
            ("Machtiging bij het bezwaar", given["authorisation"]),
            ("Bijlage bij het bezwaar", given["attachments"]),
        )
        for file in files
    ]
    return objections.file(contested.pk, filing, filed_by=user, now=timezone.now(), papers=papers)


def _received(objection: Objection) -> str:
    return (
        f"Uw bezwaar is ontvangen, in zaak {objection.case.number}. U krijgt daarvan ook een e-mail, met de "
        "brief die de ontvangst bevestigt."
    )
