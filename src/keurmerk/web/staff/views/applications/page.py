"""One page of an application: what was typed, the evidence, and what staff find of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from keurmerk.applications.enums import ApplicationState, Aspect
from keurmerk.applications.models import Application, PageJudgement, Reference
from keurmerk.applications.queries.filling import open_pages
from keurmerk.applications.queries.handed_in import kept
from keurmerk.applications.service import assessing, evidence
from keurmerk.applications.service.handing_in import show_identity
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.staff.application_answers import shown_page
from keurmerk.web.staff.application_evidence import demands_of
from keurmerk.web.staff.forms.application import NO, YES, ConfirmForm, JudgementForm
from keurmerk.web.staff.views.applications.finding import (
    aspect_or_404,
    done,
    page_or_404,
    submitted_or_404,
)
from rulebook.application.pages import PAGES
from rulebook.application.pieces import Page


@require_safe
@for_staff
def detail(request: HttpRequest, application: UUID, page: str) -> HttpResponse:
    return form_page(request, submitted_or_404(request, application), page_or_404(page))


@for_staff
@require_POST
def reveal(request: HttpRequest, application: UUID, page: str) -> HttpResponse:
    """The numbers of identity papers, for this once; the journal tells who asked."""
    found, wanted = submitted_or_404(request, application), page_or_404(page)
    show_identity(found, wanted.code, by=user_of(request))
    answer = form_page(request, found, wanted, reveal=True)
    answer["Cache-Control"] = "private, no-store"
    return answer


@for_staff
@require_POST
def judge(request: HttpRequest, application: UUID, page: str, aspect: str) -> HttpResponse:
    found, wanted = submitted_or_404(request, application), page_or_404(page)
    chosen = aspect_or_404(aspect, wanted)
    form = JudgementForm(request.POST, aspect=chosen)
    if not done(
        form,
        lambda: assessing.judge_page(
            found.pk,
            wanted.code,
            chosen,
            holds=form.cleaned_data["holds"] == YES,
            text=form.cleaned_data["text"],
            by=user_of(request),
            today=timezone.localdate(),
        ),
    ):
        return form_page(request, found, wanted, judging=form, about=chosen)
    messages.success(request, f"Uw oordeel over ‘{wanted.title}’ is bewaard.")
    return redirect("staff:application-page", found.public_id, wanted.code)


@for_staff
@require_POST
def confirm(request: HttpRequest, application: UUID, reference: int) -> HttpResponse:
    found = submitted_or_404(request, application)
    chosen = get_object_or_404(
        Reference.objects.select_related("attachment__document"), application=found, pk=reference
    )
    wanted = page_or_404(evidence.PAGE_OF_DEMAND.get(chosen.code, ""))
    form = ConfirmForm(request.POST)
    if not done(
        form,
        lambda: evidence.confirm(
            chosen,
            holds=form.cleaned_data["holds"] == YES,
            remark=form.cleaned_data["remark"],
            by=user_of(request),
            today=timezone.localdate(),
        ),
    ):
        return form_page(request, found, wanted, confirming=(chosen.pk, form))
    messages.success(request, f"Bij {chosen.code} is bewaard of het klopt met het document.")
    return redirect("staff:application-page", found.public_id, wanted.code)


def form_page(
    request: HttpRequest,
    application: Application,
    page: Page,
    *,
    reveal: bool = False,
    judging: JudgementForm | None = None,
    about: Aspect | None = None,
    confirming: tuple[int, ConfirmForm] | None = None,
) -> HttpResponse:
    submissions = kept(application)
    codes = [demand.code for demand in page.evidence]
    references = application.references.filter(code__in=codes).select_related(
        "attachment__document", "confirmed_by"
    )
    place = PAGES.index(page)
    weighed_on = timezone.localdate(submissions.at) if submissions.at else timezone.localdate()
    context: dict[str, Any] = {
        "application": application,
        "case": application.case,
        "page": page,
        "shown": shown_page(page, submissions.answers, reveal=reveal),
        "revealed": reveal,
        "submissions": submissions,
        "demands": demands_of(page, submissions.answers, references, weighed_on, confirming),
        "aspects": aspects_of(application, page, judging, about),
        "can_judge": application.state == ApplicationState.SUBMITTED,
        "opened": page.code in open_pages(application) if application.is_open else False,
        "changed": bool(submissions.changes and page.code in submissions.changes[0].pages),
        "before": PAGES[place - 1] if place else None,
        "after": PAGES[place + 1] if place + 1 < len(PAGES) else None,
        "form": judging or (confirming[1] if confirming else None),
    }
    return render(request, "staff/application/page.html", context)


def aspects_of(
    application: Application, page: Page, judging: JudgementForm | None, about: Aspect | None
) -> list[dict[str, Any]]:
    """On what the page is judged: every judgement until now, the newest first, and the form for the next."""
    rows = PageJudgement.objects.filter(application=application, page=page.code)
    past = list(rows.select_related("judged_by").order_by("-pk"))
    found = []
    for aspect in Aspect if page.content else (Aspect.COMPLETENESS,):
        mine = [each for each in past if each.aspect == aspect]
        newest = mine[0] if mine else None
        said = {"holds": YES if newest.holds else NO, "text": newest.text} if newest else {}
        form = judging if judging and aspect is about else JudgementForm(aspect=aspect, initial=said)
        found.append({"aspect": aspect, "newest": newest, "earlier": mine[1:], "form": form})
    return found
