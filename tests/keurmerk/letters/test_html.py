"""The page: the same words in the same order, in HTML that says what it is."""

from html.parser import HTMLParser
from itertools import pairwise

import pytest

from keurmerk import letters
from tests.keurmerk.letters.examples import EXAMPLES, data_of, kind_of


class Outline(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.headings, self.words, self.scopes = [], [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in {"br", "meta"}:
            self.open.append(tag)
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append(int(tag[1:]))
        if tag == "th":
            self.scopes.append(dict(attrs)["scope"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data.split()


def outline(html):
    parser = Outline()
    parser.feed(html)
    assert parser.open == []
    return parser


def compose(name):
    return letters.compose(kind_of(name), data_of(name))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_page_is_well_formed_and_its_headings_descend_by_one(name):
    seen = outline(letters.to_html(compose(name)))
    assert seen.headings[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(seen.headings))


def test_page_and_text_hold_the_same_words():
    letter = compose("brief_plan_van_aanpak")
    html = outline(letters.to_html(letter)).words
    text = (
        letters.to_text(letter)
        .replace("|", " ")
        .replace("#", " ")
        .replace(letter.title.upper(), letter.title)
    )
    marks = {"1.", "2.", "3.", "4.", "-"}
    plain = [word.rstrip(":") for word in text.split() if word not in marks]
    assert [word.rstrip(":") for word in html] == plain


def test_tables_name_their_rows_and_columns():
    seen = outline(letters.to_html(compose("besluit_voorwaarden")))
    assert seen.scopes == ["col", "col", "col", "row", "row"]


def test_the_page_to_keep_stands_alone():
    page = letters.to_html_page(compose("besluit_coulance"))
    assert page.startswith("<!DOCTYPE html>")
    assert '<html lang="nl">' in page
    assert outline(page.removeprefix("<!DOCTYPE html>")).headings[0] == 1
    assert "src=" not in page
    assert "href=" not in page
