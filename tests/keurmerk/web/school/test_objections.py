"""Objecting in the portal: in time or late, pressed twice, mended, explained, taken back."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from keurmerk.certification.enums import Manner, Subject
from keurmerk.certification.models import Objection
from keurmerk.certification.service import running
from keurmerk.certification.service.objections.knowing import term_facts
from keurmerk.documents.models import Document
from keurmerk.messaging.models import Message
from rulebook.lifecycle.pieces import DecisionKind
from rulebook.lifecycle.states import ObjectionState
from rulebook.lifecycle.tables.objection import DECIDE_WITHIN
from tests.factories.certification import make_case, make_certificate, suspended
from tests.factories.documents import TEXT
from tests.factories.organisations import make_school
from tests.factories.school_papers import case_of, make_decision, make_objection
from tests.keurmerk.web.school.conftest import page_of

pytestmark = pytest.mark.django_db


def given(**changed):
    fields = {
        "objector": "Noor de Wit",
        "address": "Straat 1\n3511 AA Utrecht",
        "arguments": "De lijsten waren er wel.",
        "signed": "on",
    }
    return {name: value for name, value in (fields | changed).items() if value is not None}


def file_of(name="machtiging.txt", data=TEXT):
    return SimpleUploadedFile(name, data, "text/plain")


@pytest.fixture
def decision(school):
    return make_decision(case_of(school))


@pytest.fixture
def address(decision):
    return reverse("school:object", args=[decision.public_id])


def test_a_decision_shows_its_letter_and_until_when_one_can_object(browser_of, decision):
    page = page_of(browser_of.get(reverse("school:decision", args=[decision.public_id])))
    assert '<article class="letter"' in page
    assert reverse("school:document", args=[decision.letter.public_id]) in page
    last = timezone.localdate() + timedelta(weeks=6)
    assert "nog 4" in page
    assert str(last.year) in page
    assert "Maak bezwaar" in page
    assert ".ics" in page


def test_the_term_to_object_stands_on_the_page_once(browser_of, school):
    case = make_case(make_certificate(school), today=timezone.localdate())
    decision = suspended(case, today=timezone.localdate())
    page = page_of(browser_of.get(reverse("school:decision", args=[decision.public_id])))
    assert page.count("<strong>Bezwaar maken tegen het besluit</strong>") == 1
    assert page.count("<strong>Laatste dag van de Schorsing</strong>") == 1


def test_against_a_warning_no_objection_is_open_and_the_page_says_what_is(browser_of, school):
    warning = make_decision(case_of(school), DecisionKind.WARNING)
    page = page_of(browser_of.get(reverse("school:decision", args=[warning.public_id])))
    assert "geen besluit waartegen bezwaar openstaat" in page
    assert "aria-disabled" in page
    form = reverse("school:object", args=[warning.public_id])
    assert browser_of.post(form, given())["Location"] == reverse("school:decision", args=[warning.public_id])
    assert not Objection.objects.exists()


def test_the_form_knows_who_one_is_and_which_decision_it_is(browser_of, decision, address):
    page = page_of(browser_of.get(address))
    user = decision.case.school.memberships.get().user
    assert f'value="{user}, {decision.case.school}"' in page
    assert f'value="{decision.reference}"' in page
    assert f"Ik, {user}, maak namens" in page


def test_filing_confirms_on_the_screen_and_by_mail(browser_of, decision, address):
    answer = browser_of.post(address, given(attachments=[file_of("bijlage.txt")]), follow=True)
    objection = Objection.objects.get()
    assert f"Uw bezwaar is ontvangen, in zaak {objection.case.number}" in page_of(answer)
    assert (objection.manner, objection.in_time, objection.signed) == (Manner.PORTAL, True, True)
    assert objection.dated_on == timezone.localdate()
    assert objection.reference == decision.reference
    message = Message.objects.get(kind="certification.school_objection_received")
    assert message.recipient == decision.case.school.memberships.get().user
    assert "Bijlage bij het bezwaar" in page_of(answer)


def test_pressed_twice_it_is_one_objection(browser_of, address):
    browser_of.post(address, given())
    answer = browser_of.post(address, given())
    objection = Objection.objects.get()
    assert answer["Location"] == reverse("school:objection", args=[objection.public_id])


def test_what_is_wrong_is_said_and_what_was_typed_stays(browser_of, address):
    answer = browser_of.post(address, given(address="", signed=None, arguments="Heel veel woorden."))
    page = page_of(answer)
    assert answer.status_code == 422
    assert "Dit klopt nog niet" in page
    assert "Heel veel woorden." in page
    assert "Noor de Wit" in page
    assert not Objection.objects.exists()


def test_a_refused_file_stores_nothing(browser_of, address):
    answer = browser_of.post(address, given(attachments=[file_of("virus.pdf", b"MZ\x90\x00 geen pdf")]))
    assert answer.status_code == 422
    assert "virus.pdf" in page_of(answer)
    assert "De lijsten waren er wel." in page_of(answer)
    assert not Objection.objects.exists()


def test_for_another_with_or_without_an_authorisation(browser_of, school, address):
    browser_of.post(address, given(for_another="on", authorisation=[file_of()]))
    objection = Objection.objects.get()
    assert (objection.for_another, objection.authorised) == (True, True)
    assert Document.objects.filter(title="Machtiging bij het bezwaar").count() == 1
    second = make_decision(case_of(school))
    browser_of.post(reverse("school:object", args=[second.public_id]), given(for_another="on"))
    assert not Objection.objects.get(decision=second).authorised


def test_late_can_still_be_filed_with_a_reason(browser_of, school):
    late = make_decision(case_of(school), sent_on=timezone.localdate() - timedelta(weeks=8))
    address = reverse("school:object", args=[late.public_id])
    assert "De termijn is voorbij" in page_of(browser_of.get(address))
    browser_of.post(address, given(late_reason="Ik lag in het ziekenhuis."))
    objection = Objection.objects.get()
    assert (objection.in_time, objection.late_reason) == (False, "Ik lag in het ziekenhuis.")


def test_a_reason_can_be_given_afterwards(browser_of, school):
    late = make_decision(case_of(school), sent_on=timezone.localdate() - timedelta(weeks=8))
    browser_of.post(reverse("school:object", args=[late.public_id]), given())
    objection = Objection.objects.get()
    here = reverse("school:objection", args=[objection.public_id])
    assert "Stuur uw uitleg" in page_of(browser_of.get(here))
    explain = reverse("school:objection-explain", args=[objection.public_id])
    assert browser_of.post(explain, {"reason": ""}).status_code == 422
    page = page_of(browser_of.post(explain, {"reason": "De post was zoek."}, follow=True))
    assert "De post was zoek." in page
    assert "Stuur uw uitleg" not in page


@pytest.fixture
def in_repair(decision):
    return make_objection(
        decision,
        state=ObjectionState.IN_REPAIR,
        repair_asked_on=timezone.localdate(),
        repair_by=timezone.localdate() + timedelta(days=10),
        address="",
        arguments="",
    )


def test_repair_asks_only_what_is_missing(browser_of, in_repair):
    address = reverse("school:objection-repair", args=[in_repair.public_id])
    page = page_of(browser_of.get(address))
    assert "uw naam en adres" in page
    assert 'name="arguments"' in page
    assert 'name="objector"' not in page
    assert browser_of.post(address, {"address": "Straat 1"}).status_code == 422
    filled = {"address": "Straat 1", "arguments": "Het klopt niet.", "signed": "on"}
    browser_of.post(address, filled | {"attachments": [file_of("bewijs.txt")]})
    in_repair.refresh_from_db()
    assert in_repair.state == ObjectionState.RECEIVED
    assert in_repair.case.papers.count() == 1
    assert browser_of.post(address, filled).status_code == 302


def test_taking_it_back_asks_first_and_does_it_once(browser_of, decision):
    objection = make_objection(decision)
    address = reverse("school:objection-withdraw", args=[objection.public_id])
    assert "Ja, trek het bezwaar in" in page_of(browser_of.get(address))
    for _ in range(2):
        assert browser_of.post(address).status_code == 302
    objection.refresh_from_db()
    assert objection.state == ObjectionState.WITHDRAWN
    assert Message.objects.filter(kind="certification.school_objection_withdrawn").count() == 1


def test_what_another_objects_is_not_for_the_school_s_eyes(browser_of, decision):
    neighbour = make_objection(decision, by_school=False)
    assert browser_of.get(reverse("school:objection", args=[neighbour.public_id])).status_code == 404
    elsewhere = make_objection(make_decision(case_of(make_school())))
    assert browser_of.get(reverse("school:objection", args=[elsewhere.public_id])).status_code == 404


def test_when_the_decision_is_late_the_scheme_can_be_given_notice_once(browser_of, school):
    long_ago = timezone.localdate() - timedelta(weeks=20)
    objection = make_objection(make_decision(case_of(school), sent_on=long_ago))
    objection.refresh_from_db()
    here = reverse("school:objection", args=[objection.public_id])
    assert "Stel in gebreke" not in page_of(browser_of.get(here))
    running.start_term(
        DECIDE_WITHIN,
        term_facts(objection),
        case=objection.case,
        on=long_ago,
        subject=Subject.OBJECTION,
        subject_id=objection.pk,
    )
    assert "Stel in gebreke" in page_of(browser_of.get(here))
    notice = reverse("school:objection-notice", args=[objection.public_id])
    for _ in range(2):
        page = page_of(browser_of.post(notice, follow=True))
        assert "Stel in gebreke" not in page
    objection.refresh_from_db()
    assert objection.default_notice_on == timezone.localdate()
    assert "ngebrekestelling ontvangen" in page
