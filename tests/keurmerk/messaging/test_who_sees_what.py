"""Staff see every message; a school what its people got; nobody else's."""

import pytest
from django.contrib.auth.models import AnonymousUser

from keurmerk.accounts.enums import Role
from keurmerk.journal.party import Party
from keurmerk.messaging.models import Message
from keurmerk.messaging.queries import for_about, for_school
from tests.factories.accounts import make_user
from tests.factories.messages import make_message
from tests.factories.organisations import make_school, make_school_user

pytestmark = pytest.mark.django_db


def seen(user):
    return set(Message.objects.for_user(user))


def test_each_sees_their_own():
    school, staff, auditor = make_school(), make_user(Role.STAFF), make_user(Role.AUDITOR)
    first, colleague = make_school_user(school), make_school_user(school)
    to_school = make_message(to=first, school=school)
    to_staff = make_message(to=staff, school=school)
    to_duo = make_message(to="duo@voorbeeld.example", school=school)
    to_auditor = make_message(to=auditor, school=school)

    assert seen(staff) == {to_school, to_staff, to_duo, to_auditor}
    assert seen(first) == seen(colleague) == {to_school}
    assert seen(auditor) == {to_auditor}
    assert seen(make_school_user()) == seen(AnonymousUser()) == set()


def test_messages_of_a_case_and_of_a_school_come_newest_first():
    school, case = make_school(), Party("decision", "7", "besluit 7")
    first = make_message(about=case, school=school)
    second = make_message(about=case)
    make_message(about=Party("decision", "8", "besluit 8"))
    assert list(for_about(case)) == [second, first]
    assert list(for_school(school)) == [first]
