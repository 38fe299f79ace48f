"""What a school reports by itself: what can be reported, a form per kind, and how each report stands."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from keurmerk.accounts.typed import refills, typed_before
from keurmerk.certification.enums import RequestKind
from keurmerk.certification.models import Certificate
from keurmerk.organisations.models import School
from keurmerk.reporting.models import Report, ReportFile
from keurmerk.reporting.queries.reports import may_report
from keurmerk.reporting.queries.statements import asked_of, newest_signed, next_due
from keurmerk.reporting.service.handling import answer
from keurmerk.reporting.service.reports import Told, file_report
from keurmerk.web import documents
from keurmerk.web.access import SIGN, WHO_MAY, for_schools, may_or_403, school_or_404, user_of
from keurmerk.web.components.reports import look_of, timing_words
from keurmerk.web.school.finding import attempt
from keurmerk.web.school.forms.answers import MOST_FILES
from keurmerk.web.school.forms.reports import AnswerForm, ReportForm
from keurmerk.web.upload_limit import takes_documents
from rulebook.application.report_kinds import BY_KIND, DUTIES, ELSEWHERE
from rulebook.application.reports import Duty, ReportKind

PERSONS = "organisations.view_persons_of_school"
RECEIVED = "Uw melding is ontvangen: zaak {number}. U krijgt hiervan een e-mail."


@require_safe
@for_schools
def listing(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    certificate = Certificate.objects.filter(school=chosen).first()
    filed = Report.objects.filter(school=chosen).select_related("case")
    held = certificate is not None and certificate.state_.held is not None
    signed = newest_signed(chosen)
    context = {
        "school": chosen,
        "duties": DUTIES,
        "elsewhere": [each for each in ELSEWHERE if each.code in RequestKind.values] if held else [],
        "may_report": may_report(certificate),
        "held": held,
        "reports": [(each, look_of(each), timing_words(each)) for each in filed],
        "statement_asked": asked_of(chosen),
        "statement": signed,
        "statement_next": next_due(signed) if signed else None,
    }
    return render(request, "school/report/list.html", context)


@refills
@takes_documents(MOST_FILES)
@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def new(request: HttpRequest, school: UUID, report_kind: str) -> HttpResponse:
    chosen, duty = school_or_404(request, school), duty_or_404(report_kind)
    may_or_403(request, SIGN, chosen)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ReportForm(*given, duty=duty, today=timezone.localdate(), initial=typed_before(request))
    if request.method == "POST" and form.is_valid():
        report = attempt(form, lambda: _file(request, chosen, duty, form))
        if report:
            messages.success(request, RECEIVED.format(number=report.case.number))
            return redirect("school:report", report.public_id)
    context = {"school": chosen, "form": form, "duty": duty}
    return render(request, "school/report/new.html", context, status=422 if form.errors else 200)


def _file(request: HttpRequest, school: School, duty: Duty, form: ReportForm) -> Report:
    given = form.cleaned_data
    told = Told(kind=duty.kind, happened_on=given["happened_on"], text=given["text"], details=form.details)
    return file_report(school, told, by=user_of(request), today=timezone.localdate(), files=given["papers"])


@refills
@takes_documents(MOST_FILES)
@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def detail(request: HttpRequest, report: UUID) -> HttpResponse:
    """Its state, and the box to answer a question that waits."""
    found = report_or_404(request, report)
    questions = list(found.questions.all())
    waits = any(each.answered_on is None for each in questions)
    posted = request.method == "POST"
    form = AnswerForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        initial=typed_before(request),
    )
    if request.method == "POST":
        may_or_403(request, SIGN, found.school)
        if form.is_valid() and attempt(form, lambda: _answer(request, found, form)):
            messages.success(request, "Uw antwoord is ontvangen.")
            return redirect("school:report", found.public_id)
    context: dict[str, Any] = {
        "report": found,
        "school": found.school,
        "look": look_of(found),
        "timing": timing_words(found),
        "questions": questions,
        "waits": waits,
        "form": form,
        "files": found.files.select_related("document"),
    }
    return render(request, "school/report/detail.html", context, status=422 if form.errors else 200)


def _answer(request: HttpRequest, report: Report, form: AnswerForm) -> Report:
    given = form.cleaned_data
    return answer(
        report.pk,
        given["answer"],
        by=user_of(request),
        today=timezone.localdate(),
        files=given["papers"],
    )


@require_GET
@for_schools
def file(request: HttpRequest, report: UUID, report_file: UUID) -> HttpResponse:
    """Only for who may see data of persons; the journal tells who opened it."""
    found = get_object_or_404(Report.objects.for_user(request.user), public_id=report)
    may_or_403(request, PERSONS, found.school)
    wanted = get_object_or_404(
        ReportFile.objects.select_related("document__school"), report=found, public_id=report_file
    )
    return documents.download(request, wanted.document)


def report_or_404(request: HttpRequest, public_id: UUID) -> Report:
    """What holds data of persons, the administration of a school does not read."""
    seen = Report.objects.for_user(request.user).select_related("school", "case", "reported_by")
    found = get_object_or_404(seen, public_id=public_id)
    if found.duty.persons and not user_of(request).has_perm(PERSONS, found.school):
        raise PermissionDenied(WHO_MAY[PERSONS])
    return found


def duty_or_404(code: str) -> Duty:
    try:
        return BY_KIND[ReportKind(code)]
    except ValueError:
        raise Http404 from None
