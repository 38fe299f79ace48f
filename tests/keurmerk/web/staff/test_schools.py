"""Staff: schools with their newest advice, new schools, people, auditors."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from keurmerk.accounts.enums import Role
from keurmerk.organisations.models import School
from tests.factories.accounts import make_user
from tests.factories.files import own_store
from tests.factories.organisations import make_school
from tests.factories.results import make_assessment

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(db):
    client = Client()
    client.force_login(make_user(Role.STAFF))
    return client


def page_of(answer):
    return " ".join(unescape(answer.content.decode()).split())


def test_list_shows_the_newest_advice_and_can_be_narrowed(staff):
    judged, new = make_school(name="Taalschool Oordeel"), make_school(name="Taalschool Nieuw")
    advice = make_assessment(judged).outcome["advies"]["advies"]
    address = reverse("staff:schools")
    assert {judged.name, new.name} <= set(re.findall(r"Taalschool \w+", page_of(staff.get(address))))
    assert judged.name in page_of(staff.get(address, {"advies": advice}))
    assert judged.name not in page_of(staff.get(address, {"advies": "geen"}))
    assert new.name in page_of(staff.get(address, {"zoek": "nieuw"}))


def test_list_takes_as_many_queries_for_two_schools_as_for_twenty(staff):
    def queries():
        with CaptureQueriesContext(connection) as found:
            assert staff.get(reverse("staff:schools")).status_code == 200
        return len(found)

    make_assessment()
    queries()
    few = queries()
    for _ in range(18):
        make_school()
    assert queries() == few


def test_a_new_school_is_added_once(staff):
    form = {"name": "Taalschool Begin", "kvk_number": "12345678", "certificate": "bepaalde_tijd"}
    for _ in range(2):
        answer = staff.post(reverse("staff:school-new"), form)
    assert School.objects.filter(kvk_number="12345678").count() == 1
    assert "KvK-nummer" in page_of(answer)


def test_wrong_number_is_said_beside_the_field(staff):
    form = {"name": "Taalschool Kort", "kvk_number": "123", "certificate": "bepaalde_tijd"}
    assert "Een KvK-nummer heeft acht cijfers." in page_of(staff.post(reverse("staff:school-new"), form))


def test_auditor_is_assigned_and_shut_out_again(staff):
    school, auditor = make_school(), make_user(Role.AUDITOR)
    address = reverse("staff:auditors", args=[school.public_id])
    staff.post(address, {"auditor": auditor.pk})
    assert School.objects.for_user(auditor).get() == school
    assignment = school.assignments.get()
    for _ in range(2):
        staff.post(reverse("staff:auditor-end", args=[school.public_id, assignment.pk]))
    assert not School.objects.for_user(auditor).exists()
