"""Certificates of conduct of the management: the list, a new member, handing one in, somebody who leaves."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from keurmerk.accounts.typed import refills, typed_before
from keurmerk.organisations.models import School
from keurmerk.reporting.models import Manager, Vog
from keurmerk.reporting.queries.vogs import lines_of
from keurmerk.reporting.service.managers import end_manager, enter_manager
from keurmerk.reporting.service.vogs import give_vog
from keurmerk.web import documents
from keurmerk.web.access import SIGN, for_schools, may_or_403, school_or_404, user_of
from keurmerk.web.school.finding import attempt
from keurmerk.web.school.forms.answers import ONE_FILE
from keurmerk.web.school.forms.vog import ManagerEndForm, ManagerForm, VogForm
from keurmerk.web.upload_limit import takes_documents

PERSONS = "organisations.view_persons_of_school"
VERBS = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@for_schools
def listing(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    may_or_403(request, PERSONS, chosen)
    context = {"school": chosen, "lines": lines_of(chosen, timezone.localdate())}
    return render(request, "school/vog/list.html", context)


@refills
@VERBS
@for_schools
def enter(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    may_or_403(request, SIGN, chosen)
    form = ManagerForm(request.POST or None, initial=typed_before(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        manager = attempt(form, lambda: enter_manager(chosen, **given, entered_by=user_of(request)))
        if manager:
            messages.success(request, f"{manager.name} staat bij het Management. Voeg nu de VOG toe.")
            return redirect("school:vog-new", manager.public_id)
    return _form(request, chosen, form, title="Lid van het Management toevoegen", button="Toevoegen")


@VERBS
@for_schools
def end(request: HttpRequest, manager: UUID) -> HttpResponse:
    found = manager_or_404(request, manager)
    form = ManagerEndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        until, today = form.cleaned_data["until"], timezone.localdate()
        if attempt(form, lambda: end_manager(found, until=until, by=user_of(request), today=today)):
            messages.success(request, f"{found.name} staat niet meer bij het Management.")
            return redirect("school:vogs", found.school.public_id)
    title = f"{found.name} gaat uit het Management"
    return _form(request, found.school, form, title=title, button="Vastleggen")


@refills
@takes_documents(ONE_FILE)
@VERBS
@for_schools
def new(request: HttpRequest, manager: UUID) -> HttpResponse:
    found = manager_or_404(request, manager)
    posted = request.method == "POST"
    initial = {"name": found.name} | typed_before(request)
    form = VogForm(request.POST, request.FILES) if posted else VogForm(initial=initial)
    if request.method == "POST" and form.is_valid():
        vog = attempt(form, lambda: _give(request, found, form))
        if vog:
            messages.success(request, "De VOG is ontvangen. Een medewerker van Blik op Werk bekijkt haar.")
            return redirect("school:vogs", found.school.public_id)
    context = {"school": found.school, "manager": found, "form": form}
    return render(request, "school/vog/new.html", context, status=422 if form.errors else 200)


def _give(request: HttpRequest, manager: Manager, form: VogForm) -> Vog:
    file = form.cleaned_data["papers"][0]
    return give_vog(manager, form.given, file, by=user_of(request), today=timezone.localdate())


@require_GET
@for_schools
def file(request: HttpRequest, vog: UUID) -> HttpResponse:
    """The journal tells who opened it."""
    seen = Vog.objects.filter(manager__in=Manager.objects.for_user(request.user))
    found = get_object_or_404(seen.select_related("document__school", "manager__school"), public_id=vog)
    may_or_403(request, PERSONS, found.manager.school)
    return documents.download(request, found.document)


def manager_or_404(request: HttpRequest, public_id: UUID) -> Manager:
    found = get_object_or_404(
        Manager.objects.for_user(request.user).select_related("school"), public_id=public_id
    )
    may_or_403(request, SIGN, found.school)
    return found


def _form(
    request: HttpRequest, school: School, form: ManagerForm | ManagerEndForm, *, title: str, button: str
) -> HttpResponse:
    context = {"school": school, "form": form, "title": title, "button": button}
    return render(request, "school/vog/manager.html", context, status=422 if form.errors else 200)
