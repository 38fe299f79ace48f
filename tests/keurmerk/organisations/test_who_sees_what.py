from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from keurmerk.accounts.enums import Role
from keurmerk.accounts.service import close_account
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations import service
from keurmerk.organisations.models import School
from tests.factories.accounts import make_user
from tests.factories.organisations import make_school, make_school_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 1)


def seen_by(user):
    return list(School.objects.for_user(user))


def test_a_school_sees_itself_only():
    own, _other = make_school(), make_school()
    assert seen_by(make_school_user(own)) == [own]


def test_staff_see_all_schools():
    schools = [make_school(name="A"), make_school(name="B")]
    assert seen_by(make_user(Role.STAFF)) == schools


def test_an_auditor_sees_what_is_assigned_until_it_ends():
    school, auditor = make_school(), make_user(Role.AUDITOR)
    assert seen_by(auditor) == []
    assignment = service.assign_auditor(school, auditor, assigned_by=SYSTEM, today=TODAY)
    assert seen_by(auditor) == [school]
    service.end_assignment(assignment, ended_by=SYSTEM, today=TODAY)
    assert seen_by(auditor) == []


def test_who_left_or_did_not_sign_in_sees_nothing():
    school = make_school()
    user, closed, staff = make_school_user(school), make_school_user(school), make_user(Role.STAFF)
    service.remove_member(school, user, removed_by=SYSTEM)
    close_account(closed, closed_by=SYSTEM, today=TODAY)
    close_account(staff, closed_by=SYSTEM, today=TODAY)
    assert [seen_by(one) for one in (user, closed, staff, AnonymousUser())] == [[], [], [], []]


@pytest.mark.parametrize("role", Role)
def test_permission_to_view_agrees_with_the_queryset(role):
    school, user = make_school(), make_user(role)
    make_school()
    if role == Role.SCHOOL:
        service.add_member(school, user, added_by=SYSTEM)
    if role == Role.AUDITOR:
        service.assign_auditor(school, user, assigned_by=SYSTEM, today=TODAY)
    seen = set(seen_by(user))
    assert school in seen
    for one in School.objects.all():
        assert user.has_perm("organisations.view_school", one) == (one in seen)


@pytest.mark.parametrize("role", Role)
def test_only_the_school_itself_delivers(role):
    school, user = make_school(), make_user(role)
    assert not user.has_perm("organisations.deliver_for_school", school)
    if role == Role.SCHOOL:
        service.add_member(school, user, added_by=SYSTEM)
        assert user.has_perm("organisations.deliver_for_school", school)
