"""'Waarom?': the rows under a number, filtered, sorted and paged, with the reason in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.html import format_html

from keurmerk.assessments.queries import ExplanationFilter, ExplanationPage, ExplanationRow
from keurmerk.web.components.tables import PAGE_SIZE, Column, Query, Table, paged_table
from keurmerk.web.components.words import COUNTS
from rulebook.norms.reasons import reason_text

SORTABLE = {"kenmerk": "id", "tabel": "table", "groep": "group", "telt": "counts", "reden": "reason"}
FACETS = {"reden": "reason", "telt": "counts", "groep": "group", "tabel": "table"}
LABELS = {"reden": "Reden", "telt": "Telt mee", "groep": "Groep", "tabel": "Tabel"}
SEARCH = "zoek"


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


def told(row: ExplanationRow) -> str:
    return format_html("{} <code class='soft small'>{}</code>", row.reason_text, row.reason)


COLUMNS: tuple[Column[ExplanationRow], ...] = (
    Column("kenmerk", "Kenmerk", lambda row: row.id, names_row=True),
    Column("tabel", "Tabel", lambda row: row.table),
    Column("groep", "Groep", lambda row: row.group),
    Column("telt", "Telt mee", lambda row: row.counts, show=lambda row: COUNTS[row.counts]),
    Column("reden", "Reden", lambda row: row.reason, show=told),
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
    page: ExplanationPage, get: QueryDict, *, caption: str, downloads: tuple[tuple[str, str], ...]
) -> Table:
    grouped = any(page.choices.get("group", ()))
    columns = [column for column in COLUMNS if column.key != "groep" or grouped]
    return paged_table(
        columns, page.rows, get,
        caption=caption, total=page.total, downloads=downloads, empty="Geen rij voldoet hieraan.",
    )  # fmt: skip
