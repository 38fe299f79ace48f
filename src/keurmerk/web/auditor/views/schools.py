"""The schools assigned to this auditor, and what they handed in."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from keurmerk.assessments.models import Assessment
from keurmerk.organisations.models import School
from keurmerk.web.access import for_auditors, school_or_404
from keurmerk.web.components import dutch
from keurmerk.web.components.dispensation_words import lines_of_school
from keurmerk.web.components.pieces import look
from keurmerk.web.components.tables import Column, build_table
from keurmerk.web.outcomes.school_lines import SchoolLine, school_lines, with_newest
from keurmerk.web.outcomes.school_page import newest_per_delivery


def named(line: SchoolLine) -> str:
    href = reverse("auditor:school", args=[line.school.public_id])
    return format_html('<a href="{}">{}</a>', href, line.school.name)


COLUMNS: tuple[Column[SchoolLine], ...] = (
    Column("naam", "School", lambda line: line.school.name, show=named, names_row=True),
    Column("advies", "Laatste advies", lambda line: line.look.words, show=lambda line: look(line.look)),
    Column(
        "periode",
        "Over Meetperiode",
        lambda line: line.period.first if line.period else None,
        show=lambda line: dutch.period(line.period.first, line.period.last) if line.period else "–",
    ),
    Column("beoordelen", "Beoordeling uiterlijk", lambda line: line.judged_by),
)


@require_safe
@for_auditors
def listing(request: HttpRequest) -> HttpResponse:
    lines = school_lines(with_newest(School.objects.for_user(request.user)))
    table = build_table(
        COLUMNS, lines, request.GET, caption="Mijn scholen", empty="Er zijn u nog geen scholen toegewezen"
    )
    return render(request, "auditor/school/list.html", {"table": table})


@require_safe
@for_auditors
def detail(request: HttpRequest, school: UUID) -> HttpResponse:
    chosen = school_or_404(request, school)
    assessments = Assessment.objects.for_user(request.user).filter(delivery__school=chosen)
    context = {
        "school": chosen,
        "deliveries": newest_per_delivery(assessments, "auditor"),
        "dispensations": lines_of_school(chosen, timezone.localdate(), granted=True),
    }
    return render(request, "auditor/school/detail.html", context)
