"""Texts of mails are filled whole or not at all."""

import pytest

from keurmerk.messaging import texts
from keurmerk.messaging.texts import Text, UnknownNameError, render

HERE, NAME = "tests.keurmerk.messaging", "school_proef"


def test_a_text_is_filled_without_turning_it_into_html():
    subject, body = render(HERE, NAME, {"name": "Café 't Huis & Zn.", "days": 3})
    assert subject == "Nog 3 dagen voor Café 't Huis & Zn."
    assert body == "Beste lezer,\n\nCafé 't Huis & Zn. heeft nog 3 dagen.\n"


def test_a_line_break_in_a_name_adds_no_line_to_the_subject():
    subject, _ = render(HERE, NAME, {"name": "A\nBcc: b@c.example", "days": 3})
    assert subject == "Nog 3 dagen voor A Bcc: b@c.example"


def test_a_name_that_is_not_there_is_an_error_and_never_a_hole():
    with pytest.raises(UnknownNameError, match="days"):
        render(HERE, NAME, {"name": "Taalschool"})


def test_a_text_is_registered_once_and_gives_messages_their_kind(monkeypatch):
    monkeypatch.setattr(texts, "_texts", {})
    text = Text("keurmerk.certification", "school_warned", "Waarschuwing", "Na het besluit", {})
    texts.register(text)
    assert text.kind == "certification.school_warned"
    assert texts.registered() == (text,)
    with pytest.raises(ValueError, match="twice"):
        texts.register(text)
