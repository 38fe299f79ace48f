"""A mail is taken with its attachments, when each could be a document by itself."""

import pytest

from keurmerk.documents.service import examine
from tests.factories.file_contents import PROGRAM, TEXT, docx, email, pdf, png, zipped
from tests.keurmerk.documents.test_kinds import refusal_of


@pytest.mark.parametrize(
    "attachments",
    [
        (),
        (("plan.docx", docx()), ("besluit.pdf", pdf()), ("foto.png", png())),
        (("logo.gif", b"GIF89a" + b"\0" * 20),),
        (("eerder.eml", email()),),
        (("leeg.txt", b""),),
    ],
)
def test_everyday_mail_is_taken(attachments):
    data = email(*attachments, html="<html><body><p>Hierbij</p></body></html>")
    assert examine(data=data, filename="bezwaar.eml").media_type == "message/rfc822"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("rekening.pdf", PROGRAM, "een bijlage die niet mag: ‘rekening.pdf’ is een programma voor Windows"),
        ("rekening.pdf.exe", PROGRAM, "‘rekening.pdf.exe’ is een bestand dat iets kan starten"),
        ("alles", zipped({"a": "a"}), "‘alles’ is een ingepakt bestand"),
        ("plan.docx", docx({"word/vbaProject.bin": "a"}), "‘plan.docx’ bevat macro's"),
        ("pagina.txt", b"<html><script>1</script></html>", "‘pagina.txt’ is een webpagina"),
        ("besluit.js.pdf", pdf(), "twee bestandssoorten"),
        ("macro.vbs", TEXT, "‘macro.vbs’ is een bestand dat iets kan starten"),
    ],
)
def test_an_attachment_that_could_be_no_document_is_refused(name, data, told):
    assert told in refusal_of("bezwaar.eml", email((name, data)))


def test_a_mail_inside_a_mail_is_looked_into():
    inside = email(("rekening.exe", PROGRAM))
    assert "‘rekening.exe’ is een bestand" in refusal_of("bezwaar.eml", email(("eerder.eml", inside)))


def test_a_mail_without_a_sender_is_refused():
    assert "geen e-mail met afzender" in refusal_of("bezwaar.eml", b"Message-ID: <a@b>\n\nTekst\n")


def test_a_mail_of_very_many_parts_is_refused():
    data = email(*((f"{number}.txt", TEXT) for number in range(201)))
    assert "te veel onderdelen" in refusal_of("bezwaar.eml", data)


def test_mails_in_mails_without_end_are_refused():
    data = email()
    for _ in range(6):
        data = email(("eerder.eml", data))
    assert "te veel onderdelen" in refusal_of("bezwaar.eml", data)


def test_parts_in_parts_without_end_are_refused():
    lines = ["From: a@b"]
    for number in range(5000):
        lines += [f'Content-Type: multipart/mixed; boundary="b{number}"', "", f"--b{number}"]
    assert "te veel onderdelen" in refusal_of("bezwaar.eml", "\n".join(lines).encode())
