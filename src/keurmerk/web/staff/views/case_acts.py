"""What staff do in a case, each at an address of its own: the forms of the case's page post here.

In error the form comes back alone, with everything that was typed.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.certification.enums import Body
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Case, Task
from keurmerk.certification.service import cases, tasks
from keurmerk.documents.enums import DocumentKind
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.components import dutch
from keurmerk.web.staff.case_timeline import grounds_in_words
from keurmerk.web.staff.forms.cases import (
    FOR_SCHOOL,
    AssignForm,
    DisclosureForm,
    NoteForm,
    PaperForm,
    TaskForm,
)
from keurmerk.web.staff.views.cases import address_of, case_or_404
from keurmerk.web.upload_limit import takes_documents
from rulebook.lifecycle.pieces import Side

VERBS = require_http_methods(["GET", "HEAD", "POST"])
MOST_DOCUMENTS = 1
DISCLOSING = (
    "Leg vast wat u hebt gemeld, aan wie, en op welke grond. "
    "Keurmerk verstuurt zelf niets naar deze instantie."
)


@VERBS
@for_staff
def assign(request: HttpRequest, case: UUID) -> HttpResponse:
    found = case_or_404(request, case)
    form = AssignForm(request.POST or None, initial={"handler": found.handler_id})
    if request.method == "POST" and done(
        form, lambda: cases.assign(found, form.cleaned_data["handler"], assigned_by=user_of(request))
    ):
        chosen = form.cleaned_data["handler"]
        whom = chosen.name if chosen else "niemand"
        messages.success(request, f"Zaak {found.number} wordt nu behandeld door {whom}.")
        return redirect(address_of(found))
    return act_page(request, found, form, title="Behandelaar", button="Behandelaar vastleggen")


@VERBS
@for_staff
def note(request: HttpRequest, case: UUID) -> HttpResponse:
    found = case_or_404(request, case)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and done(
        form, lambda: cases.write_note(found, form.cleaned_data["text"], written_by=user_of(request))
    ):
        messages.success(request, "De notitie is bewaard.")
        return redirect(address_of(found, "#notities"))
    return act_page(request, found, form, title="Notitie", button="Notitie bewaren")


@takes_documents(MOST_DOCUMENTS)
@VERBS
@for_staff
def paper(request: HttpRequest, case: UUID) -> HttpResponse:
    found = case_or_404(request, case)
    form = PaperForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and done(form, lambda: _add_paper(request, found, form)):
        messages.success(request, "Het document is toegevoegd.")
        return redirect(address_of(found, "#documenten"))
    return act_page(request, found, form, title="Document toevoegen", button="Document toevoegen")


def _add_paper(request: HttpRequest, case: Case, form: PaperForm) -> None:
    given = form.cleaned_data
    cases.put_file(
        case,
        given["file"][0],
        title=given["title"],
        kind=DocumentKind(given["kind"]),
        for_school=given["seen_by"] == FOR_SCHOOL,
        added_by=user_of(request),
    )


@VERBS
@for_staff
def task(request: HttpRequest, case: UUID, task: UUID) -> HttpResponse:
    found = case_or_404(request, case)
    chosen = task_or_404(found, task)
    if chosen.code in tasks.TELLS and chosen.done_on is None:
        return redirect("staff:case-task-disclose", found.public_id, chosen.public_id)
    form = TaskForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and done(
        form,
        lambda: tasks.do_task(
            chosen.pk, by=user_of(request), today=timezone.localdate(), note=form.cleaned_data["note"]
        ),
    ):
        messages.success(request, f"Gedaan: {chosen.text}")
        return redirect(address_of(found, "#taken"))
    return act_page(
        request, found, form, title="Taak", intro=f"{chosen.text} ({chosen.source})", button="Dit is gedaan"
    )


@VERBS
@for_staff
def disclose(request: HttpRequest, case: UUID, task: UUID | None = None) -> HttpResponse:
    """What was told to another body; with a task, what is known already stands there."""
    found = case_or_404(request, case)
    chosen = task_or_404(found, task) if task else None
    form = DisclosureForm(request.POST or None, initial=prefilled(found, chosen))
    if request.method == "POST" and done(form, lambda: _disclose(request, found, chosen, form)):
        messages.success(request, "De melding is vastgelegd.")
        return redirect(address_of(found, "#taken"))
    return act_page(
        request,
        found,
        form,
        title="Melding aan een andere instantie",
        intro=DISCLOSING,
        button="Melding vastleggen",
    )


def _disclose(request: HttpRequest, case: Case, task: Task | None, form: DisclosureForm) -> None:
    given = form.cleaned_data
    tasks.disclose(
        case,
        body=Body(given["body"]),
        body_name=given["body_name"],
        what=given["what"],
        ground=given["ground"],
        told_by=user_of(request),
        today=timezone.localdate(),
        task=task,
    )


def prefilled(case: Case, task: Task | None) -> dict[str, Any]:
    if task is None:
        return {"ground": "§ 7.8"}
    school, change = case.school, task.change
    since = f" met ingang van {dutch.day(change.on)}" if change else ""
    status = change.after_.words if change else case.certificate.state_.words
    reason = grounds_in_words(change.event, change.grounds) if change else ""
    return {
        "body": tasks.TELLS.get(task.code, ""),
        "what": f"{school.name}, KvK-nummer {school.kvk_number}: {status}{since}.\nReden: {reason}",
        "ground": task.source,
    }


@VERBS
@for_staff
def close(request: HttpRequest, case: UUID) -> HttpResponse:
    found = case_or_404(request, case)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and done(
        form, lambda: cases.close_case(found, closed_by=user_of(request), today=timezone.localdate())
    ):
        messages.success(request, f"Zaak {found.number} is gesloten.")
        return redirect(address_of(found))
    intro = "Een gesloten zaak staat niet meer op de werklijst. Alles wat erin ligt, blijft te lezen."
    return act_page(request, found, form, title="Zaak sluiten", intro=intro, button="Zaak sluiten")


def task_or_404(case: Case, public_id: UUID) -> Task:
    """Only tasks of Blik op Werk: those of the school are not ours to tick."""
    return get_object_or_404(
        case.tasks.select_related("change"), public_id=public_id, side=Side.SCHEME, due__isnull=False
    )


def done(form: forms.Form, act: Callable[[], object]) -> bool:
    """Do it when the form is right; what the service refuses is said in the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except NotPossibleError as error:
        for obstacle in error.obstacles:
            form.add_error(None, obstacle.text)
        return False
    return True


def act_page(
    request: HttpRequest, case: Case, form: forms.Form, *, title: str, button: str, intro: str = ""
) -> HttpResponse:
    context = {
        "case": case,
        "form": form,
        "title": title,
        "button": button,
        "intro": intro,
        "multipart": form.is_multipart(),
    }
    return render(request, "staff/case/act.html", context)
