"""Everything that is wrong with a refused upload, in the order of the command line, to see and to download.

The values may hold names: opening them is told in the journal by results.service.
"""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from keurmerk.intake.problems import Problem, shortened
from keurmerk.results import service
from keurmerk.results.enums import UploadState
from keurmerk.results.errors import GoneError
from keurmerk.results.models import Upload
from keurmerk.web.access import for_schools, user_of
from keurmerk.web.components.exports import XLSX, csv_response
from keurmerk.web.components.tables import Column, build_table
from keurmerk.web.school.views.uploads import about, find

WHOLE_FILE = "-"
"""How an address names the problems that stand in no table."""

COLUMNS: tuple[Column[Problem], ...] = (
    Column("tabel", "Tabel", lambda problem: problem.table),
    Column(
        "rij", "Rij", lambda problem: problem.row, show=lambda problem: str(problem.row or "–"), numeric=True
    ),
    Column("kolom", "Kolom", lambda problem: problem.column),
    Column(
        "waarde",
        "Waarde",
        lambda problem: problem.value,
        show=lambda problem: (
            format_html("<code>{}</code>", shortened(problem.value)) if problem.value else "leeg"
        ),
    ),
    Column("melding", "Wat er mis is", lambda problem: problem.message),
)
FILE_COLUMNS: tuple[Column[Problem], ...] = tuple(
    Column(name, name, value)
    for name, value in (
        ("tabel", lambda problem: problem.table),
        ("rij", lambda problem: problem.row),
        ("kolom", lambda problem: problem.column),
        ("waarde", lambda problem: problem.value),
        ("melding", lambda problem: problem.message),
    )
)


@dataclass(frozen=True, slots=True)
class TableChoice:
    value: str
    words: str
    count: int
    chosen: bool


@require_safe
@for_schools
def listing(request: HttpRequest, upload: UUID) -> HttpResponse:
    found = find(request, upload)
    if found.state != UploadState.REFUSED:
        return redirect("school:upload", found.public_id)
    chosen = request.GET.get("tabel", "")
    shown = [problem for problem in opened(request, found) if chosen in ("", problem.table or WHOLE_FILE)]
    context = about(found) | {
        "choices": choices(found, chosen),
        "table": build_table(COLUMNS, shown, request.GET, caption="Fouten", downloads=downloads(found)),
    }
    return render(request, "school/delivery/problems.html", context)


@require_safe
@for_schools
def csv(request: HttpRequest, upload: UUID) -> HttpResponse:
    found = find(request, upload)
    return csv_response(f"fouten-aanlevering-{found.number}", FILE_COLUMNS, opened(request, found))


@require_safe
@for_schools
def workbook(request: HttpRequest, upload: UUID) -> HttpResponse:
    """The school's own rows, each with what is wrong beside it; mended, it can be handed in again."""
    found = find(request, upload)
    if found.state != UploadState.REFUSED:
        raise Http404
    try:
        body = service.open_error_workbook(found, opened_by=user_of(request))
    except GoneError as gone:
        raise Http404(str(gone)) from gone
    response = HttpResponse(body, content_type=XLSX)
    name = f"aanlevering-{found.number}-met-fouten.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def opened(request: HttpRequest, upload: Upload) -> tuple[Problem, ...]:
    if upload.state != UploadState.REFUSED:
        raise Http404
    try:
        return service.open_problems(upload, opened_by=user_of(request))
    except GoneError as gone:
        raise Http404(str(gone)) from gone


def choices(upload: Upload, chosen: str) -> list[TableChoice]:
    return [
        TableChoice(table or WHOLE_FILE, table or "het bestand", count, (table or WHOLE_FILE) == chosen)
        for table, count in upload.problem_counts.items()
    ]


def downloads(upload: Upload) -> tuple[tuple[str, str], ...]:
    return (
        ("Uw werkmap met een kolom fouten (xlsx)", reverse("school:problems-xlsx", args=[upload.public_id])),
        ("Alle fouten (csv)", reverse("school:problems-csv", args=[upload.public_id])),
    )
