"""Mijn keurmerk: where a school stands on every norm, and what it must do before which date."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from keurmerk.certification.queries.school import living
from keurmerk.certification.queries.visits import planned_visits
from keurmerk.organisations.models import School
from keurmerk.results.enums import UploadState
from keurmerk.results.models import Upload
from keurmerk.web.access import for_schools, school_or_404
from keurmerk.web.outcomes import periods
from keurmerk.web.outcomes.allowances import NOTHING, of_school
from keurmerk.web.outcomes.school_lines import school_lines, with_newest
from keurmerk.web.outcomes.standing import standing_of
from keurmerk.web.school.application.steps import applying
from keurmerk.web.school.first_page import legal_context
from keurmerk.web.school.tasks_to_do import tasks_to_do
from keurmerk.web.school.upload_words import STATES
from rulebook.kernel.period import MeasuringPeriod

SHOWN = 5


@require_safe
@for_schools
def start(request: HttpRequest) -> HttpResponse:
    """Whoever acts for one school goes straight to it."""
    lines = school_lines(with_newest(School.objects.for_user(request.user)))
    if len(lines) == 1:
        return redirect("school:school", lines[0].school.public_id)
    return render(request, "school/choose.html", {"lines": lines})


@require_safe
@for_schools
def overview(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    today = timezone.localdate()
    uploads = list(Upload.objects.filter(school=chosen).newest_first())
    known = known_periods(uploads, today)
    period = periods.decoded(request.GET.get(periods.PARAMETER, "")) or default_period(uploads, today)
    of_period = [upload for upload in uploads if upload.period == period]
    standing = standing_of(chosen, period)
    legal = legal_context(living(chosen), uploads, today)
    applies = applying(chosen, legal["certificate"], today)
    delivers = applies is None or bool(uploads)
    context = legal | {
        "school": chosen,
        "today": today,
        "applying": applies,
        "delivers": delivers,
        "period_words": periods.words(period),
        "period_code": periods.code(period),
        "own_period": any(one.words == periods.words(period) for one in legal["calendars"]),
        "choices": [(periods.code(one), periods.words(one), one == period) for one in known],
        "deadlines": periods.deadlines(period, today),
        "todo": tasks_to_do(chosen, period, of_period, standing, today) if delivers else (),
        "standing": standing,
        "visits": planned_visits(legal["certificate"], today),
        "allowances": of_school(chosen, period, standing.outcome, "school") if standing else NOTHING,
        "outcome_url": reverse("school:outcome", args=[standing.assessment.public_id]) if standing else "",
        "uploads": [(upload, STATES[UploadState(upload.state)]) for upload in uploads[:SHOWN]],
        "upload_total": len(uploads),
    }
    return render(request, "school/home.html", context)


def default_period(uploads: list[Upload], today: date) -> MeasuringPeriod:
    """What was committed last stands first on the page; a school that is new sees what is due first."""
    committed = [upload for upload in uploads if upload.state == UploadState.COMMITTED]
    newest = max(committed or uploads, key=lambda upload: (upload.period_first, upload.number), default=None)
    return newest.period if newest else periods.due(today)


def known_periods(uploads: list[Upload], today: date) -> list[MeasuringPeriod]:
    """Those of the school's own uploads, and the normal ones that anybody may choose."""
    own = {upload.period for upload in uploads}
    return sorted(own | set(periods.recent(today)), key=lambda one: (one.first, one.last), reverse=True)
