"""De normen: the list, its filters, a page per norm, and the same as data."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest

from rulebook.norms.catalogue import catalogue
from rulebook.norms.catalogue_json import SCHEMA
from rulebook.norms.editions import LATEST, editions

LIST = f"/normen/{LATEST}/"


def numbers(visitor, query=""):
    return [norm["norm"] for norm in visitor.get(f"/normen/{LATEST}.json?{query}").json()["normen"]]


@pytest.mark.parametrize(
    "path",
    ["/", LIST, f"{LIST}?zoek=docent&materieel=ja", f"{LIST}2.15/", "/lezingen/", "/sterren/", "/bouwstenen/",
     "/colofon/", "/toegankelijkheid/", "/sitemap.xml", "/robots.txt", f"/normen/{LATEST}.json"],
)  # fmt: skip
def test_public_pages_ask_the_database_nothing(visitor, path):
    assert visitor.get(path).status_code == 200


@pytest.mark.parametrize("edition", [edition.id for edition in editions()])
def test_every_norm_of_every_edition_has_a_page_and_data(visitor, edition):
    for norm in catalogue(edition):
        page = visitor.get(f"/normen/{edition}/{norm.number}/")
        assert page.status_code == 200, norm.number
        told = visitor.get(f"/normen/{edition}/{norm.number}.json").json()
        assert (told["norm"], told["handleiding"], told["schema"]) == (norm.number, edition, SCHEMA)


def test_the_newest_edition_stands_behind_the_short_address(visitor):
    assert visitor.get("/normen/?zoek=vog")["Location"] == f"{LIST}?zoek=vog"
    assert visitor.get("/normen/2.15/")["Location"] == f"{LIST}2.15/"


def test_the_list_names_every_norm_once(visitor):
    html = visitor.get(LIST).content.decode()
    for norm in catalogue():
        assert html.count(f'href="{LIST}{norm.number}/"') == 1


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("hoofdnorm=2", lambda norm: norm.main_norm == 2),
        ("hoofdnorm=overig", lambda norm: norm.main_norm is None),
        ("materieel=ja", lambda norm: norm.material),
        ("materieel=nee", lambda norm: not norm.material),
        ("toetsing=berekend", lambda norm: norm.judged_by is not None),
        ("toetsing=handmatig", lambda norm: norm.judged_by is None),
        ("wet=Wi2013", lambda norm: "Wi2013" in norm.audience.acts),
        ("wet=Wi2021", lambda norm: "Wi2021" in norm.audience.acts),
        ("verblijf=asielstatushouder", lambda norm: "asielstatushouder" in norm.audience.residences),
        ("verblijf=anderen", lambda norm: set(norm.audience.residences) - {"asielstatushouder"}),
        ("keurmerk=bepaalde_tijd", lambda norm: "bepaalde_tijd" in norm.audience.certificates),
        ("zzp=vervalt", lambda norm: norm.audience.self_employed == "vervalt"),
        ("oval=ja", lambda norm: norm.audience.oval_members_only),
        ("gewijzigd=ja", lambda norm: norm.changes_2025),
        ("wet=Wi2021&materieel=ja", lambda norm: norm.material and "Wi2021" in norm.audience.acts),
        ("materieel=misschien&onbekend=1", lambda norm: norm.number),
    ],
)
def test_filters(visitor, query, holds):
    expected = [norm.number for norm in catalogue() if holds(norm)]
    assert numbers(visitor, query) == expected
    assert len(expected) > 0


@pytest.mark.parametrize("words", ["slagingspercentage", "SLAGING wi2013", "2.15", "I-12", "§4.20"])
def test_search_finds_by_word_number_reading_and_paragraph(visitor, words):
    assert "2.15" in numbers(visitor, f"zoek={words}")


def test_nothing_found_says_what_to_do(visitor):
    html = visitor.get(f"{LIST}?zoek=bestaatniet").content.decode()
    assert "Geen norm gevonden" in html
    assert "Toon alle normen" in html


def test_a_chosen_filter_can_be_taken_away(visitor):
    html = visitor.get(f"{LIST}?materieel=ja&zoek=vog").content.decode()
    assert 'href="?zoek=vog"' in html


def test_downloads_hold_what_the_list_shows(visitor):
    text = visitor.get(f"/normen/{LATEST}.csv?hoofdnorm=3").content.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text), delimiter=";"))
    book = openpyxl.load_workbook(BytesIO(visitor.get(f"/normen/{LATEST}.xlsx?hoofdnorm=3").content))
    sheet = [[cell.value for cell in row] for row in book["normen"].iter_rows()]
    expected = ["norm", *(norm.number for norm in catalogue() if norm.main_norm == 3)]
    assert [row[0] for row in rows] == expected
    assert [row[0] for row in sheet] == expected


def test_data_is_open_to_other_websites(visitor):
    assert visitor.get(f"/normen/{LATEST}.json")["Access-Control-Allow-Origin"] == "*"


def test_a_computed_norm_shows_its_rule_with_row_numbers(visitor):
    html = visitor.get(f"{LIST}2.13/").content.decode()
    assert 'id="rij-1"' in html
    assert 'href="/lezingen/#I-04"' in html


def test_a_norm_judged_through_another_leads_there(visitor):
    part = next(norm for norm in catalogue() if norm.judged_by not in (None, norm.number))
    assert f'href="{LIST}{part.judged_by}/"' in visitor.get(f"{LIST}{part.number}/").content.decode()
    assert f'href="{LIST}{part.number}/"' in visitor.get(f"{LIST}{part.judged_by}/").content.decode()


def test_scales_are_told_with_their_bounds(visitor):
    html = visitor.get(f"{LIST}2.15/").content.decode()
    for line in ("tot 90: 6", "vanaf 90 tot 95: 7", "vanaf 115 tot en met 125: 8,5", "boven 125: 9"):
        assert line in html


def test_every_edition_says_where_it_comes_from(visitor):
    derived = next(edition for edition in editions() if edition.note)
    assert "Deze editie is afgeleid" in visitor.get(f"/normen/{derived.id}/2.15/").content.decode()


def test_what_an_edition_changed_is_told(visitor):
    changed = next(norm for norm in catalogue() if norm.changes_2025)
    assert "Wat er is gewijzigd" in visitor.get(f"{LIST}{changed.number}/").content.decode()


def test_a_norm_that_lapsed_is_not_found_but_told(visitor):
    old, new = (catalogue(edition.id) for edition in editions())
    gone = {norm.number for norm in old} - {norm.number for norm in new}
    assert gone
    for number in gone:
        page = visitor.get(f"{LIST}{number}/")
        assert page.status_code == 404
        assert f'href="/normen/inburgeren-2024/{number}/"' in page.content.decode()
        assert number in visitor.get(LIST).content.decode()


@pytest.mark.parametrize(
    "path", ["/normen/inburgeren-1999/", f"{LIST}9.9.9/", f"{LIST}9.9.9.json", "/normen/arbeid-2025/2.15/"]
)
def test_what_does_not_exist_is_not_found(visitor, path):
    assert visitor.get(path).status_code == 404


def test_looking_is_all_one_can_do(visitor):
    assert visitor.post(LIST).status_code == 405
