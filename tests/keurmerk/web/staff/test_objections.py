"""Objections as staff see them: entered from paper, mended, admitted, heard, decided."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from keurmerk.certification.models import Objection
from rulebook.lifecycle.pieces import DecisionKind
from rulebook.lifecycle.states import ObjectionState, State
from tests.factories.case_rows import make_open_case
from tests.factories.certification import FACTS, WEIGHING, make_case, make_decider, make_staff, suspended
from tests.factories.documents import TEXT
from tests.factories.files import own_store
from tests.factories.school_papers import make_decision, make_objection
from tests.keurmerk.web.staff.pages import address, client_of, fields_of, shown

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def staff():
    return client_of(make_staff())


@pytest.fixture
def contested():
    return suspended(make_case(today=TODAY), today=TODAY)


def typed(contested, **more):
    return {
        "manner": "post",
        "received_on": f"{TODAY:%d-%m-%Y}",
        "posted_on": f"{TODAY:%d-%m-%Y}",
        "by_whom": "school",
        "objector": "Taalschool Bezwaar",
        "address": "Straat 1, Utrecht",
        "dated_on": f"{TODAY:%d-%m-%Y}",
        "reference": contested.reference,
        "arguments": "De lijsten zijn er wel.",
        "signed": "on",
    } | more


def enter(staff, contested, **more):
    return staff.post(address("objection-new", contested), typed(contested, **more))


def act(staff, objection, name, **given):
    return staff.post(address("objection-act", objection, name), given)


def state_of(objection):
    objection.refresh_from_db()
    return objection.state_


def test_entered_from_paper_with_its_document(staff, contested):
    assert "Bezwaar maken tegen het besluit" in shown(staff.get(address("objection-new", contested)))
    answer = enter(staff, contested, papers=SimpleUploadedFile("bezwaar.txt", TEXT))
    objection = Objection.objects.get()
    assert answer["Location"] == address("objection", objection)
    page = shown(staff.get(answer["Location"]))
    assert "op tijd" in page
    assert "Bezwaarschrift tegen" in page
    assert "De lijsten zijn er wel." in page


def test_a_day_of_receipt_before_the_decision_was_sent_is_refused_and_nothing_is_lost(staff, contested):
    early = TODAY - timedelta(days=4)
    page = enter(staff, contested, received_on=f"{early:%d-%m-%Y}", posted_on="")
    assert "ligt voor de dag waarop het besluit is verzonden" in shown(page)
    assert 'href="#id_received_on"' in page.text
    assert "De lijsten zijn er wel." in page.text
    assert not Objection.objects.exists()


def test_twice_the_same_objection_is_explained(staff, contested):
    enter(staff, contested)
    assert "loopt al een bezwaar van de school" in shown(enter(staff, contested))
    assert Objection.objects.count() == 1


def test_against_what_is_not_open_to_objection_none_is_entered(staff):
    warning = make_decision(make_open_case(), DecisionKind.WARNING)
    assert "geen bezwaar open" in shown(staff.get(address("objection-new", warning)), 409)
    assert "geen bezwaar open" in shown(enter(staff, warning), 409)


def test_what_is_missing_is_asked_and_supplied(staff, contested):
    enter(staff, contested, arguments="", signed="")
    objection = Objection.objects.get()
    page = shown(staff.get(address("objection", objection)))
    assert page.count("ontbreekt") >= 2
    until = TODAY + timedelta(days=14)
    assert act(staff, objection, "herstel-vragen", until=f"{until:%d-%m-%Y}").status_code == 302
    assert state_of(objection) is ObjectionState.IN_REPAIR
    supplied = {"received_on": f"{TODAY:%d-%m-%Y}", "arguments": "Zie de lijsten.", "signed": "on"}
    act(staff, objection, "aanvullen", **supplied)
    assert state_of(objection) is ObjectionState.RECEIVED
    assert objection.objector == "Taalschool Bezwaar"


def test_from_receipt_to_a_decision_that_revokes(staff, contested):
    enter(staff, contested)
    objection = Objection.objects.get()
    act(staff, objection, "in-behandeling")
    assert state_of(objection) is ObjectionState.ADMITTED
    assert "Eerst" not in shown(act(staff, objection, "horen", heard_on="", report=""))
    act(staff, objection, "horen", heard_on=f"{TODAY:%d-%m-%Y}", report="De school toonde de lijsten.")
    assert state_of(objection) is ObjectionState.HEARD
    started = act(staff, objection, "beslissing", uitkomst="gegrond_verklaren")
    answer = objection.answers.get()
    assert started["Location"] == address("decision", answer)
    page = staff.get(started["Location"])
    given = {
        "tekst-facts_text": FACTS,
        "tekst-weighing": WEIGHING,
        "brief-objections-0-ground": "De lijsten",
        "brief-objections-0-said": "De lijsten zijn er wel.",
        "brief-objections-0-answer": "Dat klopt: ze lagen elders.",
        "brief-consequence": "Het besluit is herroepen.",
        "brief-hearing": "Wat u zei, is overtuigend.",
    }
    kept = staff.post(started["Location"], fields_of(page) | given)
    assert kept.status_code == 302
    page = shown(staff.get(started["Location"]))
    assert "Er ontbreekt niets." in page
    staff.post(address("decision-submit", answer))
    done = client_of(make_decider()).post(address("decision-sign", answer), follow=True)
    assert "is ondertekend en verzonden" in shown(done)
    assert state_of(objection) is ObjectionState.FOUNDED
    certificate = contested.case.certificate
    certificate.refresh_from_db()
    assert certificate.state_ is State.INDEFINITE


def test_who_signed_the_contested_decision_does_not_sign_the_answer(staff, contested):
    enter(staff, contested)
    objection = Objection.objects.get()
    act(staff, objection, "in-behandeling")
    act(staff, objection, "afzien-van-horen", because="De school ziet af van horen.")
    act(staff, objection, "beslissing", uitkomst="ongegrond_verklaren")
    answer = objection.answers.get()
    page = staff.get(address("decision", answer))
    given = {
        "tekst-facts_text": FACTS,
        "tekst-weighing": WEIGHING,
        "brief-objections-0-ground": "De lijsten",
        "brief-objections-0-said": "De lijsten zijn er wel.",
        "brief-objections-0-answer": "Ze lagen er niet.",
        "brief-consequence": "Het besluit blijft.",
    }
    staff.post(address("decision", answer), fields_of(page) | given)
    assert staff.post(address("decision-submit", answer)).status_code == 302
    same = client_of(contested.signed_by).post(address("decision-sign", answer))
    assert "heeft het bestreden besluit niet ondertekend" in shown(same, 409)


@pytest.fixture
def late():
    decision = make_decision(make_open_case(), sent_on=TODAY - timedelta(days=80))
    return make_objection(decision, in_time=False, in_time_because="Te laat: na de laatste dag.")


def test_late_it_says_why_not_and_who_judges(staff, late):
    page = shown(staff.get(address("objection", late)))
    assert "te laat" in page
    assert "Beoordeel of te laat verschoonbaar is" in page
    act(staff, late, "verschoonbaar", excused="ja", because="De post was zoek.")
    late.refresh_from_db()
    assert late.excused is True
    act(staff, late, "in-behandeling")
    assert state_of(late) is ObjectionState.ADMITTED


def test_somebody_else_must_have_an_interest(staff):
    objection = make_objection(make_decision(make_open_case()), by_school=False, interested_party=None)
    assert "De indiener is belanghebbende." in shown(act(staff, objection, "in-behandeling"), 409)
    act(staff, objection, "belang", interested="nee", because="Een concurrent zonder eigen belang.")
    objection.refresh_from_db()
    assert objection.interested_party is False


def test_a_committee_advises(staff, contested):
    enter(staff, contested)
    objection = Objection.objects.get()
    act(staff, objection, "in-behandeling")
    act(staff, objection, "commissie", report="on")
    assert state_of(objection) is ObjectionState.AT_COMMITTEE
    act(staff, objection, "advies", advice="Verklaar het bezwaar ongegrond.")
    assert "Verklaar het bezwaar ongegrond." in shown(staff.get(address("objection", objection)))


def test_postponed_once(staff, contested):
    enter(staff, contested)
    objection = Objection.objects.get()
    assert act(staff, objection, "verdagen", because="Meer onderzoek is nodig.").status_code == 302
    again = shown(act(staff, objection, "verdagen", because="Nog meer onderzoek."), 409)
    assert "al eenmaal verdaagd" in again
    assert "Nog meer onderzoek." in again


def test_withdrawn_on_paper(staff, contested):
    enter(staff, contested)
    objection = Objection.objects.get()
    act(staff, objection, "intrekken")
    assert state_of(objection) is ObjectionState.WITHDRAWN


@pytest.mark.parametrize("name", ["verzinsel", "beslissing"])
def test_an_act_that_does_not_exist_is_not_there(staff, late, name):
    assert act(staff, late, name, uitkomst="verzinsel").status_code == 404
