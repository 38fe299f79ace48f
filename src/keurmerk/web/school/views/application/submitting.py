"""Handing in: everything at once, signed, and confirmed; later what was asked to complete it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.errors import IncompleteError, NotOpenError
from keurmerk.applications.models import Application
from keurmerk.applications.queries import Filled, filled_in, open_pages
from keurmerk.applications.service import chances
from keurmerk.applications.service.submitting import Declared, open_invoices, submit
from keurmerk.certification.errors import NotPossibleError
from keurmerk.web.access import SIGN, for_schools, may_or_403, user_of
from keurmerk.web.school.application.access import application_or_404, persons_or_403
from keurmerk.web.school.application.evidence import shown_evidence
from keurmerk.web.school.application.progress import page_url, progress, todo_by_page
from keurmerk.web.school.application.shown import Look, shown_page
from keurmerk.web.school.forms.application.signing import SignatureForm
from keurmerk.web.school.views.application.home import clocks
from rulebook.application.pages import PAGES

WRONG_INPUT = 422
CONFLICT = 409
SIGNING = (
    "Ik verklaar namens {school} dat alle informatie juist en volledig is, en ik mag dat namens de school."
)


@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def hand_in(request: HttpRequest, application: UUID) -> HttpResponse:
    """Pressed twice it is one submission: the second time shows the receipt of the first."""
    found = application_or_404(request, application)
    persons_or_403(request, found.school)
    if found.state != ApplicationState.DRAFT:
        return redirect("school:application-receipt", found.public_id)
    form = _form(request, found)
    if request.method == "POST":
        may_or_403(request, SIGN, found.school)
        if form.is_valid() and _submitted(request, found, form):
            return redirect("school:application-receipt", found.public_id)
    status = WRONG_INPUT if form.errors else 200
    return render(request, "school/application/hand_in.html", _context(found, form), status=status)


@require_safe
@for_schools
def receipt(request: HttpRequest, application: UUID) -> HttpResponse:
    found = application_or_404(request, application)
    if found.submitted_at is None:
        return redirect("school:application", found.public_id)
    context = {
        "application": found,
        "school": found.school,
        "terms": clocks(found, timezone.localdate()),
    }
    return render(request, "school/application/receipt.html", context)


@for_schools
@require_POST
def answer(request: HttpRequest, application: UUID) -> HttpResponse:
    """What was asked to complete or to improve is there."""
    found = application_or_404(request, application)
    may_or_403(request, SIGN, found.school)
    try:
        chances.answer_chance(found.pk, by=user_of(request), now=timezone.now())
    except IncompleteError as error:
        messages.error(request, str(error))
        return redirect("school:application-missing", found.public_id)
    except (NotOpenError, NotPossibleError) as error:
        messages.error(request, str(error))
        return redirect("school:application", found.public_id)
    messages.success(request, "Uw aanvulling is ontvangen. U krijgt daarvan ook een e-mail.")
    return redirect("school:application", found.public_id)


def _form(request: HttpRequest, found: Application) -> SignatureForm:
    return SignatureForm(
        request.POST if request.method == "POST" else None,
        signing=SIGNING.format(school=found.school),
        initial={"signer": str(user_of(request))},
    )


def _submitted(request: HttpRequest, found: Application, form: SignatureForm) -> Application | None:
    given = form.cleaned_data
    declared = Declared(
        signer=given["signer"], function=given["function"], place=given["place"], agreed=given["agreed"]
    )
    try:
        return submit(found.pk, declared, by=user_of(request), now=timezone.now())
    except NotPossibleError as error:
        for obstacle in error.obstacles:
            form.add_error(None, obstacle.text)
    except (IncompleteError, NotOpenError) as error:
        form.add_error(None, str(error))
    return None


def _context(found: Application, form: SignatureForm) -> dict[str, object]:
    today = timezone.localdate()
    filled = filled_in(found, today)
    opened = open_pages(found)
    todo = todo_by_page(found, filled, opened)
    return {
        "application": found,
        "school": found.school,
        "form": form,
        "overview": _overview(found, filled),
        "lines": progress(found, filled, opened, sees_persons=True),
        "missing": sum(len(todos) for _, todos in todo),
        "invoices": open_invoices(found.school_id),
    }


def _overview(found: Application, filled: Filled) -> list[dict[str, object]]:
    """Everything that was filled in, page by page."""
    look = Look(answers=filled.answers)
    return [
        {
            "page": page,
            "href": page_url(found, page.code),
            "questions": shown_page(page, given, look),
            "demands": shown_evidence(page, given, filled.answers, filled, {}),
        }
        for page in PAGES
        for given in (filled.answers.get(page.code, {}),)
    ]
