"""'Wat als?' as a sentence, and the words for every norm, figure and reason."""

from fractions import Fraction

import pytest

from keurmerk.web.outcomes.figures import WORDS
from keurmerk.web.outcomes.things import NORMS
from keurmerk.web.outcomes.what_if import what_if_sentence
from rulebook.judgement.outcome import INDICATOR_ORDER
from rulebook.norms.inburgeren.registry import NORMS as COMPUTED

WITHOUT_NUMBERS = {"2.17.1", "2.17.2", "2.17.3", "2.17.4", "3.1.1"}


def row(**given):
    empty = dict.fromkeys(("groep", "teller", "noemer", "waarde", "grens", "eenheid"))
    return {**empty, "norm": "2.13", "oordeel": "voldoet", **given}


def share(norm, part, whole, limit, verdict):
    value = float(Fraction(100 * part, whole))
    return row(
        norm=norm, teller=part, noemer=whole, waarde=value, grens=limit, eenheid="procent", oordeel=verdict
    )


SENTENCES = [
    (
        share("2.13", 15, 22, 80, "voldoet_niet"),
        "Met 3 Trajecten meer op tijd gestart (nu 15 van 22) was de norm gehaald.",
    ),
    (
        share("2.13", 18, 22, 80, "voldoet"),
        "Met 1 Traject minder op tijd gestart (nu 18 van 22) was de norm niet gehaald.",
    ),
    (
        share("2.2", 2, 40, 0, "voldoet_niet"),
        "Zonder de 2 lessen met een te grote groep was de norm gehaald.",
    ),
    (
        share("2.2", 0, 40, 0, "voldoet"),
        "Eén les met een te grote groep is genoeg om de norm niet te halen.",
    ),
    (
        share("2.9.2", 2, 9, 0, "voldoet_niet"),
        "Zonder de 2 lessen die niet volledig getekend zijn was de norm gehaald.",
    ),
    (
        row(norm="3.1.1", waarde=6.2, grens=6.5, eenheid="cijfer", oordeel="voldoet_niet"),
        "Met een cijfer dat 0,3 punt hoger is, was de norm gehaald.",
    ),
    (
        row(norm="3.1.1", waarde=6.5, grens=6.5, eenheid="cijfer"),
        "Het cijfer ligt precies op de grens: elk lager cijfer is te laag.",
    ),
    (
        row(norm="7.2.1", teller=3, noemer=5, waarde=3, grens=5, eenheid="aantal", oordeel="voldoet_niet"),
        "Met 2 Cursisten meer met een afgerond Traject (nu 3) was de norm gehaald.",
    ),
    (row(norm="2.17.1", oordeel="voldoet_niet"), ""),
]


@pytest.mark.parametrize(("given", "sentence"), SENTENCES, ids=lambda value: str(value)[:40])
def test_what_if_tells_the_smallest_change(given, sentence):
    assert what_if_sentence(given, "inburgeren-2025") == sentence


def test_every_computed_norm_with_numbers_has_words():
    assert set(NORMS) == {norm.code for norm in COMPUTED} - WITHOUT_NUMBERS


def test_every_indicator_has_words():
    assert set(WORDS) == set(INDICATOR_ORDER)
