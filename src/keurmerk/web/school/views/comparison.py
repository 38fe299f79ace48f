"""Two uploads beside each other: rows added, changed and removed per table, and norms that moved."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from keurmerk.assessments.queries import compare as compared
from keurmerk.results.errors import DeliveryError
from keurmerk.results.models import Upload
from keurmerk.web.access import for_schools, school_or_404
from keurmerk.web.outcomes.comparison import moved_lines, table_lines

FROM, TO = "van", "naar"


@require_safe
@for_schools
def compare(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    uploads = list(Upload.objects.filter(school=chosen).newest_first())
    before, after = (numbered(uploads, request.GET.get(name, "")) for name in (FROM, TO))
    context = {"school": chosen, "uploads": uploads, "before": before, "after": after}
    if before and after:
        context |= differences(before, after)
    return render(request, "school/comparison/page.html", context)


def differences(before: Upload, after: Upload) -> dict[str, object]:
    try:
        found = compared(before, after)
    except DeliveryError as error:
        return {"why_not": str(error)}
    return {"tables": table_lines(found.tables), "norms": moved_lines(found.norms), "compared": True}


def numbered(uploads: list[Upload], number: str) -> Upload | None:
    return next((upload for upload in uploads if str(upload.number) == number), None)
