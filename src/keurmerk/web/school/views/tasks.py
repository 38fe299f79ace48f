"""A task of the school that is done: one tick, with a note if there is something to say."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.accounts.typed import refills, typed_before
from keurmerk.certification.service.tasks import do_task
from keurmerk.web.access import for_schools, user_of
from keurmerk.web.school.finding import attempt, task_or_404
from keurmerk.web.school.forms.answers import TaskDoneForm
from keurmerk.web.school.reporting_tasks import is_done_elsewhere, page_of


@refills
@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def done(request: HttpRequest, duty: UUID) -> HttpResponse:
    found = task_or_404(request, duty)
    if found.done_on is None and is_done_elsewhere(found):
        return redirect(page_of(found))
    form = TaskDoneForm(request.POST if request.method == "POST" else None, initial=typed_before(request))
    if request.method == "POST" and form.is_valid():
        note = form.cleaned_data["note"]
        today, user = timezone.localdate(), user_of(request)
        if attempt(form, lambda: do_task(found.pk, by=user, today=today, note=note)):
            messages.success(request, f"Gedaan: {found.text}")
            return redirect("school:school", found.case.school.public_id)
    context = {"task": found, "school": found.case.school, "form": form}
    return render(request, "school/task/done.html", context, status=422 if form.errors else 200)
