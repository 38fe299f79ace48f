"""The small files of the demo are real: they are taken in as documents, and a reader finds their text."""

import io

import pypdf

from keurmerk.demo.lives.files import as_pdf, as_word
from keurmerk.documents.enums import MediaType
from keurmerk.documents.examining import examine

TEXT = ("Drie lessen (van de vijf) zijn onvoldoende: één docent was ziek.",)


def test_a_pdf_is_whole_and_readable():
    made = as_pdf("Rapport", TEXT)
    assert examine(data=made, filename="rapport.pdf").media_type == MediaType.PDF
    reader = pypdf.PdfReader(io.BytesIO(made), strict=True)
    assert "(van de vijf)" in reader.pages[0].extract_text()
    assert "één docent" in reader.pages[0].extract_text()
    assert reader.metadata.title == "Rapport"


def test_a_word_file_is_whole():
    made = as_word("Plan", TEXT)
    assert examine(data=made, filename="plan.docx").media_type == MediaType.DOCX
    assert made == as_word("Plan", TEXT)
