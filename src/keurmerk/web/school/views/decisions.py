"""A decision as the school gets it: the letter, what it started, and what can be done against it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from keurmerk.certification.models import Term
from keurmerk.certification.queries.objections import running_objection
from keurmerk.certification.queries.rights import TO_OBJECT
from keurmerk.web.access import for_schools
from keurmerk.web.school.decision_words import instead_of_objecting
from keurmerk.web.school.finding import decision_or_404
from keurmerk.web.school.shown_terms import shown, to_object


@require_safe
@for_schools
def detail(request: HttpRequest, decision: UUID) -> HttpResponse:
    found = decision_or_404(request, decision)
    today = timezone.localdate()
    change = found.change
    running = Term.objects.filter(change=change, ended_on=None).exclude(change=None).exclude(code=TO_OBJECT)
    context = {
        "decision": found,
        "school": found.case.school,
        "terms": [shown(term, today) for term in running.select_related("change")],
        "to_object": to_object(found, today),
        "objection": running_objection(found),
        "instead": instead_of_objecting(found.kind_),
        "undone": change is not None and change.undone_by_id is not None,
    }
    return render(request, "school/decision/detail.html", context)
