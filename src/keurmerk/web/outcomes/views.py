"""Looking at an assessment, through any audience's door."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from keurmerk.assessments import queries
from keurmerk.assessments.models import Assessment
from keurmerk.results.errors import GoneError
from keurmerk.web.components.tables import PAGE_SIZE, with_query
from keurmerk.web.outcomes import allowances, explanation, pages
from keurmerk.web.outcomes.body import body_of
from keurmerk.web.outcomes.door import Door, of_assessment
from keurmerk.web.outcomes.hours import COUNTED_IN_LESSONS, hours_words
from keurmerk.web.outcomes.norm_lines import AddressOf, Row
from keurmerk.web.outcomes.row_facts import cells_of

type DoorOf = Callable[[Assessment], Door]
KINDS = {"csv": "CSV", "xlsx": "Excel"}
NO_ROWS = {"geen_gegevens"}
"""With a table missing nothing was looked at."""


def find(request: HttpRequest, public_id: UUID) -> Assessment:
    """With school and upload in the same query; another school's is not there."""
    seen = Assessment.objects.for_user(request.user).select_related("delivery__school", "delivery__upload")
    return get_object_or_404(seen, public_id=public_id)


def rows_at(door: Door, name: str, public_id: UUID) -> AddressOf:
    """Where the rows under a norm are shown; a group has its own."""

    def address(row: Row) -> str | None:
        if row["oordeel"] in NO_ROWS:
            return None
        group = f"?groep={row['groep']}" if row["groep"] else ""
        return door.to(name, public_id, row["norm"]) + group

    return address


def outcome(request: HttpRequest, assessment: Assessment, door: Door) -> HttpResponse:
    explained = rows_at(door, "explanation", assessment.public_id)
    judged = of_assessment(assessment)
    body = body_of(assessment, door, lambda: pages.body_context(assessment.outcome, explained))
    allowed = allowances.of_assessment(assessment, door.namespace)
    context = pages.page_context(judged, door.through((judged.heading, "")), body, allowed) | {
        "assessment": assessment,
        "receipt_url": door.to("receipt", assessment.public_id),
        "json_url": door.to("outcome-json", assessment.public_id),
    }
    return render(request, "outcomes/outcome.html", context)


def why(request: HttpRequest, assessment: Assessment, number: str, door: Door) -> HttpResponse:
    judged = of_assessment(assessment)
    try:
        page = queries.explanation_page(
            assessment,
            explanation.wanted(number, request.GET),
            sort=explanation.order(request.GET),
            first=explanation.first_row(request.GET),
            size=PAGE_SIZE,
        )
    except GoneError as gone:
        context = {"message": str(gone), "back": door.to("outcome", assessment.public_id)}
        return render(request, "outcomes/gone.html", context, status=410)
    downloads = tuple(
        (label, with_query(door.to(f"explanation-{kind}", assessment.public_id, number), request.GET))
        for kind, label in KINDS.items()
    )
    path = door.through((judged.heading, door.to("outcome", assessment.public_id)), (f"Waarom? {number}", ""))
    hours = hours_of(assessment, number) if number in COUNTED_IN_LESSONS else ""
    shown = explanation.Shown(page, cells_of(assessment, page.rows), hours)
    return pages.explanation_page(
        request,
        number,
        shown,
        outcome=assessment.outcome,
        judged=judged,
        door=path,
        downloads=downloads,
        allowances=allowances.of_assessment(assessment, door.namespace),
    )


def hours_of(assessment: Assessment, number: str) -> str:
    """Nothing when the rows of the school are no longer kept."""
    every = queries.explanation_page(
        assessment, queries.ExplanationFilter(norm=number), size=max(assessment.explanation_rows, 1)
    )
    try:
        return hours_words(queries.judged_dossier_of(assessment), every.rows)
    except GoneError:
        return ""


def why_file(request: HttpRequest, assessment: Assessment, number: str, kind: str) -> HttpResponse:
    pages.rows_of_norm(assessment.outcome, number)
    try:
        page = queries.explanation_page(
            assessment,
            explanation.wanted(number, request.GET),
            sort=explanation.order(request.GET),
            size=max(assessment.explanation_rows, 1),
        )
    except GoneError as gone:
        raise Http404(str(gone)) from gone
    return pages.explanation_file(page.rows, number, kind)


def receipt(assessment: Assessment) -> HttpResponse:
    """A zip that `keurmerk verify` reads on any machine."""
    try:
        body = queries.receipt_archive(assessment)
    except GoneError as gone:
        raise Http404(str(gone)) from gone
    response = HttpResponse(body, content_type="application/zip")
    name = f"bewijs-{assessment.delivery.school.kvk_number}-{assessment.delivery.period_first}"
    response["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return response


def outcome_json(assessment: Assessment) -> HttpResponse:
    """The object that `keurmerk beoordeel --json` prints."""
    return HttpResponse(assessment.outcome_text, content_type="application/json; charset=utf-8")
