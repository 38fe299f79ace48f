"""Steps without a decision: what they do, why not, and who is told to have entered them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from keurmerk.certification.enums import CaseKind
from keurmerk.certification.service.cases import open_case
from keurmerk.certification.service.certificates import certificate_of
from keurmerk.journal.models import Entry
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.states import State
from tests.factories.case_rows import make_open_case
from tests.factories.certification import establish, make_staff
from tests.factories.organisations import make_school
from tests.keurmerk.web.staff.pages import address, client_of, shown

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def clerk():
    return make_staff()


@pytest.fixture
def staff(clerk):
    return client_of(clerk)


@pytest.fixture
def case(clerk):
    certificate = certificate_of(make_school())
    return open_case(certificate, CaseKind.APPLICATION, title="Aanvraag", opened_by=clerk, today=TODAY)


def state_of(case):
    case.certificate.refresh_from_db()
    return case.certificate.state_


def test_an_agreement_says_why_not_and_is_then_concluded(staff, case):
    step = address("change", case, "overeenkomst_sluiten")
    page = staff.get(step).text
    assert "Deze stap kan nog niet" in page
    assert f"{address('fact-new', case)}#feit-overeenkomst_getekend" in page
    assert "Nog niet vastgesteld" in shown(staff.post(step))
    assert state_of(case) is State.NONE
    establish(case, Fact.AGREEMENT_SIGNED, today=TODAY)
    assert "wordt: overeenkomst gesloten" in shown(staff.get(step))
    assert staff.post(step).status_code == 302
    assert state_of(case) is State.AGREEMENT


def test_the_same_button_twice_does_it_once_and_explains(staff, case):
    establish(case, Fact.AGREEMENT_SIGNED, today=TODAY)
    step = address("change", case, "overeenkomst_sluiten")
    staff.post(step)
    assert "Dit kan niet zolang de status is: overeenkomst gesloten." in shown(staff.post(step), 409)
    assert case.certificate.changes.count() == 1


@pytest.fixture
def applying(case, staff):
    establish(case, Fact.AGREEMENT_SIGNED, Fact.DECLARED_TRUE, Fact.INVOICES_PAID, today=TODAY)
    staff.post(address("change", case, "overeenkomst_sluiten"))
    case.certificate.changes.update(on=TODAY - timedelta(days=10))
    return case


def test_an_application_on_paper_counts_from_its_day_of_receipt(staff, clerk, applying):
    step = address("change", applying, "aanvragen")
    assert "Namens de school" in shown(staff.get(step))
    received = TODAY - timedelta(days=3)
    assert staff.post(step, {"received_on": f"{received:%d-%m-%Y}"}).status_code == 302
    change = applying.certificate.changes.last()
    assert (change.on, change.actor, change.user) == (received, "school", clerk)
    assert applying.terms.get(code="aanvraag_awb").facts["ontvangen_op"] == received.isoformat()
    entry = Entry.objects.get(kind="certificate.aanvragen")
    assert entry.actor_id == str(clerk.pk)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY + timedelta(days=1), "De dag van ontvangst ligt in de toekomst."),
        (TODAY - timedelta(days=11), "Dit kan niet zijn ontvangen voor de vorige stap"),
    ],
)
def test_an_impossible_day_of_receipt_is_refused(staff, applying, day, words):
    answer = staff.post(address("change", applying, "aanvragen"), {"received_on": f"{day:%d-%m-%Y}"})
    assert words in shown(answer)
    assert state_of(applying) is State.AGREEMENT


def test_a_completion_asks_for_a_day_and_keeps_what_was_typed(staff):
    case = make_open_case(State.APPLICATION)
    establish(case, Fact.INFORMATION_COMPLETE, holds=False, today=TODAY)
    step = address("change", case, "aanvulling_vragen")
    assert "Aanvullen uiterlijk op: " in shown(staff.post(step))
    past = f"{TODAY:%d-%m-%Y}"
    page = shown(staff.post(step, {"waarde-tot_en_met": past}))
    assert "De laatste dag moet na vandaag liggen." in page
    assert past in page
    day = TODAY + timedelta(days=14)
    assert staff.post(step, {"waarde-tot_en_met": f"{day:%d-%m-%Y}"}).status_code == 302
    assert case.terms.get(code="aanvullen").last_day == day


def test_a_step_with_a_decision_leads_to_that_decision(staff):
    case = make_open_case()
    answer = staff.get(address("change", case, "intrekken"))
    assert answer["Location"] == address("decision-new", case, "intrekken")


def test_what_happens_by_itself_is_done_by_nobody(staff):
    case = make_open_case(State.FIXED)
    for answer in (
        staff.get(address("change", case, "aflopen")),
        staff.post(address("change", case, "aflopen")),
    ):
        assert "Dit gebeurt vanzelf" in shown(answer, 409)
    assert state_of(case) is State.FIXED


def test_putting_a_lapse_right_tells_that_the_earlier_status_returns(staff):
    case = make_open_case(State.LAPSED)
    establish(case, Fact.AUDIT_IN_TIME, Fact.SURVEY_IN_TIME, today=TODAY)
    page = shown(staff.get(address("change", case, "aflopen_rechtzetten")))
    assert "gaat terug naar wat die" in page
