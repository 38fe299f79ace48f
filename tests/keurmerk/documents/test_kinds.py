"""Which files may be a document, and that the name must tell the truth."""

import pytest

from keurmerk.documents.errors import RefusedFileError
from keurmerk.documents.service import examine
from tests.factories.file_contents import ALLOWED, PROGRAM, TEXT, docx, email, pdf, png, xlsx, zipped

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PAGE = b"<!DOCTYPE html><html><body>Besluit</body></html>"


def refusal_of(name, data):
    with pytest.raises(RefusedFileError) as refused:
        examine(data=data, filename=name)
    return str(refused.value)


@pytest.mark.parametrize(("name", "data"), ALLOWED.items(), ids=ALLOWED)
def test_a_real_file_of_every_kind_is_taken(name, data):
    taken = examine(data=data, filename=name)
    assert (taken.filename, taken.data) == (name, data)


def test_a_text_may_look_like_a_mail():
    assert examine(data=email(), filename="bezwaar.txt").media_type == "text/plain"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("besluit.pdf", PROGRAM, "heet .pdf, maar is een programma voor Windows"),
        ("besluit.pdf", b"\x7fELF" + b"\0" * 100, "een programma"),
        ("besluit.pdf", b"#!/bin/sh\nrm -rf .\n", "maar is een bestand van de soort tekst"),
        ("plan.docx", OLD_WORD, "oude Office-versie"),
        ("plan.docx", zipped({"a.txt": "a"}), "een ingepakt bestand (.zip)"),
        ("plan.docx", xlsx(), "een bestand van de soort Excel"),
        ("plan.xlsx", docx(), "een bestand van de soort Word"),
        ("foto.png", ALLOWED["foto.jpg"], "een bestand van de soort JPG-afbeelding"),
        ("foto.jpg", png(), "een bestand van de soort PNG-afbeelding"),
        ("foto.png", SVG, "een SVG-afbeelding"),
        ("brief.txt", PAGE, "een webpagina"),
        ("brief.txt", pdf(), "een bestand van de soort PDF"),
        ("brief.txt", "brief".encode("utf-16"), "heet .txt, maar is"),
        ("bezwaar.eml", TEXT, "een bestand van de soort tekst"),
        ("foto.png", b"GIF89a" + b"\0" * 50, "een GIF-afbeelding"),
        ("besluit.pdf", b"Rar!\x1a\x07\x00" + b"\0" * 50, "een ingepakt bestand (.rar)"),
    ],
)
def test_a_name_that_does_not_fit_the_contents_is_refused(name, data, told):
    assert refusal_of(name, data).startswith(f"‘{name}’ ")
    assert told in refusal_of(name, data)


@pytest.mark.parametrize(
    ("name", "data", "remedy"),
    [
        ("plan.exe", PROGRAM, "Kies .pdf, .docx"),
        ("beeld.svg", SVG, "Kies .pdf, .docx"),
        ("besluit.html", PAGE, "Kies .pdf, .docx"),
        ("besluit", pdf(), "Kies .pdf, .docx"),
        ("plan.doc", OLD_WORD, "Sla het op als .docx of PDF"),
        ("plan.docm", docx(), "zonder macro's"),
        ("alles.zip", zipped({"a.txt": "a"}), "Pak het uit"),
        ("plan\u202efdp.exe", PROGRAM, "‘planfdp.exe’"),
        ("rekening.exe.pdf", pdf(), "twee bestandssoorten"),
    ],
)
def test_another_kind_of_file_is_refused_with_a_remedy(name, data, remedy):
    assert remedy in refusal_of(name, data)


def test_an_empty_file_is_refused():
    assert refusal_of("plan.pdf", b"") == (
        "‘plan.pdf’ is leeg. Controleer of het bestand te openen is en kies een bestand met inhoud."
    )


def test_a_file_above_the_limit_is_refused(settings):
    assert settings.DOCUMENT_MAX_BYTES == 25_000_000
    settings.DOCUMENT_MAX_BYTES = 1_000_000
    assert examine(data=b"a" * 1_000_000, filename="a.txt")
    assert "is groter dan 1 MB. Maak het kleiner" in refusal_of("a.txt", b"a" * 1_000_001)
