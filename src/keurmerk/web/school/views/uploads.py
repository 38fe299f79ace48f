"""Uploads: the list, the page of one in whatever state it is, and what can be done with it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from keurmerk.assessments.models import Assessment, Preview
from keurmerk.assessments.service import commit_upload
from keurmerk.assessments.tasks import start_check
from keurmerk.results import service
from keurmerk.results.enums import CAN_BE_WITHDRAWN, UploadState
from keurmerk.results.errors import DeliveryError, NewerCommittedError, NotTickedError
from keurmerk.results.models import Upload
from keurmerk.results.queries import WarningLine, newer_delivery, warnings_of
from keurmerk.web.access import for_schools, school_or_404, user_of
from keurmerk.web.components.exports import csv_response
from keurmerk.web.components.stars import stars_of
from keurmerk.web.components.tables import Column, build_table
from keurmerk.web.outcomes import periods
from keurmerk.web.outcomes.advice import advice_text
from keurmerk.web.outcomes.allowances import of_school
from keurmerk.web.outcomes.door import Crumb
from keurmerk.web.outcomes.norm_lines import computed, norm_groups, tally
from keurmerk.web.school.upload_table import COLUMNS
from keurmerk.web.school.upload_words import STATES
from keurmerk.web.school.warning_groups import grouped, table_of

REFRESH_SECONDS = 3
WARNING_COLUMNS: tuple[Column[WarningLine], ...] = (
    Column("tabel", "tabel", table_of),
    Column("waarschuwing", "waarschuwing", lambda line: line.text),
    Column("bevestigd", "bevestigd", lambda line: line.tick is not None),
)


def find(request: HttpRequest, public_id: UUID) -> Upload:
    """Only the school's own; another school's looks as if it were not there."""
    seen = Upload.objects.for_user(request.user).select_related("school")
    return get_object_or_404(seen, public_id=public_id)


def upload_crumbs(upload: Upload) -> tuple[Crumb, ...]:
    return (
        ("Mijn keurmerk", reverse("school:school", args=[upload.school.public_id])),
        (f"Aanlevering {upload.number}", reverse("school:upload", args=[upload.public_id])),
    )


@require_safe
@for_schools
def listing(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    uploads = list(Upload.objects.filter(school=chosen).newest_first())
    context = {
        "school": chosen,
        "table": build_table(
            COLUMNS, uploads, request.GET, caption="Aanleveringen", empty="Nog geen aanlevering"
        ),
        "uploads": uploads,
    }
    return render(request, "school/delivery/list.html", context)


@require_safe
@for_schools
def detail(request: HttpRequest, upload: UUID) -> HttpResponse:
    """One address for as long as the upload is there: it can be left and found again in any state."""
    found = find(request, upload)
    if request.htmx and not found.under_way:  # type: ignore[attr-defined]
        return HttpResponseClientRefresh()
    context = {
        **about(found),
        "can_withdraw": found.state in CAN_BE_WITHDRAWN,
        "refresh": REFRESH_SECONDS,
        **SHOWN.get(UploadState(found.state), lambda _: {})(found),
    }
    return render(request, "school/delivery/detail.html", context)


def about(upload: Upload) -> dict[str, Any]:
    """What every page of an upload says of it."""
    address = reverse("school:upload", args=[upload.public_id])
    return {
        "upload": upload,
        "school": upload.school,
        "look": STATES[UploadState(upload.state)],
        "period_words": periods.words(upload.period),
        "upload_url": address,
        "warnings_url": f"{address}#waarschuwingen",
    }


def dry_run(upload: Upload) -> dict[str, Any]:
    kept = Preview.objects.filter(upload=upload).first()
    warnings = warnings_of(upload)
    context: dict[str, Any] = {
        "warnings": grouped(warnings),
        "unticked": sum(line.tick is None for line in warnings),
        "ticked_all": all(line.tick for line in warnings),
        "warning_downloads": [
            ("Alle waarschuwingen (csv)", reverse("school:warnings-csv", args=[upload.public_id]))
        ],
    }
    if kept:
        outcome = kept.outcome
        context |= {
            "advice": advice_text(outcome),
            "stars": stars_of(outcome["sterren"]),
            "tally": tally(computed(outcome["normen"])),
            "groups": norm_groups(outcome, lambda _row: None),
            "preview_url": reverse("school:preview", args=[upload.public_id]),
            "allowances": of_school(upload.school, upload.period, outcome, "school"),
        }
    return context


def delivered(upload: Upload) -> dict[str, Any]:
    assessments = Assessment.objects.filter(delivery__upload=upload).order_by("-number")
    return {"assessments": list(assessments)}


SHOWN: dict[UploadState, Callable[[Upload], dict[str, Any]]] = {
    UploadState.CHECKED: dry_run,
    UploadState.COMMITTED: delivered,
}


@require_safe
@for_schools
def warnings_csv(request: HttpRequest, upload: UUID) -> HttpResponse:
    found = find(request, upload)
    return csv_response(f"waarschuwingen-aanlevering-{found.number}", WARNING_COLUMNS, warnings_of(found))


@for_schools
@require_POST
def tick(request: HttpRequest, upload: UUID) -> HttpResponse:
    """Confirm the warnings that were ticked, or all of one group; which ones stay open, the page says."""
    found = find(request, upload)
    wanted, group = set(request.POST.getlist("waarschuwing")), request.POST.get("groep")
    try:
        places = [
            line.place for line in warnings_of(found) if str(line.place) in wanted or table_of(line) == group
        ]
        service.tick_warnings(found, places=places, ticked_by=user_of(request))
    except DeliveryError as error:
        messages.error(request, str(error))
    return redirect(reverse("school:upload", args=[found.public_id]) + "#waarschuwingen")


@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def commit(request: HttpRequest, upload: UUID) -> HttpResponse:
    """Ask once, in a sentence that says what will happen; pressing twice delivers once."""
    found = find(request, upload)
    if found.state == UploadState.COMMITTED:
        return redirect("school:upload", found.public_id)
    if request.method == "POST":
        return committed(request, found)
    context = about(found) | {
        "newer": newer_delivery(found),
        "unticked": sum(line.tick is None for line in warnings_of(found)),
        "is_checked": found.state == UploadState.CHECKED,
    }
    return render(request, "school/delivery/commit.html", context)


def committed(request: HttpRequest, upload: Upload) -> HttpResponse:
    over_newer = request.POST.get("over_nieuwere") == "ja"
    try:
        assessment = commit_upload(upload, committed_by=user_of(request), over_newer=over_newer)
    except (NotTickedError, NewerCommittedError) as error:
        messages.error(request, str(error))
        return redirect("school:commit", upload.public_id)
    except DeliveryError as error:
        messages.error(request, str(error))
        return redirect("school:upload", upload.public_id)
    messages.success(request, f"Aanlevering {upload.number} is ingediend. Dit is de uitkomst.")
    return redirect("school:outcome", assessment.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@for_schools
def withdraw(request: HttpRequest, upload: UUID) -> HttpResponse:
    found = find(request, upload)
    if request.method == "POST":
        if found.state != UploadState.WITHDRAWN:
            try:
                service.withdraw(found, withdrawn_by=user_of(request))
                messages.success(request, f"Aanlevering {found.number} is ingetrokken.")
            except DeliveryError as error:
                messages.error(request, str(error))
        return redirect("school:upload", found.public_id)
    context = about(found) | {"possible": found.state in CAN_BE_WITHDRAWN}
    return render(request, "school/delivery/withdraw.html", context)


@for_schools
@require_POST
def check_again(request: HttpRequest, upload: UUID) -> HttpResponse:
    """After a check that broke down through no fault of the school."""
    found = find(request, upload)
    if found.state == UploadState.FAILED:
        start_check(found)
        messages.info(request, "De controle is opnieuw gestart.")
    return redirect("school:upload", found.public_id)
