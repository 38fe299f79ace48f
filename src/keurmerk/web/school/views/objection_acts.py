"""One objection of the school: where it stands, supplying what it lacked, explaining, taking it back."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from keurmerk.certification.enums import DecisionState, Subject
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Objection, Term
from keurmerk.certification.queries.objections import decision_term, missing_demands, objection_timeline
from keurmerk.certification.service import objections
from keurmerk.certification.service.attaching import attach
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.models import Document
from keurmerk.journal.unit import journaled
from keurmerk.web.access import SIGN, for_schools, may_or_403, user_of
from keurmerk.web.components.terms import ShownTerm
from keurmerk.web.school.finding import attempt, objection_or_404
from keurmerk.web.school.forms.objections import MOST_FILES, LatenessForm, RepairForm
from keurmerk.web.school.shown_terms import shown
from keurmerk.web.upload_limit import takes_documents
from rulebook.lifecycle.states import ObjectionState
from rulebook.lifecycle.tables.objection import PENDING

NOW = {
    ObjectionState.RECEIVED: "Blik op Werk kijkt of het bezwaar op tijd en volledig is.",
    ObjectionState.IN_REPAIR: "Er ontbreekt iets. Vul uw bezwaar aan; tot dan staat de beslistermijn stil.",
    ObjectionState.UNREPAIRED: "Het bezwaar is niet op tijd aangevuld. Blik op Werk bekijkt hoe nu verder.",
    ObjectionState.ADMITTED: "Uw bezwaar wordt inhoudelijk behandeld. U krijgt een hoorzitting.",
    ObjectionState.AT_COMMITTEE: "Een commissie hoort u en adviseert over uw bezwaar.",
    ObjectionState.HEARD: "Blik op Werk schrijft de beslissing op uw bezwaar.",
}


def _to_sign(request: HttpRequest, public_id: UUID) -> Objection:
    """What is sent in an objection binds the school, as the objection does."""
    found = objection_or_404(request, public_id)
    may_or_403(request, SIGN, found.case.school)
    return found


@require_safe
@for_schools
def detail(request: HttpRequest, objection: UUID) -> HttpResponse:
    return _page(request, objection_or_404(request, objection), LatenessForm())


@for_schools
@require_POST
def explain(request: HttpRequest, objection: UUID) -> HttpResponse:
    found, form = _to_sign(request, objection), LatenessForm(request.POST)
    user, today = user_of(request), timezone.localdate()
    if form.is_valid() and attempt(
        form,
        lambda: objections.explain_lateness(
            found.pk, reason=form.cleaned_data["reason"], by=user, today=today
        ),
    ):
        messages.success(request, "Uw uitleg is ontvangen.")
        return redirect("school:objection", found.public_id)
    return _page(request, found, form, status=422)


@for_schools
@require_POST
def give_notice(request: HttpRequest, objection: UUID) -> HttpResponse:
    """The decision is late: from now two weeks are left before a penalty runs."""
    found = _to_sign(request, objection)
    today = timezone.localdate()
    try:
        objections.give_notice_of_default(found.pk, received_on=today, by=user_of(request), today=today)
        messages.success(request, "Blik op Werk weet dat u vindt dat er te laat wordt beslist.")
    except NotPossibleError as error:
        messages.error(request, str(error))
    return redirect("school:objection", found.public_id)


@takes_documents(MOST_FILES)
@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def repair(request: HttpRequest, objection: UUID) -> HttpResponse:
    found = _to_sign(request, objection)
    today = timezone.localdate()
    if found.state_ is not ObjectionState.IN_REPAIR:
        return redirect("school:objection", found.public_id)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = RepairForm(*given, objection=found)
    if request.method == "POST" and form.is_valid() and attempt(form, lambda: _repair(request, found, form)):
        messages.success(request, "Uw aanvulling is ontvangen.")
        return redirect("school:objection", found.public_id)
    context = {
        "objection": found,
        "school": found.case.school,
        "form": form,
        "missing": missing_demands(found),
        "terms": _terms(found, today),
    }
    return render(request, "school/objection/repair.html", context, status=422 if form.errors else 200)


@journaled
def _repair(request: HttpRequest, objection: Objection, form: RepairForm) -> Objection:
    user, given, today = user_of(request), form.cleaned_data, timezone.localdate()
    files = [*given.get("authorisation", []), *given["attachments"]]
    for file in files:
        attach(objection.case, file, DocumentKind.OBJECTION, added_by=user)
    supplement = objections.Supplement(
        objector=given.get("objector"),
        address=given.get("address"),
        dated_on=None if objection.dated_on else today,
        reference=None if objection.reference else objection.decision.reference,
        authorised=True if given.get("authorisation") else None,
        arguments=given.get("arguments"),
        signed=True,
    )
    return objections.repair(objection.pk, supplement, by=user, today=today)


@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def withdraw(request: HttpRequest, objection: UUID) -> HttpResponse:
    found = _to_sign(request, objection)
    if found.state_ not in PENDING:
        return redirect("school:objection", found.public_id)
    if request.method == "POST":
        objections.withdraw(found.pk, by=user_of(request), today=timezone.localdate())
        messages.success(request, "Uw bezwaar is ingetrokken. Het besluit blijft zoals het is.")
        return redirect("school:objection", found.public_id)
    return render(
        request, "school/objection/withdraw.html", {"objection": found, "school": found.case.school}
    )


def _terms(objection: Objection, today: date) -> list[ShownTerm]:
    mine = Term.objects.filter(
        case=objection.case, subject=Subject.OBJECTION, subject_id=objection.pk, ended_on=None
    )
    return [shown(term, today) for term in mine.select_related("change")]


def _is_late(objection: Objection, today: date) -> bool:
    term = decision_term(objection)
    return (
        objection.state_ in PENDING
        and objection.default_notice_on is None
        and term is not None
        and term.last_day < today
    )


def _page(request: HttpRequest, objection: Objection, form: LatenessForm, status: int = 200) -> HttpResponse:
    context = {
        "objection": objection,
        "school": objection.case.school,
        "form": form,
        "now": NOW.get(objection.state_, ""),
        "terms": _terms(objection, timezone.localdate()),
        "moments": objection_timeline(objection),
        "papers": _papers(objection),
        "answers": objection.answers.filter(state=DecisionState.SIGNED).defer("letter_html"),
        "can_repair": objection.state_ is ObjectionState.IN_REPAIR,
        "can_give_notice": _is_late(objection, timezone.localdate()),
        "can_withdraw": objection.state_ in PENDING,
        "can_explain": not objection.in_time
        and not objection.late_reason
        and objection.excused is None
        and objection.state_ in PENDING,
    }
    return render(request, "school/objection/detail.html", context, status=status)


def _papers(objection: Objection) -> list[Document]:
    return [
        paper.document
        for paper in objection.case.papers.filter(document__for_school=True).select_related("document")
    ]
