"""Letters of what takes more than one step: intentions, suspensions, plans, objections, lapses."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from keurmerk import letters
from keurmerk.accounts.enums import Role
from keurmerk.certification.enums import CaseKind, Manner
from keurmerk.certification.letter_data import (
    decision_letter,
    intention_letter,
    objection_postponement_letter,
    objection_receipt_letter,
    objection_repair_letter,
    plan_request_letter,
)
from keurmerk.certification.models import Certificate, Intention, Objection, Paper, Plan
from keurmerk.certification.service import changes, deciding, intending, law, objections, plans, signing
from keurmerk.certification.service.mandates import give_mandate
from keurmerk.journal.party import SYSTEM
from keurmerk.messaging.models import Message
from rulebook.lifecycle.events import Event, ObjectionEvent, PlanEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Actor, Parameter
from rulebook.lifecycle.states import State
from tests.factories.accounts import make_user
from tests.factories.letter_details import filled_in
from tests.keurmerk.certification.letter_stage import FACTS, NOW, REASONING, TODAY, VIEW, WEIGHING, Stage

pytestmark = pytest.mark.django_db


def moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def flat(letter: letters.Letter) -> str:
    return " ".join(letters.to_text(letter).replace("| ", "").split())


def as_signed(stage, decision):
    signer, mandate = decision.signed_by, decision.mandate
    return flat(decision_letter(decision, decision.change, signer=signer, mandate=mandate, today=TODAY))


# What came before


def test_an_application_left_aside_tells_what_was_asked_and_what_is_missing():
    stage = Stage(State.AGREEMENT)
    for fact in (Fact.DECLARED_TRUE, Fact.INVOICES_PAID):
        stage.establish(fact)
    apply(stage, Event.APPLY, Actor.SCHOOL)
    stage.establish(Fact.INFORMATION_COMPLETE, holds=False)
    apply(stage, Event.ASK_COMPLETION, Actor.STAFF, {Parameter.UNTIL: "2026-02-24"})
    text = as_signed(stage, stage.decide(Event.LEAVE_ASIDE, "onvolledig"))
    assert "Op 10 februari 2026 ontvingen wij uw aanvraag" in text
    assert "uiterlijk 24 februari 2026 aan te vullen" in text
    assert "- Het bedrijfsplan ontbreekt." in text


def apply(stage, event, by, values=None):
    user = stage.school_user if by is Actor.SCHOOL else stage.preparer
    step = changes.Step(event=event, by=by, user=user, values=values or {})
    changes.make(stage.certificate.pk, step, case=stage.case, today=TODAY)


def suspended() -> Stage:
    stage = Stage(State.INDEFINITE)
    stage.decide(Event.SUSPEND_FOR_INQUIRY, "onregelmatigheden")
    return stage


def test_a_prolonged_suspension_goes_on_from_the_day_after_the_first():
    stage = suspended()
    first = stage.certificate.suspended_until
    decision = stage.decide(Event.PROLONG_SUSPENSION, values={Parameter.MONTHS: "2"})
    text = as_signed(stage, decision)
    assert first == date(2026, 6, 15)
    assert "(kenmerk Z000001-1)" in text
    assert "Die Schorsing zou eindigen na 15 juni 2026" in text
    assert "met ingang van 16 juni 2026, tot en met 15 augustus 2026" in text


def test_lifting_names_the_decision_that_suspended_and_why_it_ends():
    stage = suspended()
    stage.establish(Fact.CAUSE_GONE)
    text = as_signed(stage, stage.decide(Event.LIFT_SUSPENSION, "reden_weg"))
    assert "Op 10 februari 2026 hebben wij het Keurmerk Inburgeren van uw school geschorst" in text
    assert "(kenmerk Z000001-1)" in text
    assert "Het onderzoek is afgerond." in text


def test_a_suspension_from_before_the_system_is_asked_of_staff():
    stage = Stage(State.INDEFINITE)
    Certificate.objects.filter(school=stage.school).update(
        state=State.INDEFINITE_SANCTION, suspended_from=date(2025, 9, 1), suspended_until=date(2026, 5, 31)
    )
    stage.establish(Fact.CAUSE_GONE)
    decision = stage.draft(Event.LIFT_SUSPENSION, "reden_weg")
    assert decision.details["earlier_reference"] == "BOW-2024-0815"
    assert "(kenmerk BOW-2024-0815)" in as_signed(stage, stage.sign(decision))


# Intentions


def intended(stage: Stage, **given) -> Intention:
    draft = intending.Draft(
        event=Event.SUSPEND_AS_SANCTION,
        grounds=("onregelmatigheden",),
        facts_text=FACTS,
        motivations=(
            {
                "norm": "2.13",
                "value": "72,5 procent",
                "limit": "80 procent",
                "rows": "29 van 40",
                "facts": REASONING,
            },
        ),
        **given,
    )
    return intending.intend(stage.case, draft, sent_by=stage.preparer, now=NOW)


def test_an_intention_tells_what_why_and_until_when():
    stage = Stage(State.INDEFINITE)
    intention = intended(stage, weeks=3, details={"weighing": WEIGHING, "remarks": "Bel ons gerust."})
    text = flat(intention_letter(intention, sender=stage.preparer, today=TODAY))
    assert "Wij zijn van plan uw Keurmerk te schorsen als sanctie." in text
    assert "Er zijn Onregelmatigheden (§7.4.2)." in text
    assert "Zienswijze uiterlijk: 3 maart 2026" in text
    assert "De vertraging trof vooral Cursisten" in text
    assert "Wij vinden het eerste belang hier groter." in text
    assert "Bel ons gerust." in text
    assert stage.preparer.name in text
    assert "Laatste dag voor bezwaar" not in text


def test_the_letter_of_an_intention_is_the_same_before_and_after_it_is_stored():
    stage = Stage(State.INDEFINITE)
    intention = intended(stage)
    again = intention_letter(intention, sender=stage.preparer, today=TODAY)
    assert intention.letter_html == letters.to_html(again)


def test_a_hearing_is_told_with_its_hour_and_place():
    stage = Stage(State.INDEFINITE)
    at = timezone.make_aware(datetime.combine(date(2026, 2, 20), time(10, 30)))
    intention = intended(stage, hearing_on=at, hearing_place="Daalseplein 1, Utrecht")
    text = flat(intention_letter(intention, sender=stage.preparer, today=TODAY))
    assert "20 februari 2026 om 10.30 uur, Daalseplein 1, Utrecht" in text


def test_what_the_school_said_and_what_we_think_of_it_stand_in_the_decision():
    stage = Stage(State.INDEFINITE)
    decision = stage.draft(
        Event.SUSPEND_AS_SANCTION,
        "onregelmatigheden",
        details={"hearing": "Een tekort aan docenten is een reden om minder Cursisten aan te nemen."},
    )
    stage.motivate(decision)
    text = as_signed(stage, stage.sign(decision))
    assert "Op 10 februari 2026 ontvingen wij uw zienswijze:" in text
    assert VIEW in text
    assert "Een tekort aan docenten is een reden" in text


def test_silence_is_told_as_silence():
    stage = Stage(State.INDEFINITE)
    decision = stage.draft(Event.SUSPEND_AS_SANCTION, "onregelmatigheden")
    Intention.objects.update(view="", view_on=None, state="voorbij")
    stage.motivate(decision)
    text = as_signed(stage, stage.sign(decision))
    assert "U hebt niet gereageerd op ons voornemen Z000001-1. Dat kon tot en met 24 februari 2026." in text


# Plans


def asked() -> tuple[Stage, Plan]:
    stage = Stage(State.INDEFINITE)
    stage.establish(Fact.SATISFACTION_FAILED)
    stage.establish(Fact.FAILED_AGAIN, holds=False)
    question = plans.Question(grounds=("tevredenheid",), facts_text=FACTS)
    return stage, plans.ask(stage.case, question, asked_by=stage.preparer, now=NOW)


def test_a_plan_is_asked_with_its_reason_and_its_term():
    stage, plan = asked()
    text = flat(plan_request_letter(plan, reference="Z1-P1", sender=stage.preparer, today=TODAY))
    assert "omdat uw school niet voldoet aan Norm 3.1.1" in text
    assert "Plan indienen uiterlijk: 10 maart 2026" in text
    assert "De resultatenaudit over 2025 is uitgevoerd op 4 november 2025." in text


def judged(event: PlanEvent, values: dict[Parameter, str]) -> str:
    stage, plan = asked()
    plans.file(
        plan.pk,
        plans.Filed(causes="Te weinig docenten. " * 5, measures="Twee docenten erbij. " * 5),
        filed_by=stage.school_user,
        today=TODAY,
    )
    plan.refresh_from_db()
    decision = deciding.prepare(plan.case, event, prepared_by=stage.preparer, plan=plan)
    decision = deciding.fill(decision.pk, by=stage.preparer, values=values)
    assert [each.code for each in deciding.sign_obstacles(decision, TODAY)] == ["afweging"]
    decision = deciding.fill(decision.pk, by=stage.preparer, texts={"weighing": WEIGHING})
    assert deciding.sign_obstacles(decision, TODAY) == ()
    return as_signed(stage, stage.sign(decision))


def test_an_approved_plan_gets_its_last_day():
    text = judged(PlanEvent.APPROVE, {Parameter.UNTIL: "2026-08-31"})
    assert "Wij ontvingen uw plan van aanpak op 10 februari 2026. Wij keuren het goed" in text
    assert "Plan uitgevoerd uiterlijk: 31 augustus 2026" in text


def test_a_refused_plan_gets_none():
    text = judged(PlanEvent.REFUSE, {})
    assert "Wij keuren het niet goed" in text
    assert "Plan uitgevoerd uiterlijk" not in text


# Objections


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


# By law


def test_a_fixed_term_that_ran_out_is_told_by_a_sealed_letter_and_its_mail():
    stage = Stage(State.FIXED)
    stage.establish(Fact.AUDIT_IN_TIME)
    now = moment(date(2026, 5, 1))
    assert law.carry_out_law(now) == 1
    paper = Paper.objects.get(case=stage.case)
    assert (
        letters.check_seal(paper.document_bytes()).valid if hasattr(paper, "document_bytes") else paper.html
    )
    assert "na 30 april 2026 vanzelf afgelopen" in paper.html
    assert "het Tevredenheidsonderzoek niet of niet op tijd is uitgevoerd" in paper.html
    message = Message.objects.get(kind="certification.school_by_law")
    assert [each.document for each in message.attachments.all()] == [paper.document]
    assert stage.case.tasks.get(code="aflopen_melden").done_on == date(2026, 5, 1)
    assert law.carry_out_law(now + timedelta(days=1)) == 0


def test_a_suspension_that_ends_by_itself_is_told_by_mail_alone():
    suspended()
    law.carry_out_law(moment(date(2026, 6, 16)))
    message = Message.objects.get(kind="certification.school_by_law")
    assert "Keurmerk voor onbepaalde tijd" in message.body
    assert not message.attachments.exists()


def test_a_case_of_a_request_gives_its_day():
    stage = Stage(State.INDEFINITE)
    stage.open_case(CaseKind.REQUEST)
    stage.establish(Fact.REQUEST_SIGNED)
    decision = deciding.prepare(stage.case, Event.WITHDRAW_AT_REQUEST, prepared_by=stage.preparer)
    decision = deciding.fill(decision.pk, by=stage.preparer, values={Parameter.EFFECTIVE_ON: "2026-03-01"})
    assert "Wij ontvingen uw verzoek op 10 februari 2026" in as_signed(stage, stage.sign(decision))
