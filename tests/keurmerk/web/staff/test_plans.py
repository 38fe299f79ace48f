"""Improvement plans as staff see them: asked, filed on paper, judged, carried out or not."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from keurmerk.certification.models import Plan
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.states import PlanState
from tests.factories.certification import FACTS, establish, make_case, make_decider, make_staff
from tests.factories.documents import TEXT
from tests.factories.files import own_store
from tests.factories.school_papers import make_plan
from tests.keurmerk.web.staff.pages import address, client_of, fields_of, shown

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def case():
    return make_case(today=TODAY)


@pytest.fixture
def staff():
    return client_of(make_staff())


def act(staff, plan, name, **given):
    return staff.post(address("plan-act", plan, name), given)


def filed(staff, plan, **more):
    given = {
        "received_on": f"{TODAY:%d-%m-%Y}",
        "causes": "Twee docenten vielen uit.",
        "measures": "Vervanging is geregeld.",
    }
    return act(staff, plan, "indienen", **(given | more))


def state_of(plan):
    plan.refresh_from_db()
    return plan.state_


def test_asking_shows_what_a_ground_lacks_and_keeps_what_was_typed(staff, case):
    page = staff.get(address("plan-new", case))
    assert f"{address('fact-new', case)}#feit-tevredenheidscijfer_niet_voldaan" in page.text
    answer = staff.post(address("plan-new", case), {"grounds": "tevredenheid", "facts_text": FACTS})
    assert "Nog niet vastgesteld" in shown(answer)
    assert FACTS in answer.text
    assert not Plan.objects.exists()


def test_asked_by_letter_and_only_once(staff, case):
    establish(case, Fact.SATISFACTION_FAILED, today=TODAY)
    establish(case, Fact.FAILED_AGAIN, holds=False, today=TODAY)
    given = {"grounds": "tevredenheid", "facts_text": FACTS}
    answer = staff.post(address("plan-new", case), given)
    plan = Plan.objects.get()
    assert answer["Location"] == address("plan", plan)
    page = shown(staff.get(answer["Location"]))
    assert "plan van aanpak gevraagd" in page
    assert "Norm 3.1.1 is niet gehaald." in page
    assert "Er loopt al een plan van aanpak" in shown(staff.post(address("plan-new", case), given), 409)
    assert Plan.objects.count() == 1


@pytest.fixture
def plan(case):
    return make_plan(case)


def test_a_plan_on_paper_is_filed_with_its_document(staff, plan):
    page = shown(staff.get(address("plan", plan)))
    assert "Voer het plan in dat per post of e-mail kwam" in page
    assert filed(staff, plan, document=SimpleUploadedFile("plan.txt", TEXT)).status_code == 302
    assert state_of(plan) is PlanState.FILED
    assert "Twee docenten vielen uit." in shown(staff.get(address("plan", plan)))


def test_a_plan_without_measures_is_said_beside_the_field(staff, plan):
    page = filed(staff, plan, measures="")
    assert "Maatregelen: Dit veld is verplicht." in shown(page)
    assert "Twee docenten vielen uit." in page.text
    assert '<details class="act-line" open>' in page.text


def test_the_same_button_twice_is_explained(staff, plan):
    filed(staff, plan)
    assert "Dit kan nu niet" in shown(filed(staff, plan), 409)


def test_what_is_not_possible_stays_in_sight_with_its_reason(staff, plan):
    filed(staff, plan)
    page = shown(staff.get(address("plan", plan)))
    assert "Nu niet mogelijk" in page
    assert "De school vraagt een certificerende instelling om het plan te beoordelen." in page


def test_a_certifying_body_gives_its_view(staff, plan):
    filed(staff, plan)
    act(staff, plan, "instelling-gevraagd")
    act(staff, plan, "voorleggen", body_name="Instelling Noord")
    assert state_of(plan) is PlanState.AT_BODY
    act(staff, plan, "advies", advice="Het plan is haalbaar.")
    assert state_of(plan) is PlanState.FILED
    assert "Het plan is haalbaar." in shown(staff.get(address("plan", plan)))


def test_approved_by_decision_and_then_carried_out(staff, plan):
    filed(staff, plan)
    started = act(staff, plan, "oordeel", uitkomst="goedkeuren")
    decision = plan.decisions.get()
    assert started["Location"] == address("decision", decision)
    page = staff.get(started["Location"])
    day = TODAY + timedelta(days=60)
    given = {"waarde-tot_en_met": f"{day:%d-%m-%Y}", "tekst-facts_text": FACTS, "tekst-weighing": FACTS}
    kept = staff.post(started["Location"], fields_of(page) | given)
    assert kept.status_code == 302
    assert "Er ontbreekt niets." in shown(staff.get(started["Location"]))
    staff.post(address("decision-submit", decision))
    signed = client_of(make_decider()).post(address("decision-sign", decision), follow=True)
    assert "is ondertekend en verzonden" in shown(signed)
    assert state_of(plan) is PlanState.APPROVED
    act(staff, plan, "uitgevoerd", because="Het cijfer is nu 7,2.")
    assert state_of(plan) is PlanState.CARRIED_OUT


def test_a_plan_that_did_not_help_wants_a_ground(staff, plan):
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.APPROVED, carry_out_by=TODAY)
    assert "Kies ten minste één grond." in shown(act(staff, plan, "niet-uitgevoerd", because="Geen effect."))
    act(staff, plan, "niet-uitgevoerd", because="Geen effect.", grounds="geen_verbetering")
    assert state_of(plan) is PlanState.FAILED


def test_no_longer_needed(staff, plan):
    act(staff, plan, "vervallen", because="De school is gestopt.")
    assert state_of(plan) is PlanState.CANCELLED
    assert "Er is nu niets meer te doen." in shown(staff.get(address("plan", plan)))


@pytest.mark.parametrize("name", ["verzinsel", "oordeel"])
def test_an_act_that_does_not_exist_is_not_there(staff, plan, name):
    assert act(staff, plan, name, uitkomst="verzinsel").status_code == 404
    assert staff.get(address("plan-act", plan, name)).status_code == 405
