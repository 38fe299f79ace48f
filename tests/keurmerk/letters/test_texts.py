"""The reviewed texts: each kind has an example, and every word that goes out stands in a file to review.

After a change of a text run this file with KEURMERK_SNAPSHOTS=write, and read the difference.
"""

import os
from pathlib import Path

import pytest

from keurmerk import letters
from keurmerk.letters.reference import reference
from rulebook.lifecycle.pieces import DecisionKind
from tests.keurmerk.letters.examples import EXAMPLES, data_of, kind_of

SNAPSHOTS = Path(__file__).parent / "snapshots"
ROOT = Path(__file__).parents[3]

OBJECTION_OPEN = {
    "besluit_buiten_behandeling",
    "besluit_toekenning_bepaalde_tijd",
    "besluit_verlenging_bepaalde_tijd",
    "besluit_toekenning",
    "besluit_afwijzing",
    "besluit_niet_toekenning",
    "besluit_schorsing_onderzoek",
    "besluit_verlenging_schorsing",
    "besluit_schorsing_sanctie",
    "besluit_intrekking",
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_letter_reads_as_it_was_reviewed(name):
    text = letters.to_text(letters.compose(kind_of(name), data_of(name)))
    snapshot = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("KEURMERK_SNAPSHOTS") == "write":
        snapshot.write_text(text, encoding="utf-8")
    assert text == snapshot.read_text(encoding="utf-8")


def test_every_kind_has_an_example_and_every_example_a_kind():
    assert {kind_of(name) for name in EXAMPLES} == set(letters.kinds())


def test_no_snapshot_is_left_of_a_letter_that_is_gone():
    assert {path.stem for path in SNAPSHOTS.iterdir()} == set(EXAMPLES)


def test_the_way_to_object_stands_in_the_kinds_against_which_objection_is_open():
    named = {kind for kind in letters.kinds() if "objection_term" in letters.needs(kind)}
    assert named == OBJECTION_OPEN
    assert {kind.removeprefix("besluit_") for kind in named} == {
        kind.value for kind in DecisionKind if kind.objectionable
    } - {"intrekking_tijdelijk", "intrekking_op_verzoek"}


def test_every_letter_is_signed_with_a_mandate_and_says_how_to_check_its_seal():
    for name in EXAMPLES:
        text = letters.to_text(letters.compose(kind_of(name), data_of(name)))
        assert "Mandaat: Mandaatbesluit 2026, artikel 3" in text, name
        assert "Is deze brief echt?" in text, name


def test_the_reference_of_the_slots_is_up_to_date():
    """`make docs` writes it."""
    assert (ROOT / "docs/reference/letters.md").read_text(encoding="utf-8") == reference()
