"""Requests for an exception or dispensation: the queue, and one with all that can be done now."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from keurmerk.accounts.models import User
from keurmerk.certification.errors import NotPossibleError
from keurmerk.dispensations.enums import COUNTING, State
from keurmerk.dispensations.models import Dispensation
from keurmerk.dispensations.queries import queue
from keurmerk.dispensations.service.deciding import mandate_of
from keurmerk.dispensations.service.running import COMPLETE, DECIDE
from keurmerk.web.access import for_staff, user_of
from keurmerk.web.components import dispensation_words as words
from keurmerk.web.components.exports import csv_response, xlsx_response
from keurmerk.web.components.paging import pager
from keurmerk.web.components.pieces import look
from keurmerk.web.components.tables import PAGE_SIZE, Column, Query, paged_table
from keurmerk.web.staff.case_page import term_line
from keurmerk.web.staff.dispensation_figures import figure_lines
from rulebook.dispensations import CATALOGUE

STATE, KIND = "stand", "soort"
NAME = "ontheffingen"
OPEN_OR = (("alle", "alle, ook afgehandeld"), *((state.value, state.label) for state in State))
NEXT_TO_ADVISE = (State.ASKED, State.NEEDS_MORE)


def named(row: Dispensation) -> str:
    href = reverse("staff:dispensation", args=[row.public_id])
    return format_html('<a href="{}">{}</a>', href, row.reference)


def columns() -> tuple[Column[Dispensation], ...]:
    today = timezone.localdate()
    return (
        Column("kenmerk", "Kenmerk", lambda row: row.reference, show=named, names_row=True, sortable=False),
        Column("school", "School", lambda row: row.school.name, sortable=False),
        Column("soort", "Soort", lambda row: row.kind_.title, sortable=False),
        Column(
            "normen",
            "Normen",
            lambda row: ", ".join(each.norm for each in row.norms.all()),
            sortable=False,
        ),
        Column("gevraagd", "Gevraagd op", lambda row: row.asked_on, sortable=False),
        Column("uiterlijk", "Eerstvolgende datum", lambda row: row.case.next_day, sortable=False),
        Column("te_laat", "Te laat gevraagd", lambda row: "ja" if row.late else "nee", sortable=False),
        Column(
            "stand",
            "Stand",
            lambda row: words.look_of(row, today).words,
            show=lambda row: look(words.look_of(row, today)),
            sortable=False,
        ),
    )


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    found, asked = found_for(request), Query.of(request.GET)
    total = found.count()
    page = pager(total, asked.page, request.GET, PAGE_SIZE)
    table = paged_table(
        columns(),
        list(found[page.start : page.stop]),
        request.GET,
        caption="Uitzonderingen en ontheffingen",
        total=total,
        downloads=(
            ("CSV", reverse("staff:dispensations-csv")),
            ("Excel", reverse("staff:dispensations-xlsx")),
        ),
        empty="Er is niets gevonden.",
    )
    return render(request, "staff/dispensation/list.html", {"table": table, "filters": filters(request)})


@require_safe
@for_staff
def listing_csv(request: HttpRequest) -> HttpResponse:
    return csv_response(NAME, columns(), list(found_for(request)))


@require_safe
@for_staff
def listing_xlsx(request: HttpRequest) -> HttpResponse:
    return xlsx_response(NAME, columns(), list(found_for(request)), sheet=NAME)


@require_safe
@for_staff
def detail(request: HttpRequest, dispensation: UUID) -> HttpResponse:
    found, today = dispensation_or_404(request, dispensation), timezone.localdate()
    state = found.state_
    running = found.case.terms.filter(code__in=[DECIDE.code, COMPLETE.code], ended_on=None)
    context = {
        "found": found,
        "school": found.school,
        "kind": found.kind_,
        "look": words.look_of(found, today),
        "days": words.days_of(found),
        "norms": words.norm_lines(found),
        "evidence": words.evidence_lines(found),
        "established": found.established.all(),
        "points": words.point_groups(found),
        "figures": figure_lines(found),
        "terms": [term_line(term, today) for term in running.select_related("change")],
        "can_judge": state in NEXT_TO_ADVISE,
        "can_ask_more": state is State.ASKED and found.repair_asked_on is None,
        "is_advised": state is State.ADVISED,
        "why_not_decide": why_not_decide(found, user_of(request)),
        "can_end": state is State.GRANTED,
        "can_establish": state in COUNTING,
    }
    return render(request, "staff/dispensation/detail.html", context)


def why_not_decide(found: Dispensation, user: User) -> str:
    """Empty when this person may decide what lies there."""
    if found.advised_by_id == user.pk:
        return "U gaf het advies. Een ander beslist (vier ogen)."
    try:
        mandate_of(user, timezone.localdate())
    except NotPossibleError as error:
        return str(error)
    return ""


def dispensation_or_404(request: HttpRequest, public_id: UUID) -> Dispensation:
    seen = Dispensation.objects.for_user(request.user)
    joined = seen.select_related("school", "case__certificate", "letter", "advised_by", "decided_by")
    return get_object_or_404(joined, public_id=public_id)


def found_for(request: HttpRequest) -> QuerySet[Dispensation]:
    get = request.GET
    return queue(get.get(STATE, ""), get.get(KIND, ""), Query.of(get).search)


def filters(request: HttpRequest) -> list[tuple[str, str, str, list[tuple[str, str, bool]]]]:
    chosen = request.GET
    kinds = [(kind.code.value, kind.title) for kind in CATALOGUE]
    return [
        (key, label, empty, [(code, text, chosen.get(key) == code) for code, text in options])
        for key, label, empty, options in (
            (STATE, "Stand", "wacht op een besluit", OPEN_OR),
            (KIND, "Soort", "alle", kinds),
        )
    ]
