"""'Waarom?': the rows under a number, filtered, sorted and paged, with the reason in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.html import format_html, format_html_join

from keurmerk.assessments.queries import ExplanationFilter, ExplanationPage, ExplanationRow
from keurmerk.web.components.tables import PAGE_SIZE, Column, Query, Table, paged_table
from keurmerk.web.components.words import COUNTS
from keurmerk.web.outcomes.row_facts import Cells, Place
from rulebook.norms.norm_page import DecisionTable
from rulebook.norms.reasons import reason_text

SORTABLE = {"kenmerk": "id", "tabel": "table", "groep": "group", "telt": "counts", "reden": "reason"}
FACETS = {"reden": "reason", "telt": "counts", "groep": "group", "tabel": "table"}
LABELS = {"reden": "Reden", "telt": "Telt mee", "groep": "Groep", "tabel": "Tabel"}
SEARCH = "zoek"

type Places = Mapping[tuple[str, str], int]
"""Where a reason with its way of counting stands in the rule's table, from 1."""


NOTHING_LEFT = "Geen rij voldoet hieraan."
NOTHING_AT_ALL = "Er waren geen rijen om te bekijken."


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of rows, the school's own cells beside them, and what is told for information."""

    page: ExplanationPage
    cells: Mapping[Place, Cells]
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    key: str
    label: str
    options: tuple[Option, ...]


COLUMNS: tuple[Column[ExplanationRow], ...] = (
    Column("kenmerk", "Kenmerk", lambda row: row.id, names_row=True),
    Column("tabel", "Tabel", lambda row: row.table),
    Column("groep", "Groep", lambda row: row.group),
    Column("telt", "Telt mee", lambda row: row.counts, show=lambda row: COUNTS[row.counts]),
)
DOWNLOAD_COLUMNS: tuple[Column[ExplanationRow], ...] = (
    Column("norm", "norm", lambda row: row.norm),
    Column("groep", "groep", lambda row: row.group),
    Column("tabel", "tabel", lambda row: row.table),
    Column("id", "id", lambda row: row.id),
    Column("telt", "telt", lambda row: row.counts),
    Column("reden", "reden", lambda row: row.reason),
    Column("toelichting", "toelichting", lambda row: row.reason_text),
)


def reason_column(places: Places) -> Column[ExplanationRow]:
    """The reason in words, its code, and the number of the row that fitted in the rule's own table."""

    def told(row: ExplanationRow) -> str:
        place = places.get((row.reason, row.counts))
        by_rule = f", rij {place} van de regel" if place else ""
        return format_html(
            "{}<span class='soft small'>{} <code>{}</code></span>", row.reason_text, by_rule, row.reason
        )

    return Column("reden", "Reden", lambda row: row.reason, show=told)


def places_in(rule: DecisionTable | None) -> Places:
    rows = rule.rows if rule else ()
    return {(row.reason, row.counts.value): place for place, row in enumerate(rows, start=1)}


def facts_column(cells: Mapping[Place, Cells]) -> Column[ExplanationRow]:
    def listed(row: ExplanationRow) -> str:
        told = cells.get((row.table, row.id), ())
        return format_html_join(" ", "<span class='cell-fact'><b>{}</b> {}</span>", told) or "–"

    return Column("cellen", "Wat er staat", lambda row: row.id, show=listed, sortable=False)


def wanted(number: str, get: QueryDict) -> ExplanationFilter:
    """What the address asks for; a value that nothing has gives no rows, never an error."""
    chosen = {column: get.get(key, "") for key, column in FACETS.items()}
    return ExplanationFilter(norm=number, search=Query.of(get).search, **chosen)


def order(get: QueryDict) -> tuple[str, ...]:
    query = Query.of(get)
    column = SORTABLE.get(query.sort)
    return (f"-{column}" if query.descending else column,) if column else ()


def first_row(get: QueryDict) -> int:
    return (max(Query.of(get).page, 1) - 1) * PAGE_SIZE


def is_filtered(get: QueryDict) -> bool:
    return any(get.get(key) for key in (*FACETS, SEARCH))


def facets(choices: Mapping[str, Sequence[str]], get: QueryDict) -> tuple[Facet, ...]:
    """Only filters that have something to choose."""
    found = (_facet(key, choices.get(column, ()), get.get(key, "")) for key, column in FACETS.items())
    return tuple(facet for facet in found if len(facet.options) > 1)


def _facet(key: str, values: Sequence[str], chosen: str) -> Facet:
    options = (Option(value, _words(key, value), value == chosen) for value in values if value)
    return Facet(key, LABELS[key], tuple(options))


def _words(key: str, value: str) -> str:
    if key == "reden":
        return reason_text(value)
    return COUNTS[value] if key == "telt" else value


def table_of(
    shown: Shown,
    places: Places,
    get: QueryDict,
    *,
    caption: str,
    downloads: tuple[tuple[str, str], ...],
) -> Table:
    """The school's own cells come as a last column, as long as they are kept."""
    page, cells = shown.page, shown.cells
    grouped = any(page.choices.get("group", ()))
    columns = [column for column in COLUMNS if column.key != "groep" or grouped]
    columns.append(reason_column(places))
    if cells:
        columns.append(facts_column(cells))
    return paged_table(
        columns, page.rows, get,
        caption=caption, total=page.total, downloads=downloads,
        empty=NOTHING_LEFT if is_filtered(get) else NOTHING_AT_ALL,
    )  # fmt: skip
