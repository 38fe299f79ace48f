"""A name that cannot mislead, whatever somebody called the file."""

import pytest

from keurmerk.documents.checks.names import cleaned, with_one_extension
from keurmerk.documents.checks.refusal import RefusalError

RIGHT_TO_LEFT = "\u202e"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("plan.pdf", "plan.pdf"),
        ("Plan van aanpak (één) – definitief.docx", "Plan van aanpak (één) – definitief.docx"),
        ("C:\\Users\\iemand\\plan.pdf", "plan.pdf"),
        ("../../etc/plan.pdf", "plan.pdf"),
        (f"plan{RIGHT_TO_LEFT}fdp.exe", "planfdp.exe"),
        ("plan\x00\x1f\n.pdf", "plan.pdf"),
        ("pl\u200ban.p\u200bdf", "plan.pdf"),
        ('a"b<c>|d?.pdf', "a_b_c__d_.pdf"),
        ("  .plan.pdf. ", "plan.pdf"),
        ("con.txt", "_con.txt"),
        ("e\u0301e\u0301n.txt", "één.txt"),
        ("", "document"),
        ("///", "document"),
    ],
)
def test_a_name_is_cleaned(given, kept):
    assert cleaned(given) == kept


@pytest.mark.parametrize("letter", ["a", "é", "汉", "🙂"])
def test_a_very_long_name_keeps_its_ending(letter):
    name = cleaned(letter * 5000 + ".docx")
    assert name.endswith(letter + ".docx")
    assert len(name) <= 150
    assert len(name.encode()) <= 200
    assert cleaned(name) == name


def test_the_same_ending_twice_becomes_one():
    assert with_one_extension("plan.pdf.PDF.pdf") == "plan.pdf"
    assert with_one_extension("versie 1.2.pdf") == "versie 1.2.pdf"


@pytest.mark.parametrize("name", ["rekening.exe.pdf", "foto.html.png", "plan.JS.docx", "a.zip.pdf.pdf"])
def test_an_ending_that_hides_another_is_refused(name):
    with pytest.raises(RefusalError, match="twee bestandssoorten"):
        with_one_extension(name)
