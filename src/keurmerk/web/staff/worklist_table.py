"""The columns of the worklist, its filters, and how near a date is in words."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from keurmerk.certification.enums import CaseKind
from keurmerk.certification.queries.worklist import Line, StatusGroup, Wanted, When, Whose
from keurmerk.web.components import dutch
from keurmerk.web.components.pieces import badge
from keurmerk.web.components.tables import Column, Query
from keurmerk.web.components.terms import left
from rulebook.lifecycle.states import WORDS, State

KIND, WHOSE, STATUS, WHEN = "soort", "behandelaar", "status", "wanneer"
SOME_ID = UUID(int=0)
SHORT = {
    CaseKind.APPLICATION: "aanvraag",
    CaseKind.JUDGEMENT: "beoordeling",
    CaseKind.SUPERVISION: "toezicht",
    CaseKind.REQUEST: "verzoek",
    CaseKind.REPORT: "melding",
    CaseKind.OBJECTION: "bezwaar",
}
OPTIONS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        WHEN,
        "Datum",
        (
            (When.OVERDUE, "verlopen"),
            (When.THIS_WEEK, "deze week"),
            (When.LATER, "later"),
            (When.NO_DATE, "zonder datum"),
        ),
    ),
    (WHOSE, "Behandelaar", ((Whose.MINE, "ik"), (Whose.NOBODY, "nog niemand"))),
    (KIND, "Soort zaak", tuple((kind.value, words) for kind, words in SHORT.items())),
    (
        STATUS,
        "Status van het Keurmerk",
        (
            (StatusGroup.APPLYING, "in aanvraag"),
            (StatusGroup.GOOD, "geldig"),
            (StatusGroup.WARNED, "gewaarschuwd"),
            (StatusGroup.SUSPENDED, "geschorst"),
            (StatusGroup.NOT_HELD, "geen Keurmerk (meer)"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Filter:
    key: str
    label: str
    options: tuple[tuple[str, str, bool], ...]


def wanted_of(get: QueryDict) -> Wanted:
    query = Query.of(get)
    return Wanted(
        kind=get.get(KIND, ""),
        whose=get.get(WHOSE, ""),
        status=get.get(STATUS, ""),
        when=get.get(WHEN, ""),
        search=query.search,
        sort=query.sort or "datum",
        descending=query.descending,
    )


def filters(get: QueryDict) -> tuple[Filter, ...]:
    return tuple(
        Filter(key, label, tuple((code, words, get.get(key) == code) for code, words in options))
        for key, label, options in OPTIONS
    )


def narrows(get: QueryDict) -> bool:
    return any(get.get(key) for key, *_ in OPTIONS) or bool(Query.of(get).search)


def columns(today: date) -> tuple[Column[Line], ...]:
    """Addresses are resolved once a page, not once a row."""
    case_address, school_address = (
        reverse(name, args=[SOME_ID]).replace(str(SOME_ID), "{}") for name in ("staff:case", "staff:school")
    )

    def case_linked(line: Line) -> SafeString:
        return format_html(
            '<a href="{}">Zaak {}</a> <span class="case-title">{}</span>',
            case_address.format(line.public_id),
            line.number,
            line.title,
        )

    def school_linked(line: Line) -> SafeString:
        return format_html(
            '<a href="{}">{}</a> <span class="case-title soft small">KvK {}</span>',
            school_address.format(line.school_id),
            line.school,
            line.kvk_number,
        )

    def dated(line: Line) -> str:
        return (
            "–"
            if line.next_day is None
            else format_html("{} {}", dutch.short_day(line.next_day), near(line.next_day, today))
        )

    return (
        Column("zaak", "Zaak", lambda line: f"Zaak {line.number}: {line.title}", case_linked, names_row=True),
        Column("school", "School", lambda line: line.school, school_linked),
        Column("datum", "Uiterlijk", lambda line: line.next_day, dated),
        Column("wat", "Wat dan", lambda line: line.next_what or None, sortable=False),
        Column("soort", "Soort", lambda line: SHORT[CaseKind(line.kind)]),
        Column("status", "Status", lambda line: WORDS[State(line.state)]),
        Column("behandelaar", "Behandelaar", lambda line: line.handler or "nog niemand"),
    )


def near(day: date, today: date) -> SafeString:
    """How long there still is, marked in words too when it is over or today."""
    days = (day - today).days
    if days < 0:
        return badge(left(days), "bad", "warning")
    return badge(left(days), "warn" if days == 0 else "quiet")
