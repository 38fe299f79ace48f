"""A text that is not in order is refused when it is read, with the file and the place."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings

from keurmerk.letters.letter import LetterError
from keurmerk.letters.texts import Texts

HEAD = 'versie: 1\ndatum: 2026-01-01\ntitel: "T"\nparagrafen: ["§1"]\n'


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(Path(settings.LETTER_TEXTS) / "gedeeld", tmp_path / "gedeeld")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("versie: 1\n", "datum, titel, paragrafen, inhoud ontbreekt"),
        (HEAD + "inhoud: tekst\n", "hier hoort een lijst van blokken te staan"),
        (HEAD + "inhoud: []\n", "hier hoort een lijst van blokken te staan"),
        (HEAD + "extra: 1\ninhoud:\n- tekst: a\n", "extra hoort hier niet"),
        (HEAD + "inhoud:\n- tekst: '{onbekend}'\n", "blok 1: slot onbekend staat niet in slots.yaml"),
        (HEAD + "inhoud:\n- tekst: '{grounds}'\n", "slot grounds past niet in een zin"),
        (HEAD + "inhoud:\n- tekst: 'a { b'\n", "een accolade zonder slot"),
        (HEAD + "inhoud:\n- plaatje: x\n", "blok 'plaatje' is er niet"),
        (HEAD + "inhoud:\n- lijst: weighing\n", "slot weighing is een alineas, geen lijst"),
        (HEAD + "inhoud:\n- tabel: norms\n  onderschrift: N\n  kolommen: {prijs: P}\n", "geen veld prijs"),
        (HEAD + "inhoud:\n- tabel: norms\n", "onderschrift, kolommen ontbreekt"),
        (HEAD + "inhoud:\n- als: {form: half}\n  inhoud:\n  - tekst: a\n", "form kan niet half zijn"),
        (HEAD + "inhoud:\n- als: form\n  inhoud:\n  - tekst: a\n", "form kan niet waar zijn"),
        (HEAD + "inhoud:\n- insluiten: bestaat_niet\n", "gedeeld/bestaat_niet.yaml is er niet"),
        (HEAD + "titel: dubbel\ninhoud:\n- tekst: a\n", "staat er twee keer"),
        (HEAD + "inhoud:\n- insluiten: kring\n", "kring sluit zichzelf in"),
    ],
)
def test_a_text_out_of_order_is_refused_with_its_place(folder, text, told):
    (folder / "brief.yaml").write_text(text, encoding="utf-8")
    (folder / "gedeeld" / "kring.yaml").write_text("- insluiten: kring\n", encoding="utf-8")
    with pytest.raises(LetterError, match=r"brief|kring|gedeeld") as caught:
        Texts(folder).text("brief")
    assert told in str(caught.value)


def test_a_slot_has_one_of_the_kinds_there_are(folder):
    (folder / "gedeeld" / "slots.yaml").write_text("a: {soort: getal, uitleg: b}\n", encoding="utf-8")
    with pytest.raises(LetterError, match=r"slots\.yaml, a: soort getal is er niet"):
        Texts(folder)
