"""The views of an outcome for one audience: the same pages behind every door, each with its own guard."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from keurmerk.assessments.models import Assessment
from keurmerk.web.access import View
from keurmerk.web.outcomes import views
from keurmerk.web.outcomes.door import Door


@dataclass(frozen=True, slots=True)
class OutcomeViews:
    detail: View
    why: View
    why_csv: View
    why_xlsx: View
    receipt: View
    as_json: View


def outcome_views(guard: Callable[[View], View], door_of: Callable[[Assessment], Door]) -> OutcomeViews:
    """Every view looks its assessment up among those this person may see."""

    def guarded(show: Callable[..., HttpResponse]) -> View:
        @require_safe
        @guard
        def view(request: HttpRequest, assessment: UUID, **asked: Any) -> HttpResponse:
            return show(request, views.find(request, assessment), **asked)

        return view

    return OutcomeViews(
        detail=guarded(lambda request, found: views.outcome(request, found, door_of(found))),
        why=guarded(lambda request, found, number: views.why(request, found, number, door_of(found))),
        why_csv=guarded(lambda request, found, number: views.why_file(request, found, number, "csv")),
        why_xlsx=guarded(lambda request, found, number: views.why_file(request, found, number, "xlsx")),
        receipt=guarded(lambda _request, found: views.receipt(found)),
        as_json=guarded(lambda _request, found: views.outcome_json(found)),
    )
