"""The file of one application: where it stands, its parts, and what can be done."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from keurmerk.applications.models import Application
from keurmerk.applications.queries.handed_in import Changed, kept
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.staff.act_list import Given, carry_out, typed
from keurmerk.web.staff.acting import attempt, refused
from keurmerk.web.staff.application_acts import BY_CODE_OF_ACT
from keurmerk.web.staff.application_answers import Shown, in_words, managers_in
from keurmerk.web.staff.application_file import application_context
from keurmerk.web.staff.views.applications.finding import application_or_404, submitted_or_404


@require_safe
@for_staff
def detail(request: HttpRequest, application: UUID) -> HttpResponse:
    return file_page(request, application_or_404(request, application))


def file_page(
    request: HttpRequest,
    application: Application,
    *,
    bound: tuple[str, forms.Form] | None = None,
    refusal: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = application_context(application, timezone.localdate(), bound=bound)
    context |= {
        "form": bound[1] if bound else None,
        "typed": typed(bound) if refusal else [],
    } | (refusal or {})
    return render(request, "staff/application/detail.html", context, status=status)


@for_staff
@require_POST
def act(request: HttpRequest, application: UUID, application_act: str) -> HttpResponse:
    found = submitted_or_404(request, application)
    chosen = BY_CODE_OF_ACT.get(application_act)
    if chosen is None:
        raise Http404
    form = chosen.form(request.POST) if chosen.form else None
    if form is not None and not form.is_valid():
        return file_page(request, found, bound=(application_act, form))
    given = Given(form.cleaned_data if form else {}, user_of(request), timezone.now())
    _, error = attempt(lambda: carry_out(chosen, found, given))
    if error is not None:
        found = application_or_404(request, application)
        bound = (application_act, form) if form else None
        return file_page(request, found, bound=bound, refusal=refused(error), status=409)
    messages.success(request, chosen.told)
    return redirect("staff:application", found.public_id)


@require_safe
@for_staff
def changes(request: HttpRequest, application: UUID) -> HttpResponse:
    """What the applicant changed each time that something was handed in again."""
    found = submitted_or_404(request, application)
    submissions = kept(found)
    managers = managers_in(submissions.answers)
    context = {
        "application": found,
        "submissions": submissions,
        "changes": [(each, told(each, managers)) for each in submissions.changes],
    }
    return render(request, "staff/application/changes.html", context)


def told(changed: Changed, managers: dict[str, str]) -> list[tuple[str, Shown, Shown]]:
    """By page: the answer as it was and as it is; of identity papers only that the number changed."""
    found = []
    for each in changed.answers:
        label = f"{each.question.label} ({each.whose})" if each.whose else each.question.label
        personal = each.question.personal
        sides = [
            Shown(
                label,
                "" if personal else in_words(each.question, value, managers),
                hidden=personal and bool(value),
                empty=not value,
            )
            for value in (each.old, each.new)
        ]
        found.append((each.page.title, sides[0], sides[1]))
    return found
