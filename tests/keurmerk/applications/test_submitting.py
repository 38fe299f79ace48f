"""Handing in: complete, declared, nothing left to pay; confirmed at once (§2.3)."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import timezone
from tests.factories.application_rows import put_invoice
from tests.factories.applications import DECLARED, IDENTITY, make_answers, make_applicant
from tests.factories.files import own_store

from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.errors import IncompleteError, NotOpenError
from keurmerk.applications.models import Agreement, Answer, Application, HandedIn
from keurmerk.applications.queries.handed_in import kept
from keurmerk.applications.service.invoices import pay_invoice
from keurmerk.applications.service.submitting import submit
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Certificate, Change, Term
from keurmerk.messaging.models import Message
from keurmerk.persons.models import Person
from rulebook.lifecycle.states import State

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
NOW = timezone.make_aware(timezone.datetime(2026, 3, 2, 12))
TODAY = date(2026, 3, 2)


@pytest.fixture
def draft():
    return make_applicant(ApplicationState.DRAFT, now=NOW)


def hand_in(made, declared=DECLARED):
    return submit(made.application.pk, declared, by=made.member, now=NOW)


def change(made, page, **values):
    answer = Answer.objects.get(application=made.application, page=page)
    answer.values = answer.values | values
    answer.save()


def refused_for(made, declared=DECLARED):
    with pytest.raises(NotPossibleError) as refused:
        hand_in(made, declared)
    made.application.refresh_from_db()
    assert made.application.state == ApplicationState.DRAFT
    assert not HandedIn.objects.exists()
    return refused.value


def test_a_complete_application_is_received_and_the_term_of_the_law_runs(draft):
    application = hand_in(draft)
    assert (application.state, application.submitted_by) == (ApplicationState.SUBMITTED, draft.member)
    assert Certificate.objects.get(school=application.school).state_ is State.APPLICATION
    term = Term.objects.get(case=application.case, code="aanvraag_awb")
    assert (term.started_on, term.last_day) == (TODAY, date(2026, 4, 28))


@pytest.mark.real_letters
def test_the_receipt_is_sealed_and_mailed_at_once(draft):
    application = hand_in(draft)
    assert application.receipt.sealed
    message = Message.objects.get(kind__endswith="school_application_received")
    assert message.attachments.get().document == application.receipt


def test_who_is_behind_the_school_goes_into_the_register_of_persons(draft):
    hand_in(draft)
    assert Person.objects.filter(first_names="Anna", last_name__endswith="Vries").count() == 1


def test_the_same_button_twice_hands_in_once(draft):
    hand_in(draft)
    hand_in(draft)
    assert HandedIn.objects.count() == 1
    assert Change.objects.filter(event="aanvragen").count() == 1


def test_what_is_missing_is_told_and_nothing_is_handed_in(draft):
    change(draft, "onderneming", iban="NL00 FOUT")
    with pytest.raises(IncompleteError) as told:
        hand_in(draft)
    assert [(each.page, each.item) for each in told.value.missing] == [("onderneming", "iban")]
    assert Application.objects.get().state == ApplicationState.DRAFT


def test_a_certificate_of_conduct_of_six_months_counts_and_a_day_older_does_not(draft):
    references = draft.application.references.filter(code="A6")
    references.update(issued_on=date(2025, 9, 1))
    with pytest.raises(IncompleteError):
        hand_in(draft)
    references.update(issued_on=date(2025, 9, 2))
    assert hand_in(draft).state == ApplicationState.SUBMITTED


@pytest.mark.parametrize("name", ["signer", "function", "place"])
def test_who_declares_says_who_as_what_and_where(draft, name):
    assert refused_for(draft, replace(DECLARED, **{name: ""})).codes == ("ontbreekt",)


def test_without_the_declaration_that_all_is_right_nothing_is_handed_in(draft):
    assert refused_for(draft, replace(DECLARED, agreed=False)).codes == ("niet_verklaard",)


def test_an_open_invoice_blocks_and_is_named(draft):
    invoice = put_invoice(draft.application.school, "2026-17")
    assert "2026-17 van € 750,00" in str(refused_for(draft))
    pay_invoice(invoice.pk, paid_on=invoice.sent_on, by=draft.staff, today=invoice.sent_on)
    assert hand_in(draft).state == ApplicationState.SUBMITTED


def test_an_invoice_of_another_school_does_not_block(draft):
    other = make_applicant(ApplicationState.DRAFT, now=NOW)
    put_invoice(other.application.school, "2026-18")
    assert hand_in(draft).state == ApplicationState.SUBMITTED


def test_without_the_agreements_nothing_is_handed_in(draft):
    Agreement.objects.filter(school=draft.application.school).update(scheme_signed_at=None)
    assert refused_for(draft).codes == ("geen_overeenkomst",)


def test_what_expired_or_was_decided_is_not_handed_in(draft):
    Application.objects.update(state=ApplicationState.EXPIRED)
    with pytest.raises(NotOpenError):
        hand_in(draft)


def test_what_was_handed_in_is_kept_as_it_was_and_sealed(draft):
    hand_in(draft)
    found = kept(draft.application)
    assert found.answers == make_answers(draft.application.school, TODAY)
    raw = HandedIn.objects.extra(select={"raw": '"values"'}).values_list("raw", flat=True)[0]
    assert IDENTITY.encode() not in bytes(raw)
