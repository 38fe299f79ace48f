"""Functions within a school: what each may do, and that somebody is always left to sign."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.accounts.service import close_account
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations import service
from keurmerk.organisations.enums import MembershipFunction
from keurmerk.organisations.models import Membership
from tests.factories.accounts import make_user
from tests.factories.organisations import make_school, make_school_user

pytestmark = pytest.mark.django_db
APPLICANT, MANAGER, ADMINISTRATION = MembershipFunction
BY_SIGNING = (
    "organisations.sign_for_school",
    "organisations.manage_members",
    "organisations.view_persons_of_school",
)


@pytest.fixture
def school():
    return make_school()


def function_of(user, school):
    return Membership.objects.get(user=user, school=school).function


@pytest.mark.parametrize("function", MembershipFunction)
def test_every_function_reads_and_delivers(school, function):
    user = make_school_user(school, function)
    assert user.has_perm("organisations.view_school", school)
    assert user.has_perm("organisations.deliver_for_school", school)


@pytest.mark.parametrize("right", BY_SIGNING)
def test_administration_does_not_sign_invite_or_see_persons(school, right):
    assert [
        make_school_user(school, function).has_perm(right, school) for function in MembershipFunction
    ] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("right", BY_SIGNING)
def test_a_function_counts_for_its_own_school_only(school, right):
    user = make_school_user()
    service.add_member(school, user, added_by=SYSTEM, function=ADMINISTRATION)
    assert not user.has_perm(right, school)


@pytest.mark.parametrize("right", BY_SIGNING)
def test_an_auditor_has_none_of_these_and_a_closed_account_neither(school, right):
    auditor, user = make_user(Role.AUDITOR), make_school_user(school)
    service.assign_auditor(school, auditor, assigned_by=SYSTEM, today=timezone.localdate())
    assert not auditor.has_perm(right, school)
    close_account(user, closed_by=SYSTEM, today=timezone.localdate())
    assert not user.has_perm(right, school)


def test_staff_never_sign_for_a_school(school):
    assert not make_user(Role.STAFF).has_perm("organisations.sign_for_school", school)


def test_at_the_grant_applicants_become_managers(school):
    applicant, other = make_school_user(school, APPLICANT), make_school_user(school, ADMINISTRATION)
    assert service.applicants_become_managers(school, by=SYSTEM) == 1
    assert service.applicants_become_managers(school, by=SYSTEM) == 0
    assert function_of(applicant, school) == MANAGER
    assert function_of(other, school) == ADMINISTRATION
    assert Entry.objects.filter(kind="school.member_function_changed").count() == 1


@pytest.mark.parametrize("function", [APPLICANT, MANAGER])
def test_the_last_who_may_sign_stays(school, function):
    last = make_school_user(school, function)
    make_school_user(school, ADMINISTRATION)
    with pytest.raises(service.LastSignerError):
        service.remove_member(school, last, removed_by=SYSTEM)
    with pytest.raises(service.LastSignerError):
        service.change_function(school, last, ADMINISTRATION, changed_by=SYSTEM)
    assert function_of(last, school) == function


def test_somebody_with_a_closed_account_does_not_count_as_left(school):
    last, gone = make_school_user(school), make_school_user(school)
    close_account(gone, closed_by=SYSTEM, today=timezone.localdate())
    with pytest.raises(service.LastSignerError):
        service.remove_member(school, last, removed_by=SYSTEM)
    service.remove_member(school, gone, removed_by=SYSTEM)


def test_the_first_of_two_may_go(school):
    first, second = make_school_user(school), make_school_user(school, APPLICANT)
    service.remove_member(school, first, removed_by=SYSTEM)
    service.change_function(school, second, MANAGER, changed_by=SYSTEM)
    with pytest.raises(service.LastSignerError):
        service.remove_member(school, second, removed_by=SYSTEM)


def test_a_stranger_is_nobody(school):
    stranger = make_school_user()
    service.remove_member(school, stranger, removed_by=SYSTEM)
    service.change_function(school, stranger, ADMINISTRATION, changed_by=SYSTEM)
    assert not Entry.objects.filter(subject_id=str(school.public_id), kind__contains="member").exists()


def test_the_database_refuses_another_function(school):
    make_school_user(school)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.update(function="directeur")
