"""The inquiry into the persons behind an applicant, and the intake talk (§2.4)."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from keurmerk.applications.enums import ApplicationState, TalkState
from keurmerk.applications.models import Application, IntakeTalk
from keurmerk.applications.queries.handed_in import kept
from keurmerk.applications.queries.ties import tied
from keurmerk.applications.service import inquiring
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.staff.application_answers import people_in
from keurmerk.web.staff.forms.application import YES
from keurmerk.web.staff.forms.application_inquiry import (
    ConclusionForm,
    InvitationForm,
    ReportForm,
    SourceForm,
)
from keurmerk.web.staff.views.applications.finding import done, submitted_or_404


@require_safe
@for_staff
def detail(request: HttpRequest, application: UUID) -> HttpResponse:
    return inquiry_page(request, submitted_or_404(request, application))


@for_staff
@require_POST
def add_source(request: HttpRequest, application: UUID) -> HttpResponse:
    found = submitted_or_404(request, application)
    form = SourceForm(request.POST, names=people_in(kept(found).answers), auto_id="id_bron_%s")
    if not done(
        form,
        lambda: inquiring.note_source(
            found.pk,
            about=form.whom,
            source=form.consulted,
            finding=form.cleaned_data["finding"],
            concern=form.concerns,
            by=user_of(request),
            today=timezone.localdate(),
        ),
    ):
        return inquiry_page(request, found, bound=("bron", form))
    messages.success(request, f"Vastgelegd: {form.consulted} over {form.whom}.")
    return redirect("staff:application-inquiry", found.public_id)


@for_staff
@require_POST
def close(request: HttpRequest, application: UUID) -> HttpResponse:
    found, form = submitted_or_404(request, application), ConclusionForm(request.POST, auto_id="id_eind_%s")
    if not done(
        form,
        lambda: inquiring.close_inquiry(
            found.pk,
            clear=form.cleaned_data["clear"] == YES,
            conclusion=form.cleaned_data["conclusion"],
            by=user_of(request),
            today=timezone.localdate(),
        ),
    ):
        return inquiry_page(request, found, bound=("eind", form))
    messages.success(request, "Het onderzoek naar de Persoon is afgerond.")
    return redirect("staff:application-inquiry", found.public_id)


@for_staff
@require_POST
def invite(request: HttpRequest, application: UUID) -> HttpResponse:
    """A talk that was planned already is moved by this."""
    found, form = submitted_or_404(request, application), InvitationForm(request.POST, auto_id="id_nodig_%s")
    if not done(
        form,
        lambda: inquiring.invite_to_talk(
            found.pk,
            at=form.at,
            place=form.cleaned_data["place"],
            interpreter=form.cleaned_data["interpreter"],
            by=user_of(request),
            now=timezone.now(),
        ),
    ):
        return inquiry_page(request, found, bound=("nodig", form))
    messages.success(request, "De uitnodiging voor het intakegesprek is verzonden.")
    return redirect("staff:application-inquiry", found.public_id)


@for_staff
@require_POST
def report(request: HttpRequest, application: UUID, talk: UUID) -> HttpResponse:
    found = submitted_or_404(request, application)
    chosen = get_object_or_404(
        IntakeTalk.objects.select_related("application"), application=found, public_id=talk
    )
    form = ReportForm(request.POST, auto_id="id_verslag_%s")
    if not done(
        form,
        lambda: inquiring.report_talk(
            chosen,
            TalkState(form.cleaned_data["state"]),
            report=form.cleaned_data["report"],
            present=form.cleaned_data["present"],
            concern=form.cleaned_data["concern"] == YES,
            by=user_of(request),
            today=timezone.localdate(),
        ),
    ):
        return inquiry_page(request, found, bound=("verslag", form))
    messages.success(request, "Vastgelegd hoe het gesprek is gegaan.")
    return redirect("staff:application-inquiry", found.public_id)


def inquiry_page(
    request: HttpRequest, application: Application, *, bound: tuple[str, forms.Form] | None = None
) -> HttpResponse:
    today, answers = timezone.localdate(), kept(application).answers
    talks = list(application.talks.select_related("closed_by").order_by("-pk"))
    planned = next((each for each in talks if each.state == TalkState.INVITED), None)
    given = dict([bound]) if bound else {}
    context: dict[str, Any] = {
        "application": application,
        "case": application.case,
        "running": application.is_open and application.state != ApplicationState.DRAFT,
        "entries": list(application.inquiry.select_related("looked_by").order_by("-pk")),
        "people": people_in(answers),
        "tied": tied(application.school, today),
        "talks": talks,
        "planned": planned,
        "source_form": given.get("bron") or SourceForm(names=people_in(answers), auto_id="id_bron_%s"),
        "conclusion_form": given.get("eind")
        or ConclusionForm(auto_id="id_eind_%s", initial=said(application)),
        "invitation_form": given.get("nodig")
        or InvitationForm(auto_id="id_nodig_%s", initial=moved(planned)),
        "report_form": given.get("verslag") or ReportForm(auto_id="id_verslag_%s"),
        "form": bound[1] if bound else None,
        "open_part": bound[0] if bound else "",
    }
    return render(request, "staff/application/inquiry.html", context)


def said(application: Application) -> dict[str, str]:
    if application.inquiry_clear is None:
        return {}
    return {
        "clear": YES if application.inquiry_clear else "nee",
        "conclusion": application.inquiry_conclusion,
    }


def moved(planned: IntakeTalk | None) -> dict[str, Any]:
    """Of the talk that is moved, all but the moment."""
    return {"place": planned.place, "interpreter": planned.interpreter} if planned else {}
