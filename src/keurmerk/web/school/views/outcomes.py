"""What came out, and what would come out."""

from typing import cast
from uuid import UUID

import polars as pl
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from keurmerk.assessments.models import Assessment, Preview
from keurmerk.assessments.queries import ExplanationFilter, page_of
from keurmerk.assessments.service import preview_explanation
from keurmerk.intake.limits import MAX_ROWS
from keurmerk.results.enums import UploadState
from keurmerk.results.errors import GoneError
from keurmerk.results.models import Upload
from keurmerk.results.queries import dossier_of
from keurmerk.web.access import for_schools
from keurmerk.web.outcomes import allowances, explanation, pages
from keurmerk.web.outcomes.body import KEPT, body
from keurmerk.web.outcomes.door import Door, of_preview
from keurmerk.web.outcomes.doors import outcome_views
from keurmerk.web.outcomes.hours import COUNTED_IN_LESSONS, hours_words
from keurmerk.web.outcomes.row_facts import cells_in
from keurmerk.web.outcomes.views import rows_at
from keurmerk.web.school.views.uploads import find, upload_crumbs

MINUTES = 10 * 60


def door_of(assessment: Assessment) -> Door:
    home = reverse("school:school", args=[assessment.delivery.school.public_id])
    return Door("school", (("Mijn keurmerk", home),))


of_school = outcome_views(for_schools, door_of)


@require_safe
@for_schools
def preview(request: HttpRequest, upload: UUID) -> HttpResponse:
    """The whole outcome as it would be; without one the upload's own page tells where it stands."""
    found = find(request, upload)
    kept = trial_of(found)
    if kept is None:
        return redirect("school:upload", found.public_id)
    judged = of_preview(found)
    path = Door("school", (*upload_crumbs(found), (judged.heading, "")))
    explained = rows_at(path, "preview-explanation", found.public_id)
    allowed = allowances.of_school(found.school, found.period, kept.outcome, "school")
    context = pages.page_context(judged, path, body(pages.body_context(kept.outcome, explained)), allowed)
    context["delivery_url"] = reverse("school:upload", args=[found.public_id])
    return render(request, "outcomes/outcome.html", context)


@require_safe
@for_schools
def preview_why(request: HttpRequest, upload: UUID, number: str) -> HttpResponse:
    """The rows under a norm of a dry run, judged on the spot."""
    found = find(request, upload)
    kept = trial_of(found)
    if kept is None:
        return redirect("school:upload", found.public_id)
    judged = of_preview(found)
    here = reverse("school:preview", args=[found.public_id])
    path = Door("school", (*upload_crumbs(found), (judged.heading, here), (f"Waarom? {number}", "")))
    rows, dossier = explanation_of(found).lazy(), dossier_of(found)
    page = page_of(
        rows,
        explanation.wanted(number, request.GET),
        sort=explanation.order(request.GET),
        first=explanation.first_row(request.GET),
    )
    hours = ""
    if number in COUNTED_IN_LESSONS:
        hours = hours_words(dossier, page_of(rows, ExplanationFilter(norm=number), size=MAX_ROWS).rows)
    shown = explanation.Shown(page, cells_in(dossier, page.rows), hours)
    return pages.explanation_page(
        request,
        number,
        shown,
        outcome=kept.outcome,
        judged=judged,
        door=path,
        downloads=(),
        allowances=allowances.of_school(found.school, found.period, kept.outcome, "school"),
    )


def trial_of(upload: Upload) -> Preview | None:
    """Only while it waits to be handed in."""
    if upload.state != UploadState.CHECKED:
        return None
    return Preview.objects.filter(upload=upload).first()


def explanation_of(upload: Upload) -> pl.DataFrame:
    """Kept by this process for a while: whoever asks why of one norm asks it of another."""
    key = f"trial:{upload.public_id}:{upload.snapshot_hash}"
    try:
        kept = caches[KEPT].get_or_set(key, lambda: preview_explanation(upload), timeout=MINUTES)
    except GoneError as gone:
        raise Http404(str(gone)) from gone
    return cast("pl.DataFrame", kept)
