"""Agreement and processing agreement: the school signs both, and then the scheme."""

from dataclasses import replace

import pytest
from django.utils import timezone
from tests.factories.applications import CONTACT, SIGNATURE, make_agreements
from tests.factories.certification import make_staff
from tests.factories.files import own_store

from keurmerk.applications.enums import AgreementKind, ApplicationState
from keurmerk.applications.models import Agreement, Application
from keurmerk.applications.service import agreements
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Certificate, Task
from keurmerk.documents import service as documents
from rulebook.lifecycle.states import State

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
NOW = timezone.make_aware(timezone.datetime(2026, 3, 2, 12))


@pytest.fixture
def offered():
    return make_agreements(signed=False, now=NOW)


def agreement_of(school, kind):
    return Agreement.objects.get(school=school, kind=kind)


def sign(school, member, kind, signature=SIGNATURE, contacts=(CONTACT,)):
    return agreements.sign_for_school(
        agreement_of(school, kind).pk, signature, by=member, now=NOW, contacts=contacts
    )


def test_offering_again_changes_nothing(offered):
    school, _member = offered
    before = list(Agreement.objects.filter(school=school).values())
    agreements.offer(school, today=timezone.localdate())
    assert list(Agreement.objects.filter(school=school).values()) == before


@pytest.mark.parametrize("missing", ["signer", "function", "place"])
def test_who_signs_says_who_as_what_and_where(offered, missing):
    with pytest.raises(NotPossibleError) as refused:
        sign(*offered, AgreementKind.AGREEMENT, replace(SIGNATURE, **{missing: " "}))
    assert refused.value.codes == ("ontbreekt",)


def test_who_signs_says_that_he_may(offered):
    with pytest.raises(NotPossibleError) as refused:
        sign(*offered, AgreementKind.AGREEMENT, replace(SIGNATURE, agreed=False))
    assert refused.value.codes == ("niet_akkoord",)


def test_a_processing_agreement_names_who_is_told_of_a_leak(offered):
    with pytest.raises(NotPossibleError) as refused:
        sign(*offered, AgreementKind.PROCESSING, contacts=({"name": "", "email": ""},))
    assert refused.value.codes == ("contactpersoon",)


def test_signing_twice_keeps_the_first_signature(offered):
    school, member = offered
    sign(school, member, AgreementKind.AGREEMENT)
    sign(school, member, AgreementKind.AGREEMENT, replace(SIGNATURE, signer="Iemand anders"))
    assert agreement_of(school, AgreementKind.AGREEMENT).signer == SIGNATURE.signer


def test_staff_get_a_task_when_both_are_signed_and_not_before(offered):
    school, member = offered
    sign(school, member, AgreementKind.AGREEMENT)
    assert not Task.objects.filter(code=agreements.CONCLUDE).exists()
    sign(school, member, AgreementKind.PROCESSING)
    task = Task.objects.get(code=agreements.CONCLUDE)
    assert (task.case.kind, task.case.school) == (CaseKind.APPLICATION, school)


def test_nothing_is_concluded_before_the_school_signed_both(offered):
    school, member = offered
    sign(school, member, AgreementKind.AGREEMENT)
    with pytest.raises(NotPossibleError) as refused:
        agreements.conclude(school, by=make_staff(), now=NOW)
    assert refused.value.codes == ("niet_getekend",)
    assert not Application.objects.exists()


def test_concluding_both_opens_an_application():
    school, _member = make_agreements(now=NOW)
    staff = make_staff()
    application = agreements.conclude(school, by=staff, now=NOW)
    found = Agreement.objects.filter(school=school)
    assert {(each.concluded, each.scheme_signed_by) for each in found} == {(True, staff)}
    assert Certificate.objects.get(school=school).state_ is State.AGREEMENT
    assert application.state == ApplicationState.DRAFT
    assert application.answers.get(page="onderneming").values["kvk_nummer"] == school.kvk_number
    assert Task.objects.get(code=agreements.CONCLUDE).done_by == staff


@pytest.mark.real_letters
def test_both_signatures_stand_in_one_sealed_document_of_the_school():
    school, _member = make_agreements(now=NOW)
    agreements.conclude(school, by=make_staff(), now=NOW)
    for agreement in Agreement.objects.filter(school=school).select_related("document"):
        assert agreement.document.sealed
        assert agreement.document.for_school
        assert documents.contents(agreement.document).startswith(b"%PDF")


def test_concluding_twice_gives_the_same_application_and_documents():
    school, _member = make_agreements(now=NOW)
    first = agreements.conclude(school, by=make_staff(), now=NOW)
    kept = list(Agreement.objects.filter(school=school).values())
    assert agreements.conclude(school, by=make_staff(), now=NOW) == first
    assert list(Agreement.objects.filter(school=school).values()) == kept
