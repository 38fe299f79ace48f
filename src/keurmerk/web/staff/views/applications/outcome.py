"""What the assessment comes to: what a grant still lacks, the grounds of a refusal, the decision prepared."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from keurmerk.applications.models import Application
from keurmerk.applications.queries.outcome import File, choices, established, file_of, lacking
from keurmerk.applications.service.deciding import OUTCOMES, prepare_decision
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.components.event_words import ACTS
from keurmerk.web.staff.acting import attempt, event_or_404, refused
from keurmerk.web.staff.forms.application import GroundsForm
from keurmerk.web.staff.views.applications.finding import submitted_or_404
from rulebook.lifecycle.events import Event

REFUSALS = (Event.REJECT, Event.LEAVE_ASIDE)


@require_safe
@for_staff
def detail(request: HttpRequest, application: UUID) -> HttpResponse:
    return outcome_page(request, submitted_or_404(request, application))


@for_staff
@require_POST
def prepare(request: HttpRequest, application: UUID, event: str) -> HttpResponse:
    """A draft with all that the file knows; the same twice opens the same draft."""
    found, wanted = submitted_or_404(request, application), event_or_404(event)
    if wanted not in OUTCOMES:
        raise Http404
    today, grounds = timezone.localdate(), []
    if wanted in REFUSALS:
        form = grounds_form(file_of(found, today), wanted, request.POST)
        if not form.is_valid():
            return outcome_page(request, found, bound=(wanted, form))
        grounds = form.cleaned_data["grounds"]
    decision, error = attempt(
        lambda: prepare_decision(found.pk, wanted, grounds=grounds, by=user_of(request), today=today)
    )
    if error is not None:
        return outcome_page(request, found, refusal=refused(error), status=409)
    return redirect("staff:decision", decision.public_id)


def outcome_page(
    request: HttpRequest,
    application: Application,
    *,
    bound: tuple[Event, GroundsForm] | None = None,
    refusal: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    file = file_of(application, timezone.localdate())
    given = dict([bound]) if bound else {}
    context = {
        "application": application,
        "case": application.case,
        "lacking": lacking(file),
        "established": established(file),
        "refusals": [
            (event, ACTS[event], given.get(event) or grounds_form(file, event), texts_of(file, event))
            for event in REFUSALS
        ],
        "grant": (Event.GRANT_FIXED, ACTS[Event.GRANT_FIXED]),
        "decisions": list(application.case.decisions.all()),
        "form": bound[1] if bound else None,
    } | (refusal or {})
    return render(request, "staff/application/outcome.html", context, status=status)


def grounds_form(file: File, event: Event, data: Any = None) -> GroundsForm:
    """Those that the file bears out are ticked to begin with."""
    mine = [each for each in choices(file) if each.event is event]
    return GroundsForm(
        data,
        choices=[(each.ground.code, f"{each.ground.text} ({each.ground.source})") for each in mine],
        auto_id=f"id_{event.value}_%s",
        initial={"grounds": [each.ground.code for each in mine if each.text]},
    )


def texts_of(file: File, event: Event) -> list[tuple[str, str]]:
    """What the file says about each ground that it bears out."""
    return [(each.ground.text, each.text) for each in choices(file) if each.event is event and each.text]
