"""A picture is whole, and nothing but a picture."""

import pytest

from keurmerk.documents.service import examine
from tests.factories.file_contents import docx, jpeg, pdf, png
from tests.keurmerk.documents.test_kinds import refusal_of


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("foto.png", png()[:-5], "geen hele afbeelding"),
        ("foto.png", png()[:8], "geen hele afbeelding"),
        ("foto.png", png().replace(b"IDAT", b"IDAX"), "geen hele afbeelding"),
        ("foto.png", png(after=b"nog iets"), "geen hele afbeelding"),
        ("foto.png", png(width=20_000, height=20_000), "20000 bij 20000 punten"),
        ("foto.png", png(width=0), "geen hele afbeelding"),
        ("foto.png", png(text=b"<script>alert(1)</script>"), "twee soorten bestanden"),
        ("foto.png", png(text=pdf()[:100]), "twee soorten bestanden"),
        ("foto.jpg", jpeg()[:-2], "geen hele afbeelding"),
        ("foto.jpg", jpeg()[:30], "geen hele afbeelding"),
        ("foto.jpg", jpeg()[:3], "geen hele afbeelding"),
        ("foto.jpg", b"\xff\xd8\xff\xe0\xff\xff", "geen hele afbeelding"),
        ("foto.jpg", jpeg(width=40_000, height=40_000), "40000 bij 40000 punten"),
        ("foto.jpg", jpeg(after=docx()), "twee soorten bestanden"),
        ("foto.jpg", jpeg(after=b"<html><body>"), "twee soorten bestanden"),
        ("foto.jpg", jpeg(after=pdf()), "twee soorten bestanden"),
    ],
)
def test_a_picture_that_is_broken_or_something_else_too_is_refused(name, data, told):
    assert told in refusal_of(name, data)


def test_what_a_telephone_puts_behind_a_photo_may_stay():
    assert examine(data=jpeg(after=b"\0SEFH" * 500), filename="foto.jpg")
