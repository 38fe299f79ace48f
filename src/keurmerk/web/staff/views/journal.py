"""The journal, to read: who did what, on which ground. Filtered by kind and by what it is about."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from keurmerk.journal.models import Entry
from keurmerk.web.access import for_staff
from keurmerk.web.components import dutch
from keurmerk.web.components.tables import PAGE_SIZE, Column, Query, paged_table
from keurmerk.web.staff.journal_words import fact_in_words, in_words

LONGEST = 40
"""A longer value, such as a hash, is shown by its two ends."""


def told_payload(entry: Entry) -> SafeString:
    facts = ((fact_in_words(key), shortened(value)) for key, value in json.loads(entry.payload).items())
    return format_html_join("", "<div>{}: {}</div>", facts)


def shortened(value: object) -> str:
    match value:
        case bool():
            return "ja" if value else "nee"
        case dict():
            return dutch.listing([f"{fact_in_words(key)} {shortened(one)}" for key, one in value.items()])
        case str():
            return value if len(value) <= LONGEST else f"{value[:8]}…{value[-8:]}"
        case _:
            return str(value)


COLUMNS: tuple[Column[Entry], ...] = (
    Column("nummer", "Nr.", lambda entry: entry.number, names_row=True, numeric=True),
    Column(
        "tijdstip",
        "Wanneer",
        lambda entry: entry.happened_at,
        show=lambda entry: f"{timezone.localtime(entry.happened_at):%d-%m-%Y %H:%M}",
        sortable=False,
    ),
    Column(
        "wie",
        "Wie",
        lambda entry: entry.actor_label,
        show=lambda entry: format_html(
            "{} <span class='soft small'>{}</span>", entry.actor_label, entry.actor_id[:8]
        ),
        sortable=False,
    ),
    Column("wat", "Wat", lambda entry: entry.kind, show=lambda entry: in_words(entry.kind), sortable=False),
    Column("waarover", "Waarover", lambda entry: entry.subject_label, sortable=False),
    Column("gegevens", "Gegevens", lambda entry: entry.payload, show=told_payload, sortable=False),
)


@require_safe
@for_staff
def listing(request: HttpRequest) -> HttpResponse:
    query = Query.of(request.GET)
    entries = Entry.objects.order_by(
        "number" if query.sort == "nummer" and not query.descending else "-number"
    )
    kind, subject = request.GET.get("soort", ""), request.GET.get("waarover", "")
    if kind:
        entries = entries.filter(kind=kind)
    if subject:
        entries = entries.filter(subject_id=subject)
    if query.search:
        entries = entries.filter(subject_label__icontains=query.search)
    total = entries.count()
    page = min(query.page, max(-(-total // PAGE_SIZE), 1))
    rows = list(entries[(page - 1) * PAGE_SIZE : page * PAGE_SIZE])
    known = Entry.objects.order_by("kind").values_list("kind", flat=True).distinct()
    context = {
        "table": paged_table(
            COLUMNS, rows, request.GET, caption="Journaal", total=total, empty="Geen regels gevonden."
        ),
        "kinds": [(code, in_words(code)) for code in known],
        "kind": kind,
        "subject": subject,
    }
    return render(request, "staff/journal/list.html", context)
