"""The PDF: tagged so that a screen reader can follow it, the same on every day, whole whatever is put in."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from keurmerk import letters
from keurmerk.letters.letter import Bullets, Heading, Paragraph, Table
from tests.keurmerk.letters.examples import EXAMPLES, data_of, kind_of

WIDTH = 595.28  # A4, in points


def letter_of(name, **changes):
    return letters.compose(kind_of(name), data_of(name) | changes)


def read(letter):
    return PdfReader(BytesIO(letters.to_pdf(letter)))


def elements(reader):
    """Every element of the structure tree, with its tag, in order."""
    found = []

    def visit(node):
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                visit(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                visit(node["/K"])

    visit(reader.trailer["/Root"]["/StructTreeRoot"])
    return found


def tags(reader):
    return [node["/S"] for node in elements(reader)]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_letter_is_a_tagged_pdf_ua_in_dutch_with_a_title(name):
    letter = letter_of(name)
    reader = read(letter)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl-NL"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == letter.title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    assert {"/Document", "/Title", "/H1", "/P"} <= set(tags(reader))


def test_table_headers_have_a_scope_and_a_table_its_caption():
    reader = read(letter_of("besluit_waarschuwing"))
    headers = [node for node in elements(reader) if node["/S"] == "/TH"]
    scopes = [attribute.get_object()["/Scope"] for node in headers for attribute in as_list(node["/A"])]
    assert scopes == ["/Column"] * 4
    assert {"/Table", "/TR", "/TD", "/Caption"} <= set(tags(reader))


def as_list(value):
    value = value.get_object()
    return list(value) if isinstance(value, list) else [value]


def test_headings_do_not_skip_a_level():
    levels = [int(tag[2:]) for tag in tags(read(letter_of("besluit_intrekking"))) if tag[:2] == "/H"]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_same_data_give_the_same_bytes():
    first, second = (letters.to_pdf(letter_of("besluit_intrekking")) for _ in range(2))
    assert first == second


def test_the_pdf_says_what_the_page_and_the_text_say():
    letter = letter_of("beslissing_op_bezwaar")
    shown = squeezed("".join(page.extract_text() for page in read(letter).pages))
    for block in letter.blocks:
        texts = {
            Heading: lambda it: [it.text],
            Paragraph: lambda it: [it.text],
            Bullets: lambda it: it.items,
            Table: lambda it: [it.caption, *it.headers, *(cell for row in it.rows for cell in row)],
        }.get(type(block), lambda _: [])(block)
        for text in texts:
            assert squeezed(text) in shown or len(text) > 80  # may run over the foot of a page


def squeezed(text):
    """PDF text breaks lines where the page does."""
    return "".join(text.replace("\u200b", "").split())


def test_a_long_letter_numbers_its_pages():
    reader = read(letter_of("besluit_schorsing_onderzoek"))
    assert len(reader.pages) >= 3
    for number, page in enumerate(reader.pages, start=1):
        assert f"pagina {number} van {len(reader.pages)}" in page.extract_text()


@pytest.mark.parametrize("word", ["x" * 300, "https://voorbeeld.example/" + "pad/" * 60])
def test_a_long_word_breaks_and_stays_on_the_page(word):
    rows = [{"norm": word, "measured": word, "limit": word, "rows": word}]
    reader = read(letter_of("besluit_waarschuwing", weighing=word, grounds=[word], facts=[word], norms=rows))
    ends = []
    for page in reader.pages:
        page.extract_text(visitor_text=lambda text, _, tm, __, size: ends.append((text, tm[4], size)))
    assert max(start + 0.3 * size * len(text.strip()) for text, start, size in ends) < WIDTH


def test_a_long_table_runs_over_pages_with_its_header_on_each():
    rows = [
        {"norm": f"Norm {number}", "measured": "1", "limit": "2", "rows": "regel " * 20}
        for number in range(60)
    ]
    reader = read(letter_of("besluit_waarschuwing", norms=rows))
    pages = [page.extract_text() for page in reader.pages]
    with_rows = [page for page in pages if "Norm 1" in page or "Norm 3" in page or "Norm 5" in page]
    assert len(with_rows) > 2
    assert all("Gemeten" in page for page in with_rows)


@pytest.mark.parametrize(
    "name", ["Café Zoë & Naïef", "H₂O-school €5", "مدرسة اللغة", "Šķola Łódź", "Ελληνικά", "Школа"]
)
def test_names_in_other_scripts_are_printed(name):
    assert letters.to_pdf(letter_of("besluit_waarschuwing", school=name))


@pytest.mark.parametrize("name", ["語言學校", "Taalschool 🎓", "ትግርኛ"])
def test_a_character_without_a_glyph_is_reported_not_printed_as_a_box(name):
    with pytest.raises(
        letters.LetterError, match=r"brief besluit_waarschuwing: het teken .* kan niet worden"
    ):
        letters.to_pdf(letter_of("besluit_waarschuwing", school=name))


def test_a_letter_made_with_a_real_seal_bears_no_notice_of_a_test():
    letter = letter_of("besluit_coulance")
    assert "Proefbrief" in read(letter).pages[0].extract_text()
    assert "Proefbrief" not in read(replace(letter, notice="")).pages[0].extract_text()
