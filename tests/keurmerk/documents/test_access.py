"""Who sees which documents."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from keurmerk.accounts import service as accounts
from keurmerk.accounts.enums import Role
from keurmerk.documents.models import Document
from keurmerk.documents.service import add
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.enums import MembershipFunction
from keurmerk.organisations.service import assign_auditor, end_assignment
from tests.factories.accounts import make_user
from tests.factories.documents import TEXT, make_document
from tests.factories.organisations import make_school, make_school_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 1)


@pytest.fixture
def documents():
    """Of a school, an internal one of that school, one of another school, and one of no school."""
    school = make_school()
    nobodys = add(data=TEXT, filename="a.txt", title="", kind="other", school=None, added_by=None)
    return make_document(school), make_document(school, for_school=False), make_document(), nobodys


def seen_by(user):
    return set(Document.objects.for_user(user))


def test_staff_see_all(documents):
    assert seen_by(make_user(Role.STAFF)) == set(documents)


def test_a_school_sees_its_own_and_nothing_internal(documents):
    own, internal, other, _nobodys = documents
    user = make_school_user(own.school)
    assert seen_by(user) == {own}
    allowed = [user.has_perm("documents.view_document", found) for found in (own, internal, other)]
    assert allowed == [True, False, False]


@pytest.mark.parametrize("function", MembershipFunction)
def test_what_may_be_about_persons_only_those_who_sign_see(function):
    school = make_school()
    paper = make_document(school, kind="application")
    user = make_school_user(school, function)
    signs = function != MembershipFunction.ADMINISTRATION
    assert (paper in seen_by(user)) == user.has_perm("documents.view_document", paper) == signs


def test_nor_an_auditor():
    paper, auditor = make_document(make_school(), kind="application"), make_user(Role.AUDITOR)
    assign_auditor(paper.school, auditor, assigned_by=SYSTEM, today=TODAY)
    assert (paper in seen_by(auditor), auditor.has_perm("documents.view_document", paper)) == (False, False)


def test_an_auditor_sees_those_of_assigned_schools_while_assigned(documents):
    auditor = make_user(Role.AUDITOR)
    assert seen_by(auditor) == set()
    assignment = assign_auditor(documents[0].school, auditor, assigned_by=SYSTEM, today=TODAY)
    assert seen_by(auditor) == {documents[0]}
    end_assignment(assignment, ended_by=SYSTEM, today=TODAY)
    assert seen_by(auditor) == set()


def test_nobody_else_sees_any(documents):
    closed = make_user(Role.STAFF)
    accounts.close_account(closed, closed_by=SYSTEM, today=TODAY)
    closed.refresh_from_db()
    assert (seen_by(closed), seen_by(AnonymousUser())) == (set(), set())
