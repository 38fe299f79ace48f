"""What staff do with a report, each at an address of its own. In error the form comes back as typed."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.reporting.models import Report
from keurmerk.reporting.service import handling
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.staff.forms.reports import AskForm, NoteForm, SuperviseForm
from keurmerk.web.staff.views.case_acts import done
from keurmerk.web.staff.views.reports import report_or_404

VERBS = require_http_methods(["GET", "HEAD", "POST"])


@VERBS
@for_staff
def note(request: HttpRequest, report: UUID) -> HttpResponse:
    found = report_or_404(request, report)
    form = NoteForm(request.POST if request.method == "POST" else None)
    intro = "U handelt de melding af. Staat er nog een taak open in de zaak, dan blijft de zaak open."

    def act() -> object:
        given, today = form.cleaned_data["note"], timezone.localdate()
        return handling.take_note(found.pk, given, by=user_of(request), today=today)

    return _act(
        request, found, form, act, title="Kennisnemen", intro=intro, said="De melding is afgehandeld."
    )


@VERBS
@for_staff
def ask(request: HttpRequest, report: UUID) -> HttpResponse:
    found = report_or_404(request, report)
    form = AskForm(request.POST or None)
    intro = "De school krijgt een e-mail en een taak met deze datum."

    def act() -> object:
        given, today = form.cleaned_data, timezone.localdate()
        return handling.ask(
            found.pk, given["text"], answer_by=given["answer_by"], by=user_of(request), today=today
        )

    return _act(request, found, form, act, title="Meer vragen", intro=intro, said="De vraag is verstuurd.")


@VERBS
@for_staff
def supervise(request: HttpRequest, report: UUID) -> HttpResponse:
    found = report_or_404(request, report)
    data = request.POST if request.method == "POST" else None
    form = SuperviseForm(data, report=found)
    intro = "U onderzoekt dit verder in een zaak van toezicht. Daar staan ook de besluiten die dan kunnen."

    def act() -> object:
        chosen, today = form.cleaned_data["case"], timezone.localdate()
        return handling.start_supervision(found.pk, case=chosen, by=user_of(request), today=today)

    return _act(
        request, found, form, act, title="Toezicht starten", intro=intro, said="De zaak van toezicht loopt."
    )


def _act(
    request: HttpRequest,
    report: Report,
    form: forms.Form,
    act: Callable[[], object],
    *,
    title: str,
    intro: str,
    said: str,
) -> HttpResponse:
    if request.method == "POST" and done(form, act):
        messages.success(request, said)
        return redirect("staff:report", report.public_id)
    context = {"report": report, "form": form, "title": title, "intro": intro}
    return render(request, "staff/report/act.html", context, status=422 if form.errors else 200)
