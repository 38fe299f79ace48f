from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations import demo, service
from keurmerk.organisations.models import School
from tests.factories.accounts import make_user
from tests.factories.organisations import make_school

pytestmark = pytest.mark.django_db


def kinds():
    return list(Entry.objects.values_list("kind", flat=True))


@pytest.mark.parametrize("number", ["", "1234567", "123456789", "1234567a", "12345678\n", "１２３４５６７８"])
def test_a_kvk_number_has_eight_digits(number):
    with pytest.raises(ValidationError):
        make_school(kvk_number=number)
    assert not Entry.objects.exists()


def test_the_database_refuses_a_wrong_kvk_number_too():
    school = make_school()
    with pytest.raises(IntegrityError), transaction.atomic():
        School.objects.filter(pk=school.pk).update(kvk_number="1234567x")


def test_a_kvk_number_is_known_once():
    school = make_school()
    with pytest.raises(ValidationError):
        make_school(kvk_number=school.kvk_number)


def test_adding_a_member_twice_is_told_once():
    school, user = make_school(), make_user(Role.SCHOOL)
    for _ in range(2):
        service.add_member(school, user, added_by=SYSTEM)
    assert kinds().count("school.member_added") == 1


def test_roles_do_not_mix():
    school = make_school()
    with pytest.raises(service.WrongRoleError):
        service.add_member(school, make_user(Role.STAFF), added_by=SYSTEM)
    with pytest.raises(service.WrongRoleError):
        service.assign_auditor(school, make_user(Role.SCHOOL), assigned_by=SYSTEM, today=date(2026, 1, 1))


def test_an_auditor_may_be_assigned_again_after_the_end():
    school, auditor = make_school(), make_user(Role.AUDITOR)
    first = service.assign_auditor(school, auditor, assigned_by=SYSTEM, today=date(2026, 1, 1))
    service.end_assignment(first, ended_by=SYSTEM, today=date(2026, 2, 1))
    second = service.assign_auditor(school, auditor, assigned_by=SYSTEM, today=date(2026, 3, 1))
    assert second.pk != first.pk
    assert kinds()[-3:] == ["school.auditor_assigned", "school.assignment_ended", "school.auditor_assigned"]


def test_demo_accounts_are_made_once_and_their_school_is_called_fictional():
    demo.load("een-wachtwoord")
    told = kinds()
    demo.load("een-wachtwoord")
    assert kinds() == told
    assert {user.role for user in User.objects.all()} == set(Role)
    assert all(school.fictional and "fictief" in school.name for school in School.objects.all())
