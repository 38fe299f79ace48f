"""What is filled in stays data: it is printed as it stands, or refused with the name of letter and slot."""

import pytest

from keurmerk import letters
from keurmerk.letters.letter import Paragraph, TermBox
from tests.keurmerk.letters.examples import EXAMPLES, data_of, kind_of
from tests.keurmerk.letters.pieces import term

KIND = "besluit_waarschuwing"
MARKUP = (
    '#strong[x] *vet* _cursief_ $x^2$ `code` @ref <label> #panic() #read("/etc/passwd") \\ // {school} {0}'
)
HTML = '<script>alert("1")</script> &amp; <b>vet</b>'


def warning(**changes):
    return letters.compose(KIND, data_of(KIND) | changes)


def without(*names):
    return {name: value for name, value in data_of(KIND).items() if name not in names}


def error(kind, data):
    with pytest.raises(letters.LetterError) as caught:
        letters.compose(kind, data)
    return str(caught.value)


def test_all_missing_slots_are_named_with_their_letter():
    assert error(KIND, without("weighing", "recovery_term")) == (
        "brief besluit_waarschuwing mist slot recovery_term en weighing"
    )


def test_an_unknown_slot_is_named_with_its_letter():
    assert "besluit_waarschuwing kent geen slot objection_term" in error(
        KIND, data_of(KIND) | {"objection_term": term("2026-02-24")}
    )


def test_the_caller_cannot_say_that_the_seal_is_real():
    assert "kent geen slot test_seal" in error(KIND, data_of(KIND) | {"test_seal": False})


def test_an_unknown_kind_is_refused():
    assert "die is er niet" in error("besluit_bestaat_niet", {})
    assert "die is er niet" in error("gedeeld/bezwaar", {})


def test_a_slot_that_only_some_forms_need_is_missed_in_those_forms():
    data = data_of("besluit_intrekking-tijdelijk")
    del data["ends_on"]
    assert error("besluit_intrekking", data) == "brief besluit_intrekking mist slot ends_on"
    assert letters.compose("besluit_intrekking", data | {"form": "voorgoed"})


def test_reasons_that_would_not_be_printed_are_refused():
    data = data_of("besluit_intrekking-verzoek") | {"hearing": "Een zienswijze die niemand zou lezen."}
    assert error("besluit_intrekking", data) == (
        "brief besluit_intrekking: hearing is gegeven maar staat niet in deze brief"
    )


def test_norms_need_their_motivation():
    assert error(KIND, without("motivations")) == "brief besluit_waarschuwing mist slot motivations"


@pytest.mark.parametrize(
    ("slot", "value", "told"),
    [
        ("date", "13-01-2026", "slot date moet een datum zijn"),
        ("grounds", "één grond", "slot grounds moet een lijst zijn"),
        ("grounds", [], "slot grounds is leeg"),
        ("grounds", ["", "b"], "slot grounds, regel 1 is leeg"),
        ("certificate", "aspirant", "slot certificate moet een van deze zijn"),
        ("norms", [{"norm": "2.13"}], "slot norms, regel 1 mist: measured, limit, rows"),
        ("recovery_term", {"last_day": "x"}, "slot recovery_term mist: explanation, sources"),
        ("school", "De \u202eBrug", "slot school bevat een teken dat in een brief niet mag staan"),
        ("school", None, "mist slot school"),
        ("weighing", 3, "slot weighing moet tekst zijn"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named_with_letter_and_slot(slot, value, told):
    message = error(KIND, data_of(KIND) | {slot: value})
    assert "brief besluit_waarschuwing" in message
    assert told in message


def test_a_flag_must_be_said_not_guessed():
    data = data_of("besluit_vrijstelling") | {"granted": "nee"}
    assert "slot granted moet ja of nee zijn" in error("besluit_vrijstelling", data)


def test_braces_in_data_are_not_filled_again():
    assert "{kvk} {onbekend}" in letters.to_text(warning(grounds=["{kvk} {onbekend}"]))


@pytest.mark.parametrize("evil", [MARKUP, HTML, "{}", "#", "]", '"', "\\", "%%EOF", "]]>"])
def test_markup_in_data_is_shown_as_it_stands(evil):
    letter = warning(school=evil, grounds=[evil], weighing=evil, facts=[evil])
    assert Paragraph(evil) in letter.blocks
    page = letters.to_html(letter)
    assert "<script>" not in page
    assert "<b>" not in page
    assert letters.to_pdf(letter).startswith(b"%PDF")


def test_blank_lines_part_paragraphs_and_spaces_are_gathered():
    letter = warning(weighing="Een\nregel.\r\n\r\n  Twee.  \n\n\n")
    assert [Paragraph("Een regel."), Paragraph("Twee.")] == [
        block for block in letter.blocks if block in (Paragraph("Een regel."), Paragraph("Twee."))
    ]


def test_a_term_is_shown_with_its_day_its_reckoning_and_its_ground():
    letter = warning(recovery_term=term("2026-12-31", "Tot het einde.", sources=("§7.3.1",)))
    boxes = [block for block in letter.blocks if isinstance(block, TermBox)]
    assert [(box.last_day.isoformat(), box.explanation, box.sources) for box in boxes] == [
        ("2026-12-31", ("Tot het einde.",), ("§7.3.1",))
    ]


def test_a_letter_keeps_which_text_it_was_written_by():
    first, second = warning(), letters.compose("besluit_coulance", data_of("besluit_coulance"))
    assert (first.version, len(first.text_hash)) == (1, 64)
    assert first.text_hash != second.text_hash


def test_needs_tells_exactly_what_a_letter_asks():
    for name in EXAMPLES:
        needs = letters.needs(kind_of(name))
        assert {slot for slot, need in needs.items() if need.always} <= data_of(name).keys()
