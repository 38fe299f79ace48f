"""Data tables: sorted, filtered and paged by the server, downloadable, a card per row on a phone.

`Column` says how a value is found and shown; the same columns feed the page and the downloads (`exports.py`).
`build_table(...)` sorts, searches and pages rows in memory; `paged_table(...)` takes one page of rows from a
source that did that itself (a database, a Parquet file). Show the result with `{% data_table table %}`.

The state lives in the address (`?sorteer=-datum&pagina=2&zoek=…`): a page can be linked and found back.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.http import QueryDict

from keurmerk.web.components import dutch
from keurmerk.web.components.paging import Pager, pager

PAGE_SIZE = 50
SORT, PAGE, SEARCH = "sorteer", "pagina", "zoek"


@dataclass(frozen=True, slots=True)
class Column[T]:
    """One column. `value` is what sorts and downloads; `show` what people see (safe HTML allowed)."""

    key: str
    label: str
    value: Callable[[T], Any]
    show: Callable[[T], str] | None = None
    numeric: bool = False
    sortable: bool = True
    names_row: bool = False

    def shown(self, row: T) -> str:
        return self.show(row) if self.show else as_text(self.value(row))


@dataclass(frozen=True, slots=True)
class Header:
    label: str
    numeric: bool
    href: str | None
    direction: str | None  # what aria-sort takes: ascending, descending or nothing


@dataclass(frozen=True, slots=True)
class Cell:
    label: str
    text: str
    numeric: bool
    names_row: bool


@dataclass(frozen=True, slots=True)
class Query:
    """What the address asks of a table."""

    sort: str = ""
    descending: bool = False
    page: int = 1
    search: str = ""

    @classmethod
    def of(cls, get: QueryDict) -> "Query":
        sort = get.get(SORT, "")
        page = get.get(PAGE, "1")
        return cls(
            sort=sort.removeprefix("-"),
            descending=sort.startswith("-"),
            page=int(page) if page.isascii() and page.isdigit() and len(page) < 9 else 1,  # noqa: PLR2004
            search=get.get(SEARCH, "").strip(),
        )


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    headers: tuple[Header, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int
    pager: Pager
    downloads: tuple[tuple[str, str], ...] = ()
    search: str | None = None
    hidden: tuple[tuple[str, str], ...] = ()
    empty: str = "Er zijn geen rijen."
    ident: str = field(default="tabel")

    @property
    def counted(self) -> str:
        return dutch.plural(self.total, "rij", "rijen")


def build_table[T](
    columns: Sequence[Column[T]],
    rows: Sequence[T],
    get: QueryDict,
    *,
    caption: str,
    searchable: bool = True,
    page_size: int = PAGE_SIZE,
    downloads: tuple[tuple[str, str], ...] = (),
    empty: str = "Er zijn geen rijen.",
) -> Table:
    """A table over rows in memory. An unknown sort key or page is ignored, never an error."""
    query = Query.of(get)
    found = select(columns, rows, query)
    paging = pager(len(found), query.page, get, page_size)
    return _table(
        columns, found[paging.start : paging.stop], get,
        caption=caption, total=len(found), paging=paging, downloads=downloads, empty=empty,
        searchable=searchable,
    )  # fmt: skip


def paged_table[T](  # noqa: PLR0913
    columns: Sequence[Column[T]],
    page_rows: Sequence[T],
    get: QueryDict,
    *,
    caption: str,
    total: int,
    page_size: int = PAGE_SIZE,
    searchable: bool = True,
    downloads: tuple[tuple[str, str], ...] = (),
    empty: str = "Er zijn geen rijen.",
) -> Table:
    """A table over one page of rows; the source sorted and searched them by `Query.of(request.GET)`."""
    paging = pager(total, Query.of(get).page, get, page_size)
    return _table(
        columns, page_rows, get,
        caption=caption, total=total, paging=paging, downloads=downloads, empty=empty,
        searchable=searchable,
    )  # fmt: skip


def select[T](columns: Sequence[Column[T]], rows: Sequence[T], query: Query) -> list[T]:
    """The rows that hold the searched text in some column, sorted; rows without a value come last."""
    found = [row for row in rows if _holds(columns, row, query.search)] if query.search else list(rows)
    column = next((c for c in columns if c.key == query.sort and c.sortable), None)
    if column is None:
        return found
    filled = [row for row in found if column.value(row) is not None]
    filled.sort(key=column.value, reverse=query.descending)
    return [*filled, *(row for row in found if column.value(row) is None)]


def as_text(value: Any) -> str:
    """How a value is shown when a column says nothing else."""
    match value:
        case None:
            return "–"
        case bool():
            return "ja" if value else "nee"
        case int() | Fraction() | Decimal() | float():
            return dutch.number(value)
        case date():
            return dutch.short_day(value)
        case _:
            return str(value)


def _holds[T](columns: Sequence[Column[T]], row: T, searched: str) -> bool:
    wanted = searched.casefold()
    return any(wanted in as_text(column.value(row)).casefold() for column in columns)


def _table[T](  # noqa: PLR0913
    columns: Sequence[Column[T]],
    rows: Sequence[T],
    get: QueryDict,
    *,
    caption: str,
    total: int,
    paging: Pager,
    downloads: tuple[tuple[str, str], ...],
    empty: str,
    searchable: bool,
) -> Table:
    query = Query.of(get)
    return Table(
        caption=caption,
        headers=tuple(_header(column, query, get) for column in columns),
        rows=tuple(
            tuple(Cell(c.label, c.shown(row), c.numeric, c.names_row) for c in columns) for row in rows
        ),
        total=total,
        pager=paging,
        downloads=tuple((label, with_query(address, get)) for label, address in downloads),
        search=query.search if searchable else None,
        hidden=tuple((key, value) for key, value in _pairs(get) if key not in {SEARCH, PAGE}),
        empty=empty,
    )


def _header[T](column: Column[T], query: Query, get: QueryDict) -> Header:
    if not column.sortable:
        return Header(column.label, column.numeric, None, None)
    chosen = column.key == query.sort
    direction = ("descending" if query.descending else "ascending") if chosen else None
    turned = get.copy()
    turned.pop(PAGE, None)
    turned[SORT] = f"-{column.key}" if direction == "ascending" else column.key
    return Header(column.label, column.numeric, f"?{turned.urlencode()}", direction)


def with_query(address: str, get: QueryDict) -> str:
    """The address of a download of what is on the screen: same search, filters and order, every page."""
    kept = get.copy()
    kept.pop(PAGE, None)
    return f"{address}?{kept.urlencode()}" if kept else address


def _pairs(get: QueryDict) -> list[tuple[str, str]]:
    return [(key, value) for key in get for value in get.getlist(key)]
