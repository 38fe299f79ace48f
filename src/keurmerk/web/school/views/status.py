"""How the status came to be: every change, every decision and intended decision, every objection."""

from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from keurmerk.certification.models import Change, Decision, Intention, Objection, Plan
from keurmerk.certification.queries.school import Living, living
from keurmerk.results.models import Upload
from keurmerk.web.access import for_schools, school_or_404
from keurmerk.web.components.event_words import DONE
from keurmerk.web.components.timeline import Moment, timeline_of
from keurmerk.web.school.first_page import legal_context


@require_safe
@for_schools
def history(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    alive = living(chosen)
    uploads = list(Upload.objects.filter(school=chosen).newest_first())
    context = legal_context(alive, uploads, timezone.localdate()) | {
        "school": chosen,
        "timeline": timeline_of(_moments(alive)),
        "intentions": Intention.objects.filter(case__school=chosen).defer("letter_html"),
        "plans": Plan.objects.filter(case__school=chosen).select_related("case"),
        "objections": Objection.objects.filter(case__school=chosen, by_school=True).select_related(
            "decision"
        ),
    }
    return render(request, "school/status/history.html", context)


def _moments(alive: Living) -> Iterator[Moment]:
    letters = {decision.change_id: decision for decision in alive.decisions}
    for change in alive.changes:
        yield _moment(change, letters.get(change.pk))


def _moment(change: Change, decision: Decision | None) -> Moment:
    links = ((decision.reference, reverse("school:decision", args=[decision.public_id])),) if decision else ()
    return Moment(
        on=change.on,
        at=change.created_at,
        what=DONE[change.event_],
        text=f"Status daarna: {change.after_.words}."
        if change.before != change.after
        else "De status bleef gelijk.",
        links=links,
    )
