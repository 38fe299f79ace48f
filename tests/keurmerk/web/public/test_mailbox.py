"""The page with the mail of the demo: for everybody who tries it, and only there."""

import pytest

from keurmerk.demo.mailbox import Mailbox
from tests.factories.mails import PDF, mail

PAGE = "/postbus/"


@pytest.fixture
def box(settings, tmp_path):
    settings.DEMO_DATA = True
    settings.MAILBOX_ROOT = tmp_path / "mailbox"
    return Mailbox(settings.MAILBOX_ROOT)


def add(box, *given, receivers=("a@school.example",), **more):
    return box.add(mail(*given, **more).as_bytes(), receivers=list(receivers))


def test_the_newest_mail_stands_first(box, visitor):
    add(box, "Eerste")
    add(box, "Tweede", receivers=["b@school.example"])
    page = visitor.get(PAGE).text
    assert page.index("Tweede") < page.index("Eerste")
    assert "b@school.example" in page
    assert "er gaat niets naar buiten" in page


def test_an_empty_box_says_so(box, visitor):
    assert "Er is nog geen e-mail verstuurd." in visitor.get(PAGE).text


def test_a_mail_shows_its_text_and_gives_its_attachments_whole(box, visitor):
    key = add(box)
    page = visitor.get(f"{PAGE}{key}/").text
    assert "Besluit over Café ’t Huis" in page
    assert '<a href="http://localhost:8000/"' in page
    assert "besluit é.pdf" in page
    answer = visitor.get(f"{PAGE}{key}/bijlage/1/")
    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"


def test_what_a_mail_says_is_text_never_html(box, visitor):
    key = add(box, "<b>vet</b>", "<script>alert(1)</script>\n")
    page = visitor.get(f"{PAGE}{key}/").text
    assert "&lt;script&gt;" in page
    assert "<b>vet" not in page


@pytest.mark.parametrize("key", ["abc", "20260101000000-" + "0" * 32, "..", "%2e%2e"])
def test_what_is_not_in_the_box_is_not_found(box, visitor, key):
    add(box)
    assert visitor.get(f"{PAGE}{key}/").status_code == 404
    assert visitor.get(f"{PAGE}{box.keys()[0]}/bijlage/2/").status_code == 404


def test_outside_the_demo_there_is_no_such_page(box, visitor, settings):
    key = add(box)
    settings.DEMO_DATA = False
    for address in (PAGE, f"{PAGE}{key}/", f"{PAGE}{key}/bijlage/1/"):
        assert visitor.get(address).status_code == 404
