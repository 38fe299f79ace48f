"""Agreements and handing in: who may sign, once, and what stands in the way."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from keurmerk.applications.enums import AgreementKind, ApplicationState
from keurmerk.applications.models import Agreement, Answer, Application, Invoice
from keurmerk.applications.service import agreements
from keurmerk.organisations.enums import MembershipFunction
from tests.factories.applications import make_agreements, make_applicant
from tests.factories.certification import make_staff
from tests.factories.organisations import make_school_user
from tests.keurmerk.web.school.conftest import page_of

pytestmark = pytest.mark.django_db

SIGNATURE = {"signer": "Žofia Öz", "function": "directeur", "place": "Utrecht", "agreed": "on"}
CONTACT = {"contact_naam_1": "Anna de Vries", "contact_email_1": "anna@school.example"}


def browser_for(user):
    client = Client()
    client.force_login(user)
    return client


def agreement_of(school, kind):
    return Agreement.objects.get(school=school, kind=kind)


def address_of(agreement):
    return reverse("school:agreement", args=[agreement.public_id])


@pytest.fixture
def offered(db):
    return make_agreements(signed=False)


def test_both_are_signed_and_wait_for_the_scheme(offered):
    school, member = offered
    client = browser_for(member)
    for kind, more in ((AgreementKind.AGREEMENT, {}), (AgreementKind.PROCESSING, CONTACT)):
        path = address_of(agreement_of(school, kind))
        for _ in range(2):
            assert client.post(path, SIGNATURE | more).status_code == 302
        assert "Wacht op Blik op Werk" in page_of(client.get(path))
    home = page_of(client.get(reverse("school:school", args=[school.public_id])))
    assert "U tekende beide. Ze wachten op Blik op Werk" in home


def test_concluded_it_says_so_and_can_be_downloaded(offered):
    school, member = make_agreements()
    agreements.conclude(school, by=make_staff(), now=timezone.now())
    client = browser_for(member)
    text = page_of(client.get(address_of(agreement_of(school, AgreementKind.AGREEMENT))))
    assert "De overeenkomst is tot stand gekomen" in text
    assert "Download de getekende overeenkomst (pdf)" in text


def test_a_processing_agreement_asks_who_hears_of_a_leak(offered):
    school, member = offered
    path = address_of(agreement_of(school, AgreementKind.PROCESSING))
    answer = browser_for(member).post(path, SIGNATURE | {"contact_naam_2": "Bram"})
    assert answer.status_code == 422
    text = page_of(answer)
    assert "Naam van contactpersoon 1: " in text
    assert "Vul ook het e-mailadres van deze contactpersoon in." in text
    assert 'value="Žofia Öz"' in text


def test_administration_reads_the_agreement_and_does_not_sign(offered):
    school, _member = offered
    client = browser_for(make_school_user(school, MembershipFunction.ADMINISTRATION))
    path = address_of(agreement_of(school, AgreementKind.AGREEMENT))
    assert "Dit tekent een beheerder of aanvrager van uw school." in page_of(client.get(path))
    assert client.post(path, SIGNATURE).status_code == 403


def hand_in(application):
    return reverse("school:application-hand-in", args=[application.public_id])


def test_handed_in_twice_is_once_with_a_receipt_and_the_terms(applicant):
    client, application = browser_for(applicant.member), applicant.application
    for _ in range(2):
        answer = client.post(hand_in(application), SIGNATURE)
        assert answer["Location"].endswith("/ontvangst/")
    text = page_of(client.get(answer["Location"]))
    assert f"Aanvraag {application.number} in zaak {application.case.number}" in text
    assert "Download de verzegelde ontvangstbevestiging" in text
    assert "Beslissen op de aanvraag volgens de wet" in text
    application.refresh_from_db()
    assert (application.state, application.signer) == (ApplicationState.SUBMITTED, "Žofia Öz")


def test_without_the_declaration_nothing_is_handed_in_and_all_stays(applicant):
    given = {name: value for name, value in SIGNATURE.items() if name != "agreed"}
    answer = browser_for(applicant.member).post(hand_in(applicant.application), given)
    assert answer.status_code == 422
    assert 'value="Žofia Öz"' in page_of(answer)
    assert Application.objects.get().state == ApplicationState.DRAFT


def test_an_open_invoice_stands_in_the_way_with_its_number(applicant):
    today = timezone.localdate()
    Invoice.objects.create(
        school=applicant.application.school,
        number="F-2026-17",
        amount=450,
        sent_on=today,
        due_on=today + timedelta(days=30),
    )
    client = browser_for(applicant.member)
    text = page_of(client.get(hand_in(applicant.application)))
    assert "Factuur F-2026-17" in text
    assert "€\N{NO-BREAK SPACE}450,00" in text or "€ 450,00" in text
    answer = client.post(hand_in(applicant.application), SIGNATURE)
    assert answer.status_code == 422
    assert "F-2026-17" in page_of(answer)


def test_what_is_missing_is_listed_with_the_place_of_its_box(applicant):
    answer = Answer.objects.get(application=applicant.application, page="onderneming")
    answer.values |= {"iban": "", "plaats": ""}
    answer.save()
    client, application = browser_for(applicant.member), applicant.application
    text = page_of(client.get(reverse("school:application-missing", args=[application.public_id])))
    page = reverse("school:application-page", args=[application.public_id, "onderneming"])
    assert "Nog 2 punten." in text
    assert f'href="{page}?controle=1#v-iban"' in text
    assert 'id="v-iban"' in page_of(client.get(f"{page}?controle=1"))
    assert client.post(hand_in(application), SIGNATURE).status_code == 422


def test_administration_hands_nothing_in(applicant):
    school = applicant.application.school
    client = browser_for(make_school_user(school, MembershipFunction.ADMINISTRATION))
    assert client.post(hand_in(applicant.application), SIGNATURE).status_code == 403
    assert Application.objects.get().state == ApplicationState.DRAFT


def test_after_handing_in_the_page_tells_how_it_goes(db):
    applicant = make_applicant(ApplicationState.COMPLETING)
    client, application = browser_for(applicant.member), applicant.application
    text = page_of(client.get(reverse("school:application", args=[application.public_id])))
    assert "Aanvraag ontvangen" in text
    assert "Blik op Werk vroeg om aanvulling" in text
    assert "Dien de aanvulling in" in text


def test_a_new_application_is_begun_when_the_draft_is_gone(applicant):
    application = applicant.application
    Application.objects.update(state=ApplicationState.EXPIRED)
    client = browser_for(applicant.member)
    home = reverse("school:school", args=[application.school.public_id])
    assert "Begin een aanvraag" in page_of(client.get(home))
    path = reverse("school:application-begin", args=[application.school.public_id])
    for _ in range(2):
        assert client.post(path).status_code == 302
    assert list(Application.objects.values_list("number", flat=True)) == [2, 1]
