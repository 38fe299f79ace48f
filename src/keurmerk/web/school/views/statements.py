"""The yearly management statement: those that were given, and giving one in two looks."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from keurmerk.accounts.typed import refills, typed_before
from keurmerk.certification.models import Certificate
from keurmerk.organisations.models import School
from keurmerk.reporting.models import Statement
from keurmerk.reporting.queries.statements import asked_of, next_due
from keurmerk.reporting.service.statements import sign
from keurmerk.web.access import SIGN, for_schools, may_or_403, school_or_404, user_of
from keurmerk.web.components import dutch
from keurmerk.web.school.finding import attempt
from keurmerk.web.school.forms.statement import ConfirmForm, StatementForm

LOOK, CONFIRM, CHANGE = "nakijken", "ondertekenen", "wijzigen"
STEP = "stap"


@require_safe
@for_schools
def listing(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    signed = list(
        Statement.objects.filter(school=chosen).signed().select_related("document", "signed_by", "case")
    )
    context = {
        "school": chosen,
        "holds": holds(chosen),
        "asked": asked_of(chosen),
        "signed": signed,
        "next": next_due(signed[0]) if signed else None,
    }
    return render(request, "school/statement/list.html", context)


@refills
@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def new(request: HttpRequest, school: UUID) -> HttpResponse:
    """Filled in, looked at once more, and then signed: three presses of one page, nothing typed is lost."""
    chosen = school_or_404(request, school)
    may_or_403(request, SIGN, chosen)
    if not holds(chosen):
        return redirect("school:statements", chosen.public_id)
    today, posted = timezone.localdate(), request.method == "POST"
    initial = {"name": user_of(request).name} | typed_before(request)
    form = StatementForm(request.POST if posted else None, today=today, initial=initial)
    step = request.POST.get(STEP, LOOK) if posted else CHANGE
    if step == CHANGE or not form.is_valid():
        return page(request, chosen, form)
    tick = ConfirmForm(request.POST if step == CONFIRM else None, sentence=sentence(form, chosen))
    if step == CONFIRM and tick.is_valid():
        statement = attempt(
            tick,
            lambda: sign(chosen, form.signing(confirmed=True), by=user_of(request), now=timezone.now()),
        )
        if statement:
            messages.success(request, thanks(statement))
            return redirect("school:statements", chosen.public_id)
    context = {"school": chosen, "form": form, "tick": tick, "answers": form.signing(confirmed=False).answers}
    return render(request, "school/statement/check.html", context, status=422 if tick.errors else 200)


def page(request: HttpRequest, school: School, form: StatementForm) -> HttpResponse:
    context = {"school": school, "form": form, "asked": asked_of(school)}
    changing = request.method == "POST" and request.POST.get(STEP) == CHANGE
    wrong = bool(form.errors) and not changing
    return render(request, "school/statement/new.html", context, status=422 if wrong else 200)


def sentence(form: StatementForm, school: School) -> str:
    given = form.cleaned_data
    return (
        f"Ik, {given['name']} ({given['function']}), verklaar dit namens het Management van {school} en mag "
        "dat doen. Alle informatie die ik aan Blik op Werk heb verstrekt, is juist en volledig."
    )


def thanks(statement: Statement) -> str:
    count = len(statement.disagreements)
    told = "De Managementverklaring is ondertekend."
    if not count:
        return told
    return f"{told} {dutch.plural(count, 'zin klopt', 'zinnen kloppen')} niet: dat is als melding ontvangen."


def holds(school: School) -> bool:
    certificate = Certificate.objects.filter(school=school).first()
    return certificate is not None and certificate.state_.held is not None
