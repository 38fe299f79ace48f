"""Letters of what takes more than one step: intentions, suspensions, plans, objections, lapses."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from keurmerk import letters
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.letter_data import (
    decision_letter,
    intention_letter,
    plan_request_letter,
)
from keurmerk.certification.models import Certificate, Intention, Paper, Plan
from keurmerk.certification.service import changes, deciding, intending, law, plans
from keurmerk.messaging.models import Message
from rulebook.lifecycle.events import Event, PlanEvent
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Actor, Parameter
from rulebook.lifecycle.states import State
from tests.keurmerk.certification.letter_stage import (
    FACTS,
    NOW,
    REASONING,
    TODAY,
    VIEW,
    WEIGHING,
    Stage,
    flat,
    moment,
    suspended,
)

pytestmark = pytest.mark.django_db


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
