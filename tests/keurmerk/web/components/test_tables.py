"""Sorting, searching, paging and downloading a table."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.http import QueryDict
from django.template import Context, Template

from keurmerk.web.components.exports import csv_response, xlsx_response
from keurmerk.web.components.paging import pager
from keurmerk.web.components.tables import Column, Query, build_table, paged_table


@dataclass(frozen=True)
class Row:
    name: str
    hours: int | None
    on: date


COLUMNS = (
    Column("naam", "Naam", lambda row: row.name, names_row=True),
    Column("uren", "Uren", lambda row: row.hours, numeric=True),
    Column("datum", "Datum", lambda row: row.on, sortable=False),
)
ROWS = [
    Row("Beek", 10, date(2025, 1, 2)),
    Row("Aker", None, date(2025, 1, 1)),
    Row("=Cel", 2000, date(2025, 1, 3)),
]


def table(query="", **options):
    return build_table(COLUMNS, ROWS, QueryDict(query), caption="Uren", **options)


def names(built):
    return [row[0].text for row in built.rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Beek", "Aker", "=Cel"]),
        ("sorteer=naam", ["=Cel", "Aker", "Beek"]),
        ("sorteer=uren", ["Beek", "=Cel", "Aker"]),
        ("sorteer=-uren", ["=Cel", "Beek", "Aker"]),
        ("sorteer=onbekend&pagina=x", ["Beek", "Aker", "=Cel"]),
        ("sorteer=datum", ["Beek", "Aker", "=Cel"]),
        ("zoek=AKER", ["Aker"]),
        ("zoek=2.000", ["=Cel"]),
        ("zoek=niets", []),
    ],
)
def test_what_the_address_asks_is_what_is_shown(query, expected):
    assert names(table(query)) == expected


def test_headers_turn_the_order_and_forget_the_page():
    first = table("sorteer=uren&pagina=2&zoek=e").headers[1]
    assert (first.direction, first.href) == ("ascending", "?sorteer=-uren&zoek=e")
    assert table("sorteer=-uren").headers[1].href == "?sorteer=uren"
    assert table().headers[2].href is None


def test_pages():
    built = table("pagina=2", page_size=2)
    assert (names(built), built.pager.count, built.pager.words) == (["=Cel"], 2, "3 tot en met 3 van 3")
    assert names(table("pagina=99", page_size=2)) == ["=Cel"]


def test_pages_far_apart_leave_a_gap():
    shown = [page.number for page in pager(1000, 10, QueryDict(), 50).pages]
    assert shown == [1, None, 9, 10, 11, None, 20]


def test_a_page_from_elsewhere():
    built = paged_table(COLUMNS, ROWS[:1], QueryDict("pagina=3"), caption="Uren", total=51, page_size=25)
    assert (names(built), built.counted, built.pager.number) == (["Beek"], "51 rijen", 3)


def test_a_page_number_that_is_no_number_is_the_first():
    assert [Query.of(QueryDict(f"pagina={page}")).page for page in ("-1", "²", "", "9" * 40)] == [1, 1, 1, 1]


def test_downloads_keep_the_search_and_drop_the_page():
    built = table("zoek=e&pagina=2", downloads=(("CSV", "/t.csv"),))
    assert built.downloads == (("CSV", "/t.csv?zoek=e"),)


def test_csv_opens_in_dutch_excel_and_runs_nothing():
    text = csv_response("uren", COLUMNS, ROWS).content.decode("utf-8-sig")
    assert text.splitlines() == [
        "Naam;Uren;Datum",
        "Beek;10;2025-01-02",
        "Aker;;2025-01-01",
        "'=Cel;2000;2025-01-03",
    ]


def test_xlsx_keeps_numbers_and_dates():
    book = openpyxl.load_workbook(BytesIO(xlsx_response("uren", COLUMNS, ROWS, "uren").content))
    rows = [[cell.value for cell in row] for row in book["uren"].iter_rows()]
    assert rows[0] == ["Naam", "Uren", "Datum"]
    assert rows[1][:2] == ["Beek", 10]
    assert rows[1][2].date() == date(2025, 1, 2)
    assert rows[3][0] == "'=Cel"


def test_markup_has_table_roles_and_labels_for_cards():
    html = Template("{% load keurmerk %}{% data_table t %}").render(Context({"t": table("sorteer=uren")}))
    for part in ('role="table"', 'aria-sort="ascending"', 'data-label="Uren"', 'role="rowheader">Beek'):
        assert part in html
    assert 'value="uren"' in html  # the search keeps the order
