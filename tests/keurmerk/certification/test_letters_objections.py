"""Letters about an objection: received, to be mended, postponed, answered."""

from datetime import date

import pytest

from keurmerk import letters
from keurmerk.accounts.enums import Role
from keurmerk.certification.enums import Manner
from keurmerk.certification.letter_data import (
    decision_letter,
    objection_postponement_letter,
    objection_receipt_letter,
    objection_repair_letter,
)
from keurmerk.certification.models import Objection
from keurmerk.certification.service import deciding, objections, signing
from keurmerk.certification.service.mandates import give_mandate
from keurmerk.journal.party import SYSTEM
from rulebook.lifecycle.events import ObjectionEvent
from tests.factories.accounts import make_user
from tests.factories.letter_details import filled_in
from tests.keurmerk.certification.letter_stage import FACTS, TODAY, WEIGHING, Stage, flat, moment, suspended

pytestmark = pytest.mark.django_db


def objected(**given) -> tuple[Stage, Objection]:
    stage = suspended()
    decision = stage.case.decisions.get()
    filing = {
        "manner": Manner.EMAIL,
        "received_on": date(2026, 2, 20),
        "objector": "Taalschool De Brug",
        "address": "Voorbeeldstraat 12\n9999 XX Voorbeeldstad",
        "dated_on": date(2026, 2, 19),
        "reference": decision.reference,
        "arguments": "De cijfers kloppen niet.",
        "signed": True,
    }
    objection = objections.file(
        decision.pk,
        objections.Filing(**(filing | given)),
        filed_by=stage.preparer,
        now=moment(given.get("received_on", date(2026, 2, 20))),
    )
    stage.case = objection.case
    return stage, objection


def receipt(objection: Objection, on: date) -> str:
    return flat(objection_receipt_letter(objection, reference="Z2-B1", sender=None, today=on))


def test_a_receipt_tells_when_we_decide():
    _, objection = objected()
    text = receipt(objection, date(2026, 2, 20))
    assert "Uw bezwaar is op tijd." in text
    assert "tegen ons besluit van 10 februari 2026 (kenmerk Z000001-1)" in text
    assert "Wij beslissen uiterlijk: 6 mei 2026" in text
    assert "automatisch gemaakt bericht" in text


def test_who_is_late_is_asked_why():
    _, objection = objected(received_on=date(2026, 3, 30))
    text = receipt(objection, date(2026, 3, 30))
    assert "Uw bezwaar is na het einde van de termijn ontvangen." in text
    assert "Uw uitleg uiterlijk: 13 april 2026" in text


def test_somebody_else_who_objects_is_addressed_himself():
    _, objection = objected(by_school=False, objector="J. Voorbeeld")
    letter = objection_receipt_letter(objection, reference="Z2-B1", sender=None, today=TODAY)
    assert letter.addressee == ("J. Voorbeeld", "Voorbeeldstraat 12", "9999 XX Voorbeeldstad")


def test_what_is_missing_is_asked_once_with_a_last_day():
    stage, objection = objected(signed=False)
    objection = objections.ask_repair(
        objection.pk, until=date(2026, 3, 6), by=stage.preparer, now=moment(date(2026, 2, 20))
    )
    letter = objection_repair_letter(
        objection, reference="Z2-B2", missing=["uw handtekening"], sender=stage.preparer, today=TODAY
    )
    text = flat(letter)
    assert "- uw handtekening" in text
    assert "Aanvullen uiterlijk: 6 maart 2026" in text


def test_a_postponement_tells_the_old_day_and_the_new():
    stage, objection = objected()
    objection = objections.postpone(
        objection.pk, because="Een getuige is ziek.", by=stage.preparer, now=moment(date(2026, 4, 20))
    )
    letter = objection_postponement_letter(
        objection, reference="Z2-B3", sender=stage.preparer, today=date(2026, 4, 20)
    )
    text = flat(letter)
    assert "uiterlijk 6 mei 2026 beslissen" in text
    assert "Wij beslissen uiterlijk: 16 juni 2026" in text
    assert "Een getuige is ziek." in text


def answered(event: ObjectionEvent, ground: str = "", **given) -> tuple[Stage, str]:
    stage, objection = objected(**given)
    today = objection.received_on
    if event is ObjectionEvent.DECLARE_INADMISSIBLE:
        objections.judge_lateness(
            objection.pk, excused=False, because="Er is geen reden gegeven.", by=stage.preparer, today=today
        )
    else:
        objections.admit(objection.pk, ground="op_tijd", by=stage.preparer, today=today)
        objections.hear(
            objection.pk,
            heard_on=today,
            report="De school vertelde wat er speelt.",
            by=stage.preparer,
            today=today,
        )
    objection.refresh_from_db()
    decision = deciding.prepare(objection.case, event, prepared_by=stage.preparer, objection=objection)
    decision = deciding.fill(
        decision.pk,
        by=stage.preparer,
        grounds=[ground] if ground else [],
        texts={"facts_text": FACTS, "weighing": WEIGHING},
        details=filled_in(decision, today),
    )
    if event is ObjectionEvent.DECLARE_INADMISSIBLE:
        assert [each.code for each in deciding.sign_obstacles(decision, today)] == ["horen"]
        decision = deciding.fill(
            decision.pk,
            by=stage.preparer,
            details={**decision.details, "hearing": "Het bezwaar is zonder twijfel te laat."},
        )
    assert deciding.sign_obstacles(decision, today) == ()
    deciding.submit(decision.pk, by=stage.preparer, today=today)
    other = make_user(Role.STAFF)
    give_mandate(other, valid_from=date(2020, 1, 1), source="Mandaatbesluit 2026", given_by=SYSTEM)
    decision = signing.sign(decision.pk, by=other, now=moment(today))
    letter = decision_letter(decision, None, signer=other, mandate=decision.mandate, today=today)
    assert decision.letter_html == letters.to_html(letter)
    return stage, flat(letter)


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (ObjectionEvent.FOUND, "Wij verklaren uw bezwaar gegrond."),
        (ObjectionEvent.FOUND_PARTLY, "Wij verklaren uw bezwaar deels gegrond."),
        (ObjectionEvent.UNFOUND, "Wij verklaren uw bezwaar ongegrond."),
    ],
)
def test_an_answer_to_an_objection_goes_by_each_argument(event, words):
    _, text = answered(event)
    assert words in text
    assert "Van elf Trajecten was de begindag volgens u anders afgesproken." in text
    assert "De afspraken in de contracten noemen de dag" in text
    assert "Op 20 februari 2026 bent u gehoord." in text
    assert "Laatste dag voor beroep: 7 april 2026" in text
    assert "Laatste dag voor bezwaar" not in text


def test_an_objection_that_is_too_late_is_not_answered_on_its_merits():
    _, text = answered(ObjectionEvent.DECLARE_INADMISSIBLE, "te_laat", received_on=date(2026, 3, 30))
    assert "Wij verklaren uw bezwaar niet-ontvankelijk." in text
    assert "Wij hebben geen hoorzitting gehouden (Awb 7:3)." in text
    assert "Het bezwaar is zonder twijfel te laat." in text
    assert "Uw bezwaren en ons antwoord" not in text
