"""What came out, and what would come out."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from keurmerk.assessments.models import Assessment, Preview
from keurmerk.web.access import for_schools
from keurmerk.web.outcomes import pages
from keurmerk.web.outcomes.body import body
from keurmerk.web.outcomes.door import Door, of_preview
from keurmerk.web.outcomes.doors import outcome_views
from keurmerk.web.school.views.uploads import find, upload_crumbs


def door_of(assessment: Assessment) -> Door:
    home = reverse("school:school", args=[assessment.delivery.school.public_id])
    return Door("school", (("Mijn keurmerk", home),))


of_school = outcome_views(for_schools, door_of)


@require_safe
@for_schools
def preview(request: HttpRequest, upload: UUID) -> HttpResponse:
    """The whole outcome as it would be; without one the upload's own page tells where it stands."""
    found = find(request, upload)
    kept = Preview.objects.filter(upload=found).first()
    if kept is None:
        return redirect("school:upload", found.public_id)
    judged = of_preview(found)
    path = Door("school", (*upload_crumbs(found), (judged.heading, "")))
    context = pages.page_context(judged, path, body(pages.body_context(kept.outcome, lambda _row: None)))
    context["delivery_url"] = reverse("school:upload", args=[found.public_id])
    return render(request, "outcomes/outcome.html", context)
