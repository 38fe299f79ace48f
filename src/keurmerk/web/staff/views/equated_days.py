"""Days that a royal decree equates with a holiday. A change first shows which terms it moves."""

import json
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from keurmerk.certification.models import Case, EquatedDay
from keurmerk.certification.service import calendar
from keurmerk.journal.models import Entry
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.staff.forms.work import EquatedDayForm

CHANGES = ("calendar.equated", "calendar.unequated")
SHOWN = 10
CONFIRMED = "bevestigd"


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    changes = Entry.objects.filter(kind__in=CHANGES).order_by("-number")[:SHOWN]
    context = {
        "days": list(EquatedDay.objects.all()),
        "changes": [_told(entry) for entry in changes],
    }
    return render(request, "staff/equated_day/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def new(request: HttpRequest) -> HttpResponse:
    """Posted once it shows what would move; posted again with the confirmation it is done."""
    form = EquatedDayForm(request.POST or None)
    moves = None
    if request.method == "POST" and form.is_valid():
        known = EquatedDay.objects.filter(day=form.cleaned_data["day"]).exists()
        if known and request.POST.get(CONFIRMED):
            messages.info(request, "Deze dag staat in de tabel.")
            return redirect("staff:equated-days")
        if known:
            form.add_error("day", "Deze dag staat al in de tabel.")
        elif request.POST.get(CONFIRMED):
            return done(request, calendar.equate(**form.cleaned_data, by=user_of(request)))
        else:
            moves = calendar.would_move(form.cleaned_data["day"])
    context = {"form": form, "moves": moves, "today": timezone.localdate()}
    return render(request, "staff/equated_day/new.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def remove(request: HttpRequest, equated: UUID) -> HttpResponse:
    """Removed twice, the second one says that it is gone."""
    day = EquatedDay.objects.filter(public_id=equated).first()
    if request.method == "POST":
        if day is None:
            messages.info(request, "Deze dag staat niet in de tabel.")
            return redirect("staff:equated-days")
        return done(request, calendar.unequate(day, by=user_of(request)))
    if day is None:
        raise Http404
    context = {"day": day, "moves": calendar.would_move_back(day.day)}
    return render(request, "staff/equated_day/remove.html", context)


@require_safe
@for_staff
def moved(request: HttpRequest, entry: int) -> HttpResponse:
    """Which terms a change moved, as the journal keeps it."""
    found = get_object_or_404(Entry, pk=entry, kind__in=CHANGES)
    told = json.loads(found.payload)
    numbers = {each["case"] for each in told.get("terms", ())}
    cases = {case.number: case for case in Case.objects.filter(number__in=numbers).select_related("school")}
    context = {
        "entry": found,
        "day": date.fromisoformat(told["day"]),
        "added": found.kind == CHANGES[0],
        "lines": [
            (cases[each["case"]], date.fromisoformat(each["from"]), date.fromisoformat(each["to"]))
            for each in told["terms"]
            if each["case"] in cases
        ],
    }
    return render(request, "staff/equated_day/moved.html", context)


def _told(entry: Entry) -> tuple[Entry, date, int, bool]:
    told = entry.data
    return entry, date.fromisoformat(told["day"]), told["moved"], entry.kind == CHANGES[0]


def done(request: HttpRequest, entry: Entry) -> HttpResponse:
    messages.success(request, "De tabel is gewijzigd, en de termijnen zijn opnieuw berekend.")
    return redirect("staff:equated-day-moved", entry.number)
