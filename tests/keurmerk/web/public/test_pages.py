"""The other public pages, the errors and the frame around every page."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import override_settings

from rulebook.norms.readings import readings

PAGES = [
    "/",
    "/normen/inburgeren-2025/",
    "/lezingen/",
    "/sterren/",
    "/regels/levensloop/",
    "/toegankelijkheid/",
    "/colofon/",
    "/bouwstenen/",
]


def html(visitor, path):
    return visitor.get(path).content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_inline_and_nothing_from_elsewhere(visitor, path):
    page = html(visitor, path)
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", page)
    assert not re.search(r"<script(?![^>]*src=\"/static/)", page)
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', page)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_one_heading_a_title_and_a_way_past_the_menu(visitor, path):
    page = html(visitor, path)
    assert len(re.findall("<h1", page)) == 1
    assert re.search(r"<title>\s*\S", page)
    assert 'href="#inhoud"' in page
    assert '<html lang="nl">' in page


@pytest.mark.parametrize("path", PAGES)
def test_no_name_is_given_twice_in_a_page(visitor, path):
    names = re.findall(r'\sid="([^"]+)"', html(visitor, path))
    assert sorted(names) == sorted(set(names))


def test_every_reading_has_its_place(visitor):
    page = html(visitor, "/lezingen/")
    for reading in readings():
        assert f'id="{reading.id}"' in page


def test_the_stars_are_told_from_the_numbers_of_the_rulebook(visitor):
    page = html(visitor, "/sterren/")
    for part in ("35\N{NO-BREAK SPACE}%", "vanaf 6,975 tot 7,495", "4 sterren", "7,920"):
        assert part in page


def test_the_banner_says_that_data_are_made_up(visitor):
    words = "alle scholen en personen zijn verzonnen"
    with override_settings(DEMO_DATA=True):
        assert words in html(visitor, "/")
    with override_settings(DEMO_DATA=False):
        assert words not in html(visitor, "/")


def test_not_found_helps_on(visitor):
    page = visitor.get("/bestaatniet/")
    assert page.status_code == 404
    assert "Deze pagina is er niet" in page.content.decode()


@pytest.mark.parametrize("code", ["400", "403", "404", "500"])
def test_errors_are_shown_without_a_request(code):
    assert f"Foutcode {code}" in render_to_string(f"{code}.html")


def test_machines_are_told_where_to_look(visitor):
    assert "Sitemap: http://testserver/sitemap.xml" in html(visitor, "/robots.txt")
    assert "<loc>http://testserver/normen/inburgeren-2025/2.15/</loc>" in html(visitor, "/sitemap.xml")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/account/login/", "/account/password/reset/", "/account/signup/"])
def test_pages_of_signing_in_have_our_frame(client, path):
    page = html(client, path)
    assert "Ga naar de inhoud" in page
    assert not re.search(r"\sstyle=|<style|\son\w+=", page)
