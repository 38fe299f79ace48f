"""What all screens for legal acts share: finding the thing, saying no, where a missing fact is entered."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Case, Decision, Intention, Objection, Plan, Term
from keurmerk.letters import LetterError
from keurmerk.web.components.obstacles import LinkOf, missing
from keurmerk.web.components.terms import ShownTerm, shown_term
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import DERIVED, Fact
from rulebook.lifecycle.machine import Obstacle

FACT_CODES = ("onbekend:", "feit:")
PROSE = 20
"""Longer than this somebody wrote it: worth showing again when its form is gone."""


def case_or_404(request: HttpRequest, public_id: UUID) -> Case:
    seen = Case.objects.for_user(request.user)
    return get_object_or_404(seen.select_related("school", "certificate__school"), public_id=public_id)


def _of_case[M: Model](request: HttpRequest, found: QuerySet[M], public_id: UUID) -> M:
    seen = Case.objects.for_user(request.user)
    joined = found.filter(case__in=seen).select_related("case__school", "case__certificate__school")
    return get_object_or_404(joined, public_id=public_id)


def decision_or_404(request: HttpRequest, public_id: UUID) -> Decision:
    found = Decision.objects.select_related(
        "prepared_by", "signed_by", "mandate", "change", "letter", "intention", "plan", "objection__decision"
    )
    return _of_case(request, found, public_id)


def intention_or_404(request: HttpRequest, public_id: UUID) -> Intention:
    found = Intention.objects.select_related("letter", "view_document", "sent_by")
    return _of_case(request, found, public_id)


def plan_or_404(request: HttpRequest, public_id: UUID) -> Plan:
    return _of_case(request, Plan.objects.select_related("document"), public_id)


def objection_or_404(request: HttpRequest, public_id: UUID) -> Objection:
    found = Objection.objects.select_related("decision__case", "decision__change", "filed_by")
    return _of_case(request, found, public_id)


def event_or_404(code: str) -> Event:
    try:
        return Event(code)
    except ValueError:
        raise Http404 from None


def fact_href(case: Case, fact: Fact) -> str:
    """Where staff establish this fact; what follows from the record nobody enters."""
    if fact in DERIVED:
        return ""
    return f"{reverse('staff:fact-new', args=[case.public_id])}#feit-{fact.value}"


def fact_link(case: Case) -> LinkOf:
    """For obstacles that are a fact which is not known, or not so."""

    def link(obstacle: Obstacle) -> str:
        for start in FACT_CODES:
            if obstacle.code.startswith(start):
                return fact_href(case, Fact(obstacle.code.removeprefix(start)))
        return ""

    return link


def refused(error: NotPossibleError, link: LinkOf = lambda _obstacle: "") -> dict[str, Any]:
    """For components/obstacles.html after an attempt."""
    return {"lines": missing(error.obstacles, link), "refused": True}


def letter_refused(error: LetterError) -> NotPossibleError:
    return NotPossibleError(Obstacle("brief", f"De brief kan nog niet worden gemaakt: {error}."))


def conflict(
    request: HttpRequest,
    title: str,
    obstacles: Iterable[Obstacle],
    *,
    back: tuple[str, str],
    link: LinkOf = lambda _obstacle: "",
) -> HttpResponse:
    """A page that explains why an act is not possible (any more), with the way on. Nothing has changed.

    What somebody wrote for it is shown, so that it is not lost with the form.
    """
    context = {
        "title": title,
        "lines": missing(obstacles, link),
        "back": back,
        "typed": prose_in(request),
    }
    return render(request, "409.html", context, status=409)


def prose_in(request: HttpRequest) -> list[str]:
    own = {"csrfmiddlewaretoken", "gezien"}
    return [str(text) for name, text in request.POST.items() if name not in own and len(text) > PROSE]


def term_shown(term: Term | None, today: date, started_by: str) -> ShownTerm | None:
    """With its steps, and a file for the calendar while it runs."""
    if term is None:
        return None
    return shown_term(
        term, today, started_by=started_by, ics_url=reverse("staff:term-ics", args=[term.public_id])
    )


def closed(request: HttpRequest, case: Case) -> HttpResponse | None:
    """In a closed case nothing begins."""
    if case.closed_on is None:
        return None
    text = f"Deze zaak is gesloten op {case.closed_on:%d-%m-%Y}. Open een nieuwe zaak."
    back = ("Naar de zaak", case_address(case))
    return conflict(request, "Deze zaak is gesloten", [Obstacle("zaak_gesloten", text)], back=back)


def attempt(act: Callable[[], Any]) -> tuple[Any, NotPossibleError | None]:
    """Do it, and give what came of it or every reason why not."""
    try:
        return act(), None
    except NotPossibleError as error:
        return None, error
    except LetterError as error:
        return None, letter_refused(error)


def case_address(case: Case) -> str:
    return reverse("staff:case", args=[case.public_id])
