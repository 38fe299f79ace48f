"""An application as a whole: how far it is, what is missing, what happened to it."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.models import Application
from keurmerk.applications.queries import filled_in, open_pages
from keurmerk.applications.queries.filling import running_chance
from keurmerk.applications.service.beginning import begin_application
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Term
from keurmerk.web.access import SIGN, for_schools, may_or_403, school_or_404, user_of
from keurmerk.web.components.terms import ShownTerm
from keurmerk.web.school.application.access import application_or_404, sees_persons
from keurmerk.web.school.application.moments import timeline
from keurmerk.web.school.application.progress import progress, todo_by_page
from keurmerk.web.school.shown_terms import shown

CLOCKS = ("aanvraag_handleiding", "aanvraag_awb", "aanvullen", "aanpassen")


@require_safe
@for_schools
def detail(request: HttpRequest, application: UUID) -> HttpResponse:
    found, today = application_or_404(request, application), timezone.localdate()
    filled, opened = filled_in(found, today), open_pages(found)
    person = sees_persons(user_of(request), found.school)
    lines = progress(found, filled, opened, sees_persons=person)
    missing = [each for each in filled.missing if each.page in opened]
    context = {
        "application": found,
        "school": found.school,
        "today": today,
        "is_draft": found.state == ApplicationState.DRAFT,
        "chance": running_chance(found),
        "lines": lines,
        "next": next((line for line in lines if line.next), None),
        "missing": len(missing),
        "attachments": len(filled.attachments),
        "sees_persons": person,
        "terms": clocks(found, today),
        "timeline": timeline(found) if found.submitted_at else None,
    }
    return render(request, "school/application/detail.html", context)


@require_safe
@for_schools
def missing(request: HttpRequest, application: UUID) -> HttpResponse:
    found, today = application_or_404(request, application), timezone.localdate()
    filled, opened = filled_in(found, today), open_pages(found)
    pages = todo_by_page(found, filled, opened)
    context = {
        "application": found,
        "school": found.school,
        "pages": pages,
        "count": sum(len(todos) for _, todos in pages),
        "is_open": bool(opened),
        "is_draft": found.state == ApplicationState.DRAFT,
    }
    return render(request, "school/application/missing.html", context)


@for_schools
@require_POST
def begin(request: HttpRequest, school: UUID) -> HttpResponse:
    """A new application, when none runs; the one that runs otherwise."""
    found = school_or_404(request, school)
    may_or_403(request, SIGN, found)
    try:
        application = begin_application(found, by=user_of(request), now=timezone.now())
    except NotPossibleError as error:
        messages.error(request, str(error))
        return redirect("school:school", found.public_id)
    return redirect("school:application", application.public_id)


def clocks(application: Application, today: date) -> list[ShownTerm]:
    """Of the handbook and of the law, and the one of the school itself."""
    running = Term.objects.filter(case=application.case, code__in=CLOCKS, ended_on=None)
    return [shown(term, today) for term in running.select_related("case", "change")]
