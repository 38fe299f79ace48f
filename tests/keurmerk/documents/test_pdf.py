"""A PDF shows something and does nothing."""

import zlib

import pytest
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from keurmerk.documents.service import examine
from tests.factories.file_contents import blank_pdf, pdf, pdf_with_packed, zipped
from tests.keurmerk.documents.test_kinds import refusal_of


def opening_with(**action):
    writer = blank_pdf()
    action = {NameObject(f"/{key}"): value for key, value in action.items()}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    return pdf(writer)


def with_script():
    return opening_with(S=NameObject("/JavaScript"), JS=TextStringObject("app.alert('hallo');"))


def with_launch():
    return opening_with(S=NameObject("/Launch"), F=TextStringObject("cmd.exe"))


def with_attachment():
    writer = blank_pdf()
    writer.add_attachment("rekening.xml", b"<a/>")
    return pdf(writer)


def with_password(user=""):
    writer = blank_pdf()
    writer.encrypt(user, "eigenaar", algorithm="RC4-128")
    return pdf(writer)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (with_script(), "bevat een script"),
        (with_launch(), "iets anders opent of start"),
        (with_attachment(), "als bijlage"),
        (with_password(), "beveiligd met een wachtwoord"),
        (with_password("geheim"), "beveiligd met een wachtwoord"),
        (pdf().replace(b"/Catalog", b"/Catalog /A << /S /J#61v#61Script /JS (a) >>"), "bevat een script"),
        (pdf_with_packed(b"<< /S /JavaScript /JS (a) >>"), "bevat een script"),
        (pdf_with_packed(b"<< /S /Launch >>", b"", pack=False), "iets anders opent of start"),
        (pdf_with_packed(b"<< /S /JavaScript >>").replace(b"/ObjStm", b"/Obj#53tm"), "bevat een script"),
        (pdf_with_packed(b"<< /S /JavaScript >>").replace(b"/Type /ObjStm", b"/Type 9 0 R"), "een script"),
        (pdf_with_packed(b"", b"/Filter [/ASCIIHexDecode /FlateDecode]"), "niet te controleren"),
        (
            pdf_with_packed(b"", b"/Filter /FlateDecode /DecodeParms << /Predictor 12 >>"),
            "niet te controleren",
        ),
        (pdf_with_packed(b"", b"/Filter 7 0 R"), "niet te controleren"),
        (pdf_with_packed(b"<< >>" * 1000).replace(b"x\x9c", b"x\x00"), "niet te controleren"),
        (pdf()[:-60], "geen hele PDF"),
        (pdf() + b"\0" * 5000, "geen hele PDF"),
        (pdf() + zipped({"a.exe": "a"}), "twee soorten bestanden tegelijk"),
        (b"%PDF-1.7\n1 0 obj\n<<>>\nstream\nabc", "geen hele PDF"),
    ],
)
def test_a_pdf_that_acts_or_hides_is_refused(data, told):
    assert told in refusal_of("besluit.pdf", data)


def test_a_bomb_in_packed_objects_is_refused():
    bomb = pdf_with_packed(b"0" * 120_000_000)
    assert len(bomb) < 200_000
    assert "niet te controleren" in refusal_of("besluit.pdf", bomb)


def test_many_streams_are_looked_through_in_reasonable_time():
    one = b"5 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + zlib.compress(b"q 1 0 0 1 Q") + b"\nendstream\n"
    data = b"%PDF-1.7\n" + one * 20_000 + b"startxref\n0\n%%EOF\n"
    assert examine(data=data, filename="lang.pdf").filename == "lang.pdf"
