"""What is not yours is not there."""

from datetime import date

import pytest

from keurmerk.accounts.enums import Role
from keurmerk.assessments.models import Assessment
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.service import assign_auditor
from keurmerk.results.models import Delivery, Upload
from tests.factories.accounts import make_user
from tests.factories.organisations import make_school, make_school_user
from tests.factories.results import make_assessment, receive

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_schools():
    """Each with a draft and a delivery."""
    schools = make_school(), make_school()
    for school in schools:
        make_assessment(school)
        receive(school, b"PK\x03\x04")
    return schools


def seen_by(user):
    return {
        model: {(row.school, str(row)) for row in model.objects.for_user(user)}
        for model in (Upload, Delivery, Assessment)
    }


def test_a_school_sees_its_own_only(two_schools):
    own, _other = two_schools
    seen = seen_by(make_school_user(own))
    assert {school for rows in seen.values() for school, _row in rows} == {own}
    assert len(seen[Upload]) == 2


def test_staff_see_all(two_schools):
    seen = seen_by(make_user(Role.STAFF))
    assert [len(rows) for rows in seen.values()] == [4, 2, 2]


def test_an_auditor_sees_what_assigned_schools_committed(two_schools):
    assigned, _other = two_schools
    auditor = make_user(Role.AUDITOR)
    assert not any(seen_by(auditor).values())
    assign_auditor(assigned, auditor, assigned_by=SYSTEM, today=date(2026, 1, 1))
    seen = seen_by(auditor)
    assert {school for rows in seen.values() for school, _row in rows} == {assigned}
    assert [len(rows) for rows in seen.values()] == [1, 1, 1]


@pytest.mark.parametrize("role", [Role.STAFF, Role.AUDITOR])
def test_only_the_school_itself_works_on_its_uploads(role):
    upload = receive()
    assert not make_user(role).has_perm("results.change_upload", upload)
    assert not make_school_user().has_perm("results.change_upload", upload)
    assert make_school_user(upload.school).has_perm("results.change_upload", upload)


def test_names_are_opened_by_who_may_see_the_school():
    upload = receive()
    assert not make_school_user().has_perm("results.open_personal", upload)
    assert not make_user(Role.AUDITOR).has_perm("results.open_personal", upload)
    assert make_user(Role.STAFF).has_perm("results.open_personal", upload)


@pytest.mark.parametrize("right", ["results.announce_pass_rate", "results.add_survey_outcome"])
def test_what_the_scheme_adds_is_added_by_staff(right):
    assert make_user(Role.STAFF).has_perm(right)
    assert not make_school_user().has_perm(right)
    assert not make_user(Role.AUDITOR).has_perm(right)
