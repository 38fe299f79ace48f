"""What a school may ask beside the norms: a list, a form per kind, each request and what became of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Certificate
from keurmerk.certification.queries.school import own_periods
from keurmerk.dispensations import service
from keurmerk.dispensations.enums import OPEN, State
from keurmerk.dispensations.models import Dispensation
from keurmerk.dispensations.service.evidence import MORE
from keurmerk.dispensations.service.running import COMPLETE, DECIDE
from keurmerk.organisations.models import School
from keurmerk.web.access import SIGN, for_schools, may_or_403, school_or_404, user_of
from keurmerk.web.components import dispensation_words as words
from keurmerk.web.outcomes.periods import recent
from keurmerk.web.school.finding import attempt
from keurmerk.web.school.forms.dispensations import MOST_FILES, AskForm, CompleteForm, current
from keurmerk.web.school.shown_terms import shown
from keurmerk.web.upload_limit import takes_documents
from rulebook.dispensations import Kind, kind_of, kinds_to_ask, may_be_asked
from rulebook.kernel.period import MeasuringPeriod

VERBS = require_http_methods(["GET", "HEAD", "POST"])
MOST_COMPLETING = 5


@require_safe
@for_schools
def listing(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen, today = school_or_404(request, school), timezone.localdate()
    context = {
        "school": chosen,
        "kinds": kinds_to_ask(today),
        "dispensations": words.lines_of_school(chosen, today),
        "may_ask": user_of(request).has_perm(SIGN, chosen),
    }
    return render(request, "school/dispensation/list.html", context)


@takes_documents(MOST_FILES)
@VERBS
@for_schools
def new(request: HttpRequest, school: UUID, dispensation_kind: str) -> HttpResponse:
    chosen, today = school_or_404(request, school), timezone.localdate()
    kind = kind_or_404(dispensation_kind)
    may_or_403(request, SIGN, chosen)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = AskForm(*given, kind=kind, periods=periods_of(chosen) if kind.of_period else ())
    if request.method == "POST" and form.is_valid():
        try:
            made = service.ask(chosen, form.asked(), by=user_of(request), today=today)
        except NotPossibleError as error:
            form.tell(error)
        else:
            messages.success(request, f"Uw verzoek is ontvangen onder kenmerk {made.reference}.")
            return redirect("school:dispensation", made.public_id)
    context = {"school": chosen, "form": form, "kind": kind, "possible": may_be_asked(kind, today)}
    return render(request, "school/dispensation/new.html", context, status=422 if form.errors else 200)


@require_safe
@for_schools
def detail(request: HttpRequest, dispensation: UUID) -> HttpResponse:
    found, today = dispensation_or_404(request, dispensation), timezone.localdate()
    running = found.case.terms.filter(code__in=[DECIDE.code, COMPLETE.code]).select_related("change")
    context = {
        "found": found,
        "school": found.school,
        "kind": found.kind_,
        "look": words.look_of(found, today),
        "days": words.days_of(found),
        "norms": words.norm_lines(found),
        "evidence": words.evidence_lines(found),
        "established": found.established.all(),
        "terms": [shown(term, today) for term in running if term.ended_on is None],
        "is_open": found.state_ in OPEN,
        "needs_more": found.state_ is State.NEEDS_MORE,
        "may_act": user_of(request).has_perm(SIGN, found.school),
    }
    return render(request, "school/dispensation/detail.html", context)


@takes_documents(MOST_COMPLETING)
@VERBS
@for_schools
def complete(request: HttpRequest, dispensation: UUID) -> HttpResponse:
    found, today = dispensation_or_404(request, dispensation), timezone.localdate()
    may_or_403(request, SIGN, found.school)
    if found.state_ is not State.NEEDS_MORE:
        return redirect("school:dispensation", found.public_id)
    form = CompleteForm(request.POST, request.FILES) if request.method == "POST" else CompleteForm()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        files = {MORE: given["papers"] or []}
        by = user_of(request)
        if attempt(form, lambda: service.complete(found.pk, given["text"], files, by=by, today=today)):
            messages.success(request, "Uw aanvulling is ontvangen.")
            return redirect("school:dispensation", found.public_id)
    late = found.repair_by is not None and found.repair_by < today
    context = {"found": found, "school": found.school, "form": form, "late": late}
    return render(request, "school/dispensation/complete.html", context, status=422 if form.errors else 200)


@for_schools
@require_POST
def withdraw(request: HttpRequest, dispensation: UUID) -> HttpResponse:
    found = dispensation_or_404(request, dispensation)
    may_or_403(request, SIGN, found.school)
    try:
        service.withdraw(found.pk, by=user_of(request), today=timezone.localdate())
        messages.success(request, f"U hebt {found.reference} ingetrokken.")
    except NotPossibleError as error:
        messages.error(request, str(error))
    return redirect("school:dispensation", found.public_id)


def dispensation_or_404(request: HttpRequest, public_id: UUID) -> Dispensation:
    seen = Dispensation.objects.for_user(request.user).select_related("school", "case", "letter")
    return get_object_or_404(seen, public_id=public_id)


def kind_or_404(code: str) -> Kind:
    try:
        return kind_of(code)
    except KeyError:
        raise Http404 from None


def periods_of(school: School) -> list[MeasuringPeriod]:
    """The holder's own; those that anybody may choose for who has none."""
    today = timezone.localdate()
    certificate = Certificate.objects.filter(school=school).first()
    own = own_periods(certificate, list(certificate.changes.all()), today) if certificate else ()
    return current([each.period for each in own] or recent(today), today)
