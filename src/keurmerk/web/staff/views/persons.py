"""The register of people and organisations: searching it, one page of it, and who are the same."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from keurmerk.persons.declaration import SamePersonError
from keurmerk.persons.matching import compare
from keurmerk.persons.models import Entity, Person, SameAs
from keurmerk.persons.queries import search
from keurmerk.persons.queries.cards import cards_of
from keurmerk.persons.queries.pages import known_of, network_of
from keurmerk.persons.service import identity_number, say_same, told_read, told_search, undo_same
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.staff.forms.persons import IdentityForm, PersonSearchForm, SameForm, UndoForm
from keurmerk.web.staff.persons_drawing import drawing_of

VERBS = require_http_methods(["GET", "HEAD", "POST"])
GROUND = "onderzoek naar Verbonden Personen (§2.2)"


def entity_or_404(request: HttpRequest, public_id: UUID) -> Entity:
    return get_object_or_404(Entity.objects.for_user(request.user), public_id=public_id)


@require_safe
@for_staff
def search_page(request: HttpRequest) -> HttpResponse:
    form = PersonSearchForm(request.GET or None)
    asked = form.is_bound and form.is_valid()
    question = form.question() if asked else None
    found = search(question) if question and question.fields else ()
    if question and question.fields:
        told_search(by=user_of(request), fields=question.fields, found=len(found))
    context = {"form": form, "found": found, "asked": bool(question and question.fields)}
    return render(request, "staff/persons/search.html", context)


@require_safe
@for_staff
def detail(request: HttpRequest, entity: UUID) -> HttpResponse:
    found = entity_or_404(request, entity)
    told_read(found, read_by=user_of(request), ground=GROUND)
    return render(request, "staff/persons/detail.html", {"known": known_of(found), "entity": found})


@require_safe
@for_staff
def network(request: HttpRequest, entity: UUID) -> HttpResponse:
    found = entity_or_404(request, entity)
    told_read(found, read_by=user_of(request), ground=GROUND)
    known = network_of(found, timezone.localdate())
    names = {node.id: node.name for node in known.graph.nodes.values()}
    context = {
        "entity": found,
        "drawing": drawing_of(known),
        "connections": [(names[each.target], each) for each in known.connections],
        "owners": [(names[each.person], each) for each in known.owners],
    }
    return render(request, "staff/persons/network.html", context)


@VERBS
@for_staff
def identity(request: HttpRequest, entity: UUID) -> HttpResponse:
    """The number is shown once, after a reason, and never in an address."""
    found = entity_or_404(request, entity)
    person = get_object_or_404(Person, pk=found.pk)
    form = IdentityForm(request.POST or None)
    number = ""
    if request.method == "POST" and form.is_valid():
        ground = form.cleaned_data["ground"]
        number = identity_number(person, opened_by=user_of(request), ground=ground)
    context = {"entity": found, "person": person, "form": form, "number": number}
    return render(request, "staff/persons/identity.html", context, status=422 if form.errors else 200)


@VERBS
@for_staff
def same(request: HttpRequest, entity: UUID, other: UUID) -> HttpResponse:
    one, two = entity_or_404(request, entity), entity_or_404(request, other)
    form = SameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            say_same(one, two, **form.cleaned_data, by=user_of(request), today=timezone.localdate())
        except SamePersonError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "Bewaard. U kunt dit later terugdraaien.")
            return redirect("staff:person", one.public_id)
    cards = cards_of({one.pk, two.pk})
    likeness = compare(cards[one.pk], cards[two.pk])
    context = {"pair": (known_of(one), known_of(two)), "likeness": likeness, "entity": one, "form": form}
    return render(request, "staff/persons/same.html", context, status=422 if form.errors else 200)


@VERBS
@for_staff
def undo(request: HttpRequest, said: UUID) -> HttpResponse:
    found = get_object_or_404(SameAs.objects.select_related("one", "other"), public_id=said)
    form = UndoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        undo_same(found, reason=reason, by=user_of(request), today=timezone.localdate())
        messages.success(request, "Teruggedraaid.")
        return redirect("staff:person", found.one.public_id)
    context = {"said": found, "form": form}
    return render(request, "staff/persons/undo.html", context, status=422 if form.errors else 200)
