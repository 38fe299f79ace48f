"""The columns and filters of the lists of reports, statements and certificates of conduct."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from keurmerk.organisations.models import School
from keurmerk.reporting.enums import ReportState
from keurmerk.reporting.models import Report
from keurmerk.reporting.queries.reports import IN_TIME, LATE, NO_TERM, OPEN_ONES, Wanted
from keurmerk.reporting.queries.statements import StatementLine
from keurmerk.reporting.queries.vogs import VogLine
from keurmerk.web.components import dutch
from keurmerk.web.components.pieces import badge
from keurmerk.web.components.reports import look_of, time_badge, timing_words
from keurmerk.web.components.tables import Column, Query
from keurmerk.web.staff.worklist_table import Filter, near
from rulebook.application.report_kinds import DUTIES

KIND, STATE, TIME = "soort", "stand", "tijd"
STATES = (
    (OPEN_ONES, "alles wat openstaat"),
    *((state.value, STAFF) for state, STAFF in (
        (ReportState.RECEIVED, "ontvangen"),
        (ReportState.ASKED, "wacht op de school"),
        (ReportState.ANSWERED, "antwoord ontvangen"),
        (ReportState.NOTED, "afgehandeld"),
    )),
)  # fmt: skip
REPORT_FILTERS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (KIND, "Soort melding", tuple((duty.kind.value, duty.title) for duty in DUTIES)),
    (STATE, "Stand", STATES),
    (TIME, "Op tijd", ((LATE, "te laat"), (IN_TIME, "op tijd"), (NO_TERM, "geen vaste termijn"))),
)
GIVEN, DUE, OVERDUE, NEVER = "afgegeven", "gevraagd", "te_laat", "nooit"
STATEMENT_FILTERS = (
    (
        "stand",
        "Stand",
        ((DUE, "gevraagd"), (OVERDUE, "te laat"), (NEVER, "nog nooit afgegeven"), (GIVEN, "geldt nu")),
    ),
)
TO_JUDGE, WRONG, MISSING, GOOD = "te_bekijken", "let_op", "ontbreekt", "akkoord"
VOG_FILTERS = (
    (
        "stand",
        "Stand",
        (
            (TO_JUDGE, "te bekijken"),
            (MISSING, "ontbreekt"),
            (WRONG, "er is iets mee"),
            (GOOD, "akkoord"),
        ),
    ),
)


def filters(options: Any, get: QueryDict) -> tuple[Filter, ...]:
    return tuple(
        Filter(key, label, tuple((code, words, get.get(key) == code) for code, words in choices))
        for key, label, choices in options
    )


def wanted_of(get: QueryDict) -> Wanted:
    return Wanted(
        kind=get.get(KIND, ""),
        state=get.get(STATE, ""),
        late=get.get(TIME, ""),
        search=Query.of(get).search,
    )


def _school_linked(school: School) -> SafeString:
    return format_html('<a href="{}">{}</a>', reverse("staff:school", args=[school.public_id]), school.name)


def _report_linked(report: Report) -> SafeString:
    href = reverse("staff:report", args=[report.public_id])
    return format_html(
        '<a href="{}">{}</a> <span class="soft small">zaak {}</span>',
        href,
        report.duty.title,
        report.case.number,
    )


def _look(report: Report) -> SafeString:
    words = dict(STATES)[report.state]
    return badge(words, look_of(report).tone)


def _time(report: Report) -> SafeString:
    shown = time_badge(report)
    return badge(shown.words, shown.tone)


REPORT_COLUMNS: tuple[Column[Report], ...] = (
    Column(
        "melding", "Melding", lambda each: each.duty.title, _report_linked, sortable=False, names_row=True
    ),
    Column(
        "school",
        "School",
        lambda each: each.school.name,
        lambda each: _school_linked(each.school),
        sortable=False,
    ),
    Column("gebeurd", "Gebeurd op", lambda each: each.happened_on, sortable=False),
    Column("gemeld", "Gemeld op", lambda each: each.reported_on, sortable=False),
    Column("tussen", "Daartussen", timing_words, sortable=False),
    Column("uiterlijk", "Uiterlijk", lambda each: each.last_day, sortable=False),
    Column("tijd", "Op tijd", lambda each: time_badge(each).words, _time, sortable=False),
    Column("stand", "Stand", lambda each: dict(STATES)[each.state], _look, sortable=False),
)


def statement_state(line: StatementLine, today: date) -> str:
    if line.asked is not None:
        return OVERDUE if line.asked.due < today else DUE
    return NEVER if line.signed is None else GIVEN


def statement_columns(today: date) -> tuple[Column[StatementLine], ...]:
    words: dict[str, tuple[str, str]] = {
        GIVEN: ("geldt nu", "good"),
        DUE: ("gevraagd", "warn"),
        OVERDUE: ("te laat", "bad"),
        NEVER: ("nog nooit afgegeven", "quiet"),
    }

    def due(line: StatementLine) -> SafeString | str:
        if line.due is None:
            return "–"
        return format_html("{} {}", dutch.short_day(line.due), near(line.due, today) if line.asked else "")

    def document(line: StatementLine) -> SafeString | str:
        if line.signed is None or line.signed.signed_on is None:
            return "–"
        href = reverse("staff:case", args=[line.signed.case.public_id])
        return format_html('<a href="{}">{}</a>', href, dutch.short_day(line.signed.signed_on))

    return (
        Column(
            "school",
            "School",
            lambda line: line.school.name,
            lambda line: _school_linked(line.school),
            names_row=True,
        ),
        Column("kvk", "KvK-nummer", lambda line: line.school.kvk_number),
        Column("laatste", "Laatste verklaring", lambda line: line.signed and line.signed.signed_on, document),
        Column("naam", "Ondertekend door", lambda line: line.signed and line.signed.signer_name),
        Column(
            "strijdig", "Zinnen die niet kloppen", lambda line: line.signed and len(line.signed.disagreements)
        ),
        Column("uiterlijk", "Volgende uiterlijk", lambda line: line.due, due),
        Column(
            "stand",
            "Stand",
            lambda line: words[statement_state(line, today)][0],
            lambda line: badge(*words[statement_state(line, today)]),
        ),
    )


type SchoolVog = tuple[School, VogLine]


def vog_state(row: SchoolVog) -> str:
    line = row[1]
    if line.newest is None:
        return MISSING if line.owed else GOOD
    if not line.confirmed:
        return TO_JUDGE
    return WRONG if line.faults else GOOD


VOG_LOOKS = {
    TO_JUDGE: ("te bekijken", "accent"),
    MISSING: ("ontbreekt", "bad"),
    WRONG: ("let op", "warn"),
    GOOD: ("akkoord", "good"),
}
NOT_OWED = ("niet nodig (noot 4)", "quiet")


def vog_columns() -> tuple[Column[SchoolVog], ...]:
    def of_vog(read: Callable[[Any], Any]) -> Callable[[SchoolVog], Any]:
        return lambda row: read(row[1].newest) if row[1].newest else None

    def manager(row: SchoolVog) -> SafeString:
        line = row[1]
        if line.newest is None:
            return format_html("{}", line.manager.name)
        href = reverse("staff:vog", args=[line.newest.public_id])
        return format_html('<a href="{}">{}</a>', href, line.manager.name)

    def look(row: SchoolVog) -> tuple[str, str]:
        owed = row[1].owed or row[1].newest is not None
        return VOG_LOOKS[vog_state(row)] if owed else NOT_OWED

    return (
        Column("naam", "Lid van het Management", lambda row: row[1].manager.name, manager, names_row=True),
        Column("functie", "Functie", lambda row: row[1].manager.function),
        Column("school", "School", lambda row: row[0].name, lambda row: _school_linked(row[0])),
        Column("afgegeven", "Afgegeven op", of_vog(lambda vog: vog.issued_on)),
        Column("profiel", "Profiel", of_vog(lambda vog: vog.profile)),
        Column("goed", "Goed voor een audit t/m", of_vog(lambda vog: vog.good_until)),
        Column("nieuwe", "Nieuwe uiterlijk", of_vog(lambda vog: vog.renew_by)),
        Column("stand", "Stand", lambda row: look(row)[0], lambda row: badge(*look(row))),
        Column(
            "opmerking",
            "Wat eraan schort",
            lambda row: " ".join(row[1].problems) or None,
            lambda row: format_html_join(" ", "{}", ((each,) for each in row[1].problems)) or "–",
        ),
    )
