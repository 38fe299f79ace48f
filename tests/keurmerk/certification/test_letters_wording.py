"""What people type stays what they typed, however long or strange, and two letters are read whole here."""

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from keurmerk import letters
from keurmerk.certification.details import details_for, intention_details, missing_details
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.letter_data import decision_letter
from keurmerk.certification.letter_data.wording import (
    amount,
    lowered,
    norm_rows,
    paragraphs,
    to_school,
    without_hidden,
)
from keurmerk.certification.models import Certificate, Decision
from keurmerk.certification.service import deciding, signing
from keurmerk.letters.letter import Paragraph
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import DecisionKind as D
from rulebook.lifecycle.pieces import Parameter
from rulebook.lifecycle.states import State
from tests.factories.letter_details import filled_in
from tests.keurmerk.certification.letter_stage import NOW, TODAY, WEIGHING, Stage

SNAPSHOTS = Path(__file__).parent / "snapshots"
MARKUP = '#strong[x] *vet* $x^2$ @ref <label> #read("/etc/passwd") // {school} <script>alert(1)</script>'
db = pytest.mark.django_db


def sanction(**given) -> tuple[Stage, Decision]:
    stage = Stage(State.INDEFINITE)
    decision = stage.draft(Event.SUSPEND_AS_SANCTION, "onregelmatigheden", **given)
    stage.motivate(decision)
    return stage, decision


def letter_of(stage: Stage, decision: Decision) -> letters.Letter:
    return decision_letter(
        decision, decision.change, signer=stage.signer, mandate=stage.mandate, today=stage.today
    )


# Pure


def test_blank_lines_part_paragraphs():
    assert paragraphs("Een\nregel.\r\n \r\nTwee.\n\n\n\n") == ["Een regel.", "Twee."]


def test_hidden_characters_go_and_lines_of_word_processors_stay_lines():
    given = {"a": "De \u202eBrug\ufeff", "b": ["een\x0btwee"], "c": date(2026, 1, 1), "d": True}
    assert without_hidden(given) == {"a": "De Brug", "b": ["een\ntwee"], "c": date(2026, 1, 1), "d": True}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("150000", "€ 150.000"),
        ("150000.50", "€ 150.000,50"),
        ("999", "€ 999"),
        ("1234567.05", "€ 1.234.567,05"),
    ],
)
def test_amounts_are_written_as_here(value, shown):
    assert amount(Decimal(value)) == shown


def test_a_statement_goes_on_in_lower_case_unless_it_starts_with_a_name():
    assert lowered("De school voldoet.") == "de school voldoet."
    assert lowered("Norm 3.1.1 is niet gehaald.") == "Norm 3.1.1 is niet gehaald."


def test_the_tables_speak_of_a_school_and_letters_to_one():
    assert (
        to_school("De school werkt niet mee aan de re-audit.") == "Uw school werkt niet mee aan de re-audit."
    )


def test_a_norm_without_own_words_stands_in_the_table_alone():
    rows = norm_rows([{"norm": "2.13", "value": "72 procent", "limit": "", "rows": "", "facts": " "}])
    assert rows["motivations"] == []
    assert rows["norms"] == [
        {
            "norm": "2.13 Cursussen op tijd gestart",
            "measured": "72 procent",
            "limit": "niet vastgelegd",
            "rows": "niet vastgelegd",
        }
    ]


@pytest.mark.parametrize("event", [Event.SUSPEND_FOR_INQUIRY])
def test_fields_carry_their_own_explanation(event):
    fields = {each.name: each for each in details_for(D.INQUIRY, event)}
    assert list(fields) == ["inquiry", "instructions", "hearing", "remarks"]
    assert fields["inquiry"].required
    assert fields["inquiry"].kind == "prose"
    assert fields["instructions"].kind == "lines"
    assert all(each.label and each.help.endswith(".") for each in fields.values())
    assert [each.name for each in intention_details()] == ["weighing", "remarks"]


# With a decision


@db
def test_a_very_long_weighing_stands_in_the_letter_whole():
    weighing = "\n\n".join(f"Belang {number}. " + "Wij hebben dit afgewogen. " * 12 for number in range(55))
    stage, decision = sanction(texts={"weighing": weighing})
    letter = letter_of(stage, stage.sign(decision))
    told = [block.text for block in letter.blocks if isinstance(block, Paragraph)]
    assert sum(text.startswith("Belang ") for text in told) == 55
    assert letters.to_pdf(letter).startswith(b"%PDF")


@db
def test_markup_in_what_people_type_stays_text():
    stage, decision = sanction(
        texts={"weighing": f"{WEIGHING}\n\n{MARKUP}", "facts_text": f"{'Feit. ' * 10}\n\n{MARKUP}"},
        details={"instructions": [MARKUP], "remarks": MARKUP},
    )
    stage.school.name = MARKUP
    stage.school.save()
    signed = stage.sign(decision)
    assert "<script>" not in signed.letter_html
    assert letters.to_text(letter_of(stage, signed)).count('#read("/etc/passwd")') >= 4


@db
def test_hidden_characters_do_not_stop_a_decision():
    stage, decision = sanction(texts={"weighing": f"{WEIGHING} \u202egespiegeld\ufeff"})
    assert deciding.sign_obstacles(decision, TODAY) == ()
    assert "gespiegeld" in stage.sign(decision).letter_html


@db
@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("instructions", "geen lijst", "'Aanwijzingen' moet een lijst zijn."),
        ("conditions", [""], "'Voorschriften en beperkingen', regel 1 is leeg."),
        ("remarks", 3, "'Opmerking voor deze school' moet tekst zijn, niet int."),
    ],
)
def test_a_field_filled_wrongly_is_named_by_its_label(name, value, told):
    _, decision = sanction(details={name: value})
    assert [each.text for each in missing_details(decision, TODAY)] == [told]


@db
def test_what_is_known_need_not_be_filled_in_and_what_staff_write_goes_before_it():
    stage = Stage(State.INDEFINITE)
    stage.decide(Event.SUSPEND_FOR_INQUIRY, "onregelmatigheden")
    decision = stage.draft(Event.PROLONG_SUSPENSION)
    assert "earlier_reference" not in filled_in(decision, TODAY)
    decision = deciding.fill(
        decision.pk,
        by=stage.preparer,
        details={"inquiry": "Nog een maand.", "earlier_reference": "Z000001-1 van 10 februari"},
    )
    stage.motivate(decision)
    assert "kenmerk Z000001-1 van 10 februari" in stage.sign(decision).letter_html


@db
@pytest.mark.parametrize(("chosen", "told"), [("ja", True), ("nee", False)])
def test_that_a_suspension_is_lifted_only_after_the_plan_is_told(chosen, told):
    stage, decision = sanction(values={Parameter.LIFT_AFTER_PLAN: chosen})
    text = letters.to_text(letter_of(stage, stage.sign(decision)))
    assert ("pas op als u het plan van aanpak hebt uitgevoerd" in text) is told


@db
def test_no_letter_no_signature():
    """A holder of whom no measuring period is known: no field asks for it, so the letter tells."""
    stage = Stage(State.INDEFINITE)
    decision = stage.draft(Event.COMPENSATE)
    stage.motivate(decision)
    assert deciding.sign_obstacles(decision, TODAY) == ()
    certificate = decision.case.certificate
    certificate.period_first = None
    certificate.save()
    decision = Decision.objects.get(pk=decision.pk)
    assert [each.code for each in deciding.sign_obstacles(decision, TODAY)] == ["brief"]


@db
def test_when_the_letter_of_what_was_submitted_cannot_be_made_nothing_is_signed():
    stage = Stage(State.INDEFINITE)
    decision = stage.draft(Event.COMPENSATE)
    stage.motivate(decision)
    deciding.submit(decision.pk, by=stage.preparer, today=TODAY)
    Certificate.objects.update(period_first=None)
    with pytest.raises(NotPossibleError) as refused:
        signing.sign(decision.pk, by=stage.signer, now=NOW)
    assert refused.value.codes == ("brief",)
    decision.refresh_from_db()
    assert (decision.state, decision.change, stage.certificate.version) == ("voorgelegd", None, 0)


# Read whole


def compare(name: str, text: str) -> None:
    """Run with KEURMERK_SNAPSHOTS=write after a change, and read the difference."""
    snapshot = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("KEURMERK_SNAPSHOTS") == "write":
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(text, encoding="utf-8")
    assert text == snapshot.read_text(encoding="utf-8")


def steady(stage: Stage, text: str) -> str:
    """Names and numbers that factories count up."""
    text = text.replace(stage.signer.name, "S. Ondertekenaar").replace(stage.school.kvk_number, "90000123")
    return text.replace(f"Z{stage.case.number:06d}", "Z000001")


@db
def test_a_sanction_reads_as_it_was_reviewed():
    stage, decision = sanction(details={"instructions": ["Stuur ons elke maandag het rooster van die week."]})
    stage.motivate(decision, "1.7.1", facts="Twee docenten stonden niet in het register toen zij lesgaven.")
    compare("sanctie", steady(stage, letters.to_text(letter_of(stage, stage.sign(decision)))))


@db
def test_a_grant_for_a_fixed_term_reads_as_it_was_reviewed():
    stage = Stage(State.APPLICATION)
    decision = stage.draft(Event.GRANT_FIXED)
    compare("bepaalde_tijd", steady(stage, letters.to_text(letter_of(stage, stage.sign(decision)))))
