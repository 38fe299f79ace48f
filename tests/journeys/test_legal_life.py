"""Three lives of a certificate, in the browser, by all who have a part in them; mails by a real server."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from keurmerk.certification.models import Certificate, Decision, Plan
from keurmerk.certification.service.law import carry_out_law
from keurmerk.organisations.models import School
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.states import Mark, State
from tests.factories.case_rows import make_open_case
from tests.factories.certification import (
    FACTS,
    WEIGHING,
    establish,
    make_case,
    make_certificate,
    make_decider,
    make_staff,
)
from tests.factories.files import own_store
from tests.factories.organisations import make_school, make_school_user
from tests.journeys.play import Play, delivered, is_tagged, letter_in, play
from tests.smtp import mail_server

__all__ = ["mail_server", "own_store", "play"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONGER = "De paraaflijsten van maart tot en met mei zijn op 3 juni alsnog gevonden en door ons gezien."


def state_of(school: School) -> State:
    return Certificate.objects.get(school=school).state_


def suspend_for_inquiry(play: Play, case, signer, author) -> Decision:
    play.enter(author)
    play.go("staff:decision-new", case.public_id, "schorsen_onderzoek")
    play.press("Begin een concept")
    play.tick("onregelmatigheden")
    play.fill(ingangsdatum=f"{timezone.localdate():%d-%m-%Y}", maanden="3")
    play.tick("spoed")
    play.fill(heard_reason="Uitstel schaadt de Cursisten.", facts_text=FACTS, weighing=WEIGHING)
    play.fill(inquiry="Wij onderzoeken de presentielijsten van het laatste jaar.")
    play.submit()
    return play.sign(signer, author)


def test_a_warned_school_is_suspended_files_a_plan_and_gets_its_certificate_back(play, mail_server):
    school = make_school()
    member, author, signer = make_school_user(school), make_staff(), make_decider()
    case = make_open_case(State.INDEFINITE_WARNED, school=school)

    suspended = suspend_for_inquiry(play, case, signer, author)
    assert state_of(school) == State.INDEFINITE_INQUIRY
    mails = [mail for mail in delivered(mail_server) if mail["To"] == member.email]
    assert suspended.reference in mails[-1]["Subject"] or suspended.reference in str(mails[-1])
    letter = letter_in(mails[-1])
    assert is_tagged(letter)
    assert "Onregelmatigheden" in "".join(sheet.extract_text() for sheet in letter.pages)

    play.go("staff:plan-new", case.public_id)
    play.tick("schorsing")
    play.fill(facts_text=FACTS)
    play.press("Vraag om een plan van aanpak en verzend de brief")
    plan = Plan.objects.get()

    play.enter(member)
    play.go("school:plan", plan.public_id)
    play.fill(causes="De lijsten lagen op twee plaatsen.", measures="Eén map per groep, elke week nagezien.")
    play.press("Dien het plan in")

    play.enter(author)
    play.go("staff:plan", plan.public_id)
    play.outcome("goedkeuren")
    play.fill(tot_en_met=f"{timezone.localdate() + timedelta(days=60):%d-%m-%Y}", weighing=WEIGHING)
    play.submit()
    play.sign(signer, author)

    play.go("staff:decision-new", case.public_id, "schorsing_opheffen")
    play.press("Begin een concept")
    play.tick("plan_goedgekeurd")
    play.fill(ingangsdatum=f"{timezone.localdate():%d-%m-%Y}", weighing=WEIGHING)
    play.submit()
    play.sign(signer, author)

    assert state_of(school) == State.INDEFINITE
    play.enter(member)
    play.go("school:school", school.public_id)
    expect(play.page.get_by_text("Keurmerk voor onbepaalde tijd").first).to_be_visible()
    expect(play.page.get_by_text("geschorst").filter(has_text="Uw Keurmerk is geschorst")).to_have_count(0)


def test_an_objection_that_succeeds_gives_a_withdrawn_certificate_back(play, mail_server):
    school = make_school()
    member, author = make_school_user(school), make_staff()
    signer, other_signer = make_decider(), make_decider()
    case = make_case(make_certificate(school), today=timezone.localdate())
    play.enter(author)
    play.go("staff:decision-new", case.public_id, "intrekken")
    play.press("Begin een concept")
    play.tick("onregelmatigheden")
    play.fill(ingangsdatum=f"{timezone.localdate():%d-%m-%Y}")
    play.tick("spoed")
    play.fill(heard_reason="Uitstel schaadt de Cursisten.", facts_text=FACTS, weighing=WEIGHING)
    play.submit()
    withdrawn = play.sign(signer, author)
    assert state_of(school) == State.WITHDRAWN

    play.enter(member)
    play.go("school:decision", withdrawn.public_id)
    with play.page.expect_navigation():
        play.page.get_by_role("link", name="Maak bezwaar").first.click()
    play.fill(address="Stationsplein 1, 3511 AA Utrecht", arguments=LONGER)
    play.page.locator('[name$="signed"]').check()
    play.press("Dien het bezwaar in")
    objection = withdrawn.objections.get()
    assert objection.in_time
    assert state_of(school) == State.WITHDRAWN  # objecting does not suspend the decision (§7.10.3)

    play.enter(author)
    play.go("staff:objection", objection.public_id)
    play.act("in-behandeling")
    play.act("horen", heard_on=f"{timezone.localdate():%d-%m-%Y}", report=LONGER)
    play.outcome("gegrond_verklaren")
    play.fill(
        facts_text=LONGER,
        weighing=WEIGHING,
        objections__0__ground="De lijsten",
        objections__0__said=LONGER,
        objections__0__answer="Dat klopt: de lijsten zijn er.",
        consequence="Uw school heeft het Keurmerk weer, alsof het niet was ingetrokken.",
    )
    play.submit()
    play.sign(other_signer, author)

    assert state_of(school) == State.INDEFINITE
    told = [str(mail) for mail in delivered(mail_server) if mail["To"] == member.email]
    assert len(told) >= 3  # the withdrawal, the receipt of the objection, the decision on it
    play.enter(member)
    play.go("school:objection", objection.public_id)
    expect(play.page.get_by_text("gegrond").first).to_be_visible()


def test_a_fixed_term_without_audit_ends_by_itself_and_the_school_reads_so(play, mail_server):
    school, today = make_school(), timezone.localdate()
    member = make_school_user(school)
    certificate = make_certificate(school, mark=Mark.FIXED, period_first=date(today.year - 2, 1, 1))
    establish(make_case(certificate, today=today), Fact.AUDIT_IN_TIME, holds=False, today=today)

    carry_out_law(timezone.now())

    assert state_of(school) == State.LAPSED
    (mail,) = [mail for mail in delivered(mail_server) if mail["To"] == member.email]
    assert is_tagged(letter_in(mail))
    play.enter(member)
    play.go("school:school", school.public_id)
    expect(play.page.get_by_text("Keurmerk voor bepaalde tijd afgelopen").first).to_be_visible()
    expect(play.page.get_by_text("Informeer uw Cursisten schriftelijk").first).to_be_visible()
