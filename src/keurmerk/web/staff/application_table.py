"""The columns of the lists of applications and interests, and their filters."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from keurmerk.applications.enums import ApplicationState, InterestState
from keurmerk.applications.queries import interests
from keurmerk.applications.queries.overview import ALL, Line
from keurmerk.web.components import dutch
from keurmerk.web.components.pieces import badge
from keurmerk.web.components.tables import Column
from keurmerk.web.staff.worklist_table import near

STATE, WHOSE = "stand", "behandelaar"
MINE, NOBODY = "mij", "niemand"
SOME_ID = UUID(int=0)
STATES = {
    ApplicationState.DRAFT: "concept",
    ApplicationState.SUBMITTED: "in behandeling",
    ApplicationState.COMPLETING: "school vult aan",
    ApplicationState.REPAIRING: "school past aan",
    ApplicationState.DECIDED: "besloten",
    ApplicationState.EXPIRED: "verlopen",
}
"""As staff say it: the labels of the states speak to the applicant."""


@dataclass(frozen=True, slots=True)
class Filter:
    key: str
    label: str
    every: str
    options: tuple[tuple[str, str, bool], ...]


def filters(get: QueryDict) -> tuple[Filter, ...]:
    states = ((ALL, "alle"), *((state.value, words) for state, words in STATES.items()))
    return (
        _filter(get, STATE, "Stand", "alle die lopen", states),
        _filter(get, WHOSE, "Behandelaar", "alle", ((MINE, "ik"), (NOBODY, "nog niemand"))),
    )


def interest_filters(get: QueryDict) -> tuple[Filter, ...]:
    states = tuple((state.value, state.label) for state in InterestState)
    return (_filter(get, STATE, "Stand", "alle", states),)


def _filter(get: QueryDict, key: str, label: str, every: str, options: tuple[tuple[str, str], ...]) -> Filter:
    chosen = get.get(key, "")
    return Filter(key, label, every, tuple((code, words, code == chosen) for code, words in options))


def columns(today: date) -> tuple[Column[Line], ...]:
    """Addresses are resolved once a page, not once a row."""
    file, school = (
        reverse(name, args=[SOME_ID]).replace(str(SOME_ID), "{}")
        for name in ("staff:application", "staff:school")
    )

    def linked(line: Line) -> SafeString:
        one = line.application
        return format_html('<a href="{}">{}</a>', file.format(one.public_id), one)

    def school_linked(line: Line) -> SafeString:
        one = line.application.school
        return format_html(
            '<a href="{}">{}</a> <span class="case-title soft small">KvK {}</span>',
            school.format(one.public_id),
            one.name,
            one.kvk_number,
        )

    def dated(day: date | None) -> str:
        return "–" if day is None else format_html("{} {}", dutch.short_day(day), near(day, today))

    return (
        Column("aanvraag", "Aanvraag", lambda line: str(line.application), linked, names_row=True),
        Column("school", "School", lambda line: line.application.school.name, school_linked),
        Column("stand", "Stand", lambda line: STATES[line.application.state_]),
        Column("datum", "Uiterlijk", lambda line: line.next_day, lambda line: dated(line.next_day)),
        Column("wat", "Wat dan", lambda line: line.next_what or None, sortable=False),
        Column("awb", "Beslissen volgens de Awb", lambda line: line.by_law),
        Column("handleiding", "Beslissen volgens §2.4", lambda line: line.by_handbook),
        Column("behandelaar", "Behandelaar", _handler),
    )


def _handler(line: Line) -> str:
    handler = line.application.case.handler
    return handler.name if handler else "nog niemand"


def interest_columns() -> tuple[Column[interests.Line], ...]:
    address = reverse("staff:interest", args=[SOME_ID]).replace(str(SOME_ID), "{}")

    def linked(line: interests.Line) -> SafeString:
        return format_html('<a href="{}">{}</a>', address.format(line.interest.public_id), line.interest.name)

    def known(line: interests.Line) -> SafeString | str:
        if line.school is None:
            return "onbekend bij Blik op Werk"
        words = known_words(line)
        return format_html("{} {}", words, badge("let op", "warn", "warning") if line.ended else "")

    return (
        Column("naam", "Onderneming", lambda line: line.interest.name, linked, names_row=True),
        Column("kvk", "KvK-nummer", lambda line: line.interest.kvk_number),
        Column("bekend", "School en status", known_words, known),
        Column("stand", "Stand", lambda line: line.interest.get_state_display()),
        Column("gevraagd", "Gevraagd op", lambda line: line.interest.asked_on),
        Column("bevestigd", "Bevestigd op", lambda line: line.interest.confirmed_on),
    )


def known_words(line: interests.Line) -> str:
    if line.school is None:
        return "onbekend bij Blik op Werk"
    status = line.certificate.state_.words if line.certificate else "geen status vastgelegd"
    return f"{line.school.name}: {status}"
