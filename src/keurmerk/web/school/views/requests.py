"""What a school asks of its own accord: a list, and a form per kind."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from keurmerk.accounts.typed import refills, typed_before
from keurmerk.certification.enums import DecisionState, RequestKind
from keurmerk.certification.models import Certificate, Request
from keurmerk.certification.service.requests import Asked, file_request
from keurmerk.organisations.models import School
from keurmerk.web.access import SIGN, for_schools, may_or_403, school_or_404, user_of
from keurmerk.web.school.finding import attempt, request_or_404
from keurmerk.web.school.forms.answers import ONE_FILE, RequestForm
from keurmerk.web.school.request_words import REQUESTS
from keurmerk.web.upload_limit import takes_documents


@require_safe
@for_schools
def listing(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    certificate = Certificate.objects.filter(school=chosen).first()
    filed = Request.objects.filter(case__school=chosen).select_related("case")
    context = {
        "school": chosen,
        "requests": filed,
        "kinds": REQUESTS.items(),
        "holds": certificate is not None and certificate.state_.held is not None,
    }
    return render(request, "school/request/list.html", context)


@require_safe
@for_schools
def detail(request: HttpRequest, request_id: UUID) -> HttpResponse:
    found = request_or_404(request, request_id)
    answers = found.case.decisions.filter(state=DecisionState.SIGNED).defer("letter_html")
    context = {"filed": found, "school": found.case.school, "answers": answers}
    return render(request, "school/request/detail.html", context)


@refills
@takes_documents(ONE_FILE)
@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def new(request: HttpRequest, school: UUID, kind: str) -> HttpResponse:
    chosen = school_or_404(request, school)
    asked = kind_or_404(kind)
    may_or_403(request, SIGN, chosen)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = RequestForm(
        *given,
        kind=asked,
        today=timezone.localdate(),
        signing=signing_sentence(request, chosen),
        initial=typed_before(request),
    )
    if request.method == "POST" and form.is_valid():
        filed = attempt(form, lambda: _file(request, chosen, asked, form))
        if filed:
            messages.success(request, "Uw verzoek is ontvangen. Blik op Werk neemt een besluit.")
            return redirect("school:request", filed.public_id)
    context = {"school": chosen, "form": form, "words": REQUESTS[asked]}
    return render(request, "school/request/new.html", context, status=422 if form.errors else 200)


def _file(request: HttpRequest, school: School, kind: RequestKind, form: RequestForm) -> Request:
    given = form.cleaned_data
    certificate = Certificate.objects.filter(school=school).first()
    if certificate is None:
        raise Http404
    return file_request(
        certificate,
        Asked(kind=kind, text=given["text"], wanted_on=given["wanted_on"], signed=given.get("signed", False)),
        by=user_of(request),
        today=timezone.localdate(),
        file=given["papers"][0] if given["papers"] else None,
    )


def signing_sentence(request: HttpRequest, school: School) -> str:
    return f"Ik, {user_of(request)}, zeg namens {school} het Keurmerk op en mag dat doen."


def kind_or_404(code: str) -> RequestKind:
    try:
        return RequestKind(code)
    except ValueError:
        raise Http404 from None
