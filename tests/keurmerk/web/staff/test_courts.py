"""Appeal and interim relief: recorded with what they do to the certificate."""

from datetime import timedelta

import pytest
from django.utils import timezone

from keurmerk.certification.enums import CourtOutcome
from rulebook.lifecycle.states import ObjectionState, State
from tests.factories.certification import make_case, make_staff, suspended
from tests.factories.files import own_store
from tests.factories.school_papers import make_objection
from tests.keurmerk.web.staff.pages import address, client_of, shown

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DAY = f"{TODAY:%d-%m-%Y}"


@pytest.fixture
def staff():
    return client_of(make_staff())


@pytest.fixture
def objection():
    return make_objection(suspended(make_case(today=TODAY), today=TODAY))


def record(staff, objection, matter, **more):
    given = {"matter": matter, "court": "Rechtbank Midden-Nederland", "number": "UTR 26/1", "filed_on": DAY}
    return staff.post(address("court-new", objection), given | more)


def rule(staff, objection, outcome, **more):
    court = objection.court_cases.first()
    given = {"outcome": outcome.value, "decided_on": DAY, "consequence": "De Schorsing werkt niet."}
    return staff.post(address("court", objection, court.public_id), given | more)


def state_of(objection):
    certificate = objection.case.certificate
    certificate.refresh_from_db()
    return certificate.state_


def test_relief_that_is_granted_and_ends(staff, objection):
    assert record(staff, objection, "voorlopige_voorziening").status_code == 302
    assert "nog geen uitspraak" in shown(staff.get(address("objection", objection)))
    assert rule(staff, objection, CourtOutcome.GRANTED).status_code == 302
    assert state_of(objection) is State.INDEFINITE
    court = objection.court_cases.get()
    page = address("court", objection, court.public_id)
    assert "De voorziening is geëindigd" in shown(staff.get(page))
    assert staff.post(page, {"ended_on": DAY}).status_code == 302
    assert state_of(objection) is State.INDEFINITE_INQUIRY
    assert "niets meer vast te leggen" in shown(staff.get(page))


def test_an_appeal_before_the_objection_is_decided_is_explained_and_nothing_is_lost(staff, objection):
    page = shown(record(staff, objection, "beroep"), 409)
    assert "Dit kan niet zolang de status is" in page
    assert "Rechtbank Midden-Nederland" in page


def test_an_appeal_that_annuls_the_decision(staff, objection):
    objection.state = ObjectionState.UNFOUNDED
    objection.save()
    assert record(staff, objection, "beroep").status_code == 302
    assert rule(staff, objection, CourtOutcome.GRANTED, annuls="on").status_code == 302
    objection.refresh_from_db()
    assert objection.state_ is ObjectionState.APPEAL_FOUNDED
    assert state_of(objection) is State.INDEFINITE
    day = TODAY + timedelta(days=42)
    again = staff.post(address("objection-act", objection, "opnieuw"), {"until": f"{day:%d-%m-%Y}"})
    assert again.status_code == 302


def test_a_ruling_twice_and_one_from_the_future_are_refused(staff, objection):
    record(staff, objection, "voorlopige_voorziening")
    future = f"{TODAY + timedelta(days=1):%d-%m-%Y}"
    page = rule(staff, objection, CourtOutcome.REFUSED, decided_on=future)
    assert "tussen het indienen en vandaag" in shown(page, 409)
    assert 'href="#id_decided_on"' in page.text
    assert rule(staff, objection, CourtOutcome.REFUSED).status_code == 302
    assert "al vastgelegd" in shown(rule(staff, objection, CourtOutcome.GRANTED), 409)
    assert state_of(objection) is State.INDEFINITE_INQUIRY


def test_a_court_case_of_another_objection_is_not_there(staff, objection):
    record(staff, objection, "voorlopige_voorziening")
    other = make_objection(suspended(make_case(today=TODAY), today=TODAY))
    court = objection.court_cases.get()
    assert staff.get(address("court", other, court.public_id)).status_code == 404
