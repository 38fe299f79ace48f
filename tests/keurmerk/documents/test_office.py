"""Office files hold no macros, no other files, no bombs, and fetch nothing."""

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from keurmerk.documents.checks import archives
from keurmerk.documents.service import examine
from tests.factories.file_contents import PROGRAM, docx, odt, pdf, xlsx, zipped
from tests.keurmerk.documents.test_kinds import refusal_of

RELS = "word/_rels/settings.xml.rels"


def relationship(kind, target):
    one = f'<Relationship Type="http://x/{kind}" Target="{target}" TargetMode="External"/>'
    return f"<Relationships>{one}</Relationships>"


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ({"word/vbaProject.bin": "a"}, "bevat macro's"),
        ({"word/VBAPROJECT.BIN": "a"}, "bevat macro's"),
        ({"word/activeX/activeX1.xml": "a"}, "bevat macro's"),
        ({"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}, "(oleObject1.bin)"),
        ({"word/embeddings/inside.docx": docx()}, "bevat een ander bestand (inside.docx)"),
        ({"word/media/a.png": zipped({"b": "b"})}, "bevat een ander bestand (a.png)"),
        ({"word/media/a.png": PROGRAM}, "bevat een ander bestand (a.png)"),
        ({"word/media/a.png": pdf()}, "bevat een ander bestand (a.png)"),
        ({"word/media/a.gz": b"\x1f\x8b\x08"}, "bevat een ander bestand (a.gz)"),
        ({"word/embeddings/a.xlsx": zipped({"xl/vbaProject.bin": "a"})}, "bevat macro's"),
        ({"../../../etc/passwd": "a"}, "buiten het bestand wijzen"),
        ({"/etc/passwd": "a"}, "buiten het bestand wijzen"),
        ({"..\\a": "a"}, "buiten het bestand wijzen"),
        ({"C:/a": "a"}, "buiten het bestand wijzen"),
        ({"Word/document.xml": "a"}, "buiten het bestand wijzen"),
        ({RELS: relationship("attachedTemplate", "https://elders.example/a.dotm")}, "haalt bij het openen"),
        ({RELS: relationship("oleObject", "\\\\elders\\deel\\a.doc")}, "haalt bij het openen"),
        ({"word/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "laten vastlopen"),
    ],
)
def test_what_acts_or_hides_in_word_is_refused(extra, told):
    assert told in refusal_of("plan.docx", docx(extra))


@pytest.mark.parametrize(
    "extra",
    [
        {"word/embeddings/Microsoft_Excel_Sheet1.xlsx": xlsx()},
        {RELS: relationship("attachedTemplate", "file:///C:\\Sjablonen\\brief.dotx")},
        {"word/_rels/document.xml.rels": relationship("hyperlink", "https://voorbeeld.example/")},
        {"word/media/image1.png": b"\x89PNG"},
    ],
    ids=["numbers of a chart", "own template", "link", "picture"],
)
def test_what_everyday_documents_hold_is_taken(extra):
    assert examine(data=docx(extra), filename="plan.docx")


def test_a_macro_type_under_a_plain_name_is_refused():
    data = docx(main_type="application/vnd.ms-word.document.macroEnabled.main+xml")
    assert "bevat macro's" in refusal_of("plan.docx", data)


def test_a_main_part_of_another_type_is_refused():
    assert "mist onderdelen" in refusal_of("plan.docx", docx(main_type="text/plain"))


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ({"Basic/Standard/Module1.xml": "a"}, "bevat macro's"),
        ({"Scripts/python/a.py": "a"}, "bevat macro's"),
        ({"content.xml": '<a><script:event-listener script:language="ooo:script"/></a>'}, "bevat macro's"),
        ({"mimetype": "application/vnd.oasis.opendocument.text-master"}, "mist onderdelen"),
        ({"ObjectReplacements/a": b"MZ\x90"}, "bevat een ander bestand"),
    ],
)
def test_what_acts_or_hides_in_opendocument_is_refused(extra, told):
    assert told in refusal_of("plan.odt", odt(extra))


def test_a_bomb_of_one_part_is_refused():
    data = docx({"word/media/image1.bmp": bytes(30_000_000)})
    assert len(data) < 100_000
    assert "pakt uit tot veel meer" in refusal_of("plan.docx", data)


def test_a_bomb_in_all_parts_together_is_refused(monkeypatch):
    monkeypatch.setattr(archives.Room, "__init__", lambda room: setattr(room, "left", 50_000))
    data = docx({"a.bin": b"a" * 30_000, "b.bin": b"b" * 30_000})
    assert "pakt uit tot veel meer" in refusal_of("plan.docx", data)


def test_too_many_parts_are_refused():
    parts = {f"word/{number}.xml": "a" for number in range(archives.MOST_MEMBERS)}
    assert "pakt uit tot veel meer" in refusal_of("plan.docx", docx(parts))


def test_a_part_that_is_bigger_than_it_tells_is_refused():
    data = bytearray(docx({"word/z.bin": b"a" * 100_000}))
    at = data.rindex(b"PK\x01\x02")
    assert struct.unpack_from("<I", data, at + 24) == (100_000,)
    struct.pack_into("<I", data, at + 24, 10)
    assert "is beschadigd" in refusal_of("plan.docx", bytes(data))


def test_parts_that_share_their_bytes_are_refused():
    """The bomb of David Fifield: many names for one part."""
    data = bytearray(docx({"word/y.bin": b"a" * 1000, "word/z.bin": b"b" * 1000}))
    last = data.rindex(b"PK\x01\x02")
    before = data.rindex(b"PK\x01\x02", 0, last)
    data[last + 42 : last + 46] = data[before + 42 : before + 46]
    assert "is beschadigd" in refusal_of("plan.docx", bytes(data))


def test_a_password_is_refused():
    data = bytearray(docx())
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    assert "beveiligd met een wachtwoord" in refusal_of("plan.docx", bytes(data))


def test_a_password_as_office_sets_it_is_refused():
    """A protected document is no zip any more, but the container of old Office files."""
    assert "oude Office-versie" in refusal_of("plan.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


@pytest.mark.parametrize("length", [30, 200, -1])
def test_a_file_cut_off_is_refused(length):
    assert refusal_of("plan.docx", docx()[:length])


def test_something_behind_the_zip_is_refused():
    assert "horen" in refusal_of("plan.docx", docx() + b"<script>")


def test_the_same_name_twice_is_refused():
    out = BytesIO(docx())
    with ZipFile(out, "a", ZIP_DEFLATED) as archive:
        archive.writestr("word/DOCUMENT.xml", "<a/>")
    assert "buiten het bestand" in refusal_of("plan.docx", out.getvalue())
