"""A step of the certificate without a decision: what it does, why not, and doing it."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from keurmerk.certification.errors import NotPossibleError, refuse
from keurmerk.certification.models import Case
from keurmerk.certification.service import changes
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.components.obstacles import missing
from keurmerk.web.staff import decision_page as page
from keurmerk.web.staff.acting import (
    attempt,
    case_address,
    case_or_404,
    closed,
    conflict,
    event_or_404,
    fact_link,
    refused,
)
from keurmerk.web.staff.forms.values import ValuesForm, day_field
from rulebook.lifecycle import machine
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.machine import Obstacle
from rulebook.lifecycle.pieces import Actor, After, Before, Keep, Transition
from rulebook.lifecycle.table import CERTIFICATE

TITLES = {
    Event.CONCLUDE_AGREEMENT: "Overeenkomst sluiten",
    Event.APPLY: "Aanvraag ontvangen",
    Event.ASK_COMPLETION: "Om aanvulling vragen",
    Event.COMPLETE: "Aanvraag volledig verklaren",
    Event.EXTEND_DECISION_TERM: "Beslistermijn verlengen",
    Event.CORRECT_LAPSE: "Aflopen rechtzetten",
    Event.END_WARNING: "Waarschuwing beëindigen",
    Event.ANNUL: "Besluit herroepen of vernietigd",
    Event.STAY: "Werking geschorst door de rechter",
    Event.REVIVE: "Besluit herleeft",
}


class ReceivedForm(forms.Form):
    """Of what the school itself does, when it comes on paper: the day it came in counts."""

    received_on = day_field("Ontvangen op", "De dag waarop het stuk binnenkwam: dan begint de termijn.")

    def __init__(self, data: Any = None, *, earliest: date | None, today: date) -> None:
        super().__init__(data, initial={"received_on": today})
        self.earliest, self.today = earliest, today

    def clean_received_on(self) -> date:
        day: date = self.cleaned_data["received_on"]
        if day > self.today:
            raise forms.ValidationError("De dag van ontvangst ligt in de toekomst.")
        if self.earliest and day < self.earliest:
            raise forms.ValidationError(
                f"Dit kan niet zijn ontvangen voor de vorige stap, op {self.earliest:%d-%m-%Y}."
            )
        return day


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def new(request: HttpRequest, case: UUID, event: str) -> HttpResponse:
    found, wanted = case_or_404(request, case), event_or_404(event)
    if refusal_page := closed(request, found):
        return refusal_page
    row = CERTIFICATE.find(found.certificate.state_, wanted)
    if row is not None and row.decision is not None:
        return redirect("staff:decision-new", found.public_id, wanted.value)
    if row is None or row.by is Actor.LAW:
        return impossible(request, found, row)
    today = timezone.localdate()
    data = request.POST if request.method == "POST" else None
    values = ValuesForm(data, row=row, certificate=found.certificate, today=today)
    for field in values.fields.values():
        field.required = True
    received = ReceivedForm(data, earliest=last_change(found), today=today) if is_of_school(row) else None
    refusal: dict[str, Any] = {}
    if data is not None and values.is_valid() and (received is None or received.is_valid()):
        day = received.cleaned_data["received_on"] if received else today
        step = changes.Step(event=wanted, by=row.by, user=user_of(request), values=values.values)
        change, error = attempt(lambda: changes.make(found.certificate_id, step, case=found, today=day))
        if error is None:
            messages.success(request, f"{TITLES[wanted]}: de status is nu {change.after_.words}.")
            return redirect("staff:case", found.public_id)
        refusal = refused(error, link_of(found))
    context = step_context(found, row, today) | {"form": values, "received": received} | refusal
    return render(request, "staff/change/new.html", context)


def is_of_school(row: Transition) -> bool:
    return row.by is Actor.SCHOOL


def last_change(case: Case) -> date | None:
    newest = case.certificate.changes.order_by("-number").first()
    return newest.on if newest else None


def step_context(case: Case, row: Transition, today: date) -> dict[str, Any]:
    known = page.facts_of(case, today)
    undoing = isinstance(row.target, Before | After)
    return {
        "case": case,
        "row": row,
        "title": TITLES[Event(row.event)],
        "why_not": missing(machine.unmet(row.needs, known), fact_link(case)),
        "facts": page.needed_facts(row, known, case),
        "follows": None if undoing else page.follows(row, case.certificate.state_),
        "keeps": isinstance(row.target, Keep),
    }


def link_of(case: Case) -> Any:
    to_fact = fact_link(case)

    def link(obstacle: Obstacle) -> str:
        if obstacle.code.startswith(page.PARAMETER_CODES):
            return f"#id_waarde-{obstacle.code.partition(':')[2]}"
        return to_fact(obstacle)

    return link


def impossible(request: HttpRequest, case: Case, row: Transition | None) -> HttpResponse:
    error: NotPossibleError = (
        refuse("niet_in_tabel", f"Dit kan niet zolang de status is: {case.certificate.state_.words}.")
        if row is None
        else refuse("van_rechtswege", "Dit gebeurt vanzelf, op de dag die de Handleiding noemt.", row.source)
    )
    back = ("Naar de zaak", case_address(case))
    return conflict(request, "Deze stap kan nu niet", error.obstacles, back=back)
