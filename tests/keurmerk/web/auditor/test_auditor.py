"""Auditors: what was handed in at their own schools, and nothing to change."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from keurmerk.accounts.enums import Role
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.service import assign_auditor
from tests.factories.accounts import make_user
from tests.factories.files import own_store
from tests.factories.organisations import make_school
from tests.factories.results import make_assessment

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return make_school(name="Taalschool Toegewezen")


@pytest.fixture
def auditor(client, school):
    user = make_user(Role.AUDITOR)
    assign_auditor(school, user, assigned_by=SYSTEM, today=date(2026, 1, 1))
    client.force_login(user)
    return client


def text(answer):
    return " ".join(unescape(answer.content.decode()).split())


def test_only_assigned_schools_are_listed(auditor, school):
    other = make_school(name="Taalschool Elders")
    page = text(auditor.get(reverse("auditor:schools")))
    assert (school.name in page, other.name in page) == (True, False)


def test_outcome_and_rows_are_those_of_the_school(auditor, school):
    assessment = make_assessment(school)
    assert "ingediend" in text(auditor.get(reverse("auditor:school", args=[school.public_id])))
    assert "Uitkomst" in text(auditor.get(reverse("auditor:outcome", args=[assessment.public_id])))
    rows = auditor.get(reverse("auditor:explanation", args=[assessment.public_id, "2.16"]))
    assert "Telt mee" in text(rows)


def test_another_schools_outcome_is_not_there(auditor):
    assessment = make_assessment()
    for name in ("outcome", "receipt", "outcome-json"):
        assert auditor.get(reverse(f"auditor:{name}", args=[assessment.public_id])).status_code == 404


def test_receipt_is_a_zip_and_the_outcome_is_that_of_the_command_line(auditor, school):
    assessment = make_assessment(school)
    receipt = auditor.get(reverse("auditor:receipt", args=[assessment.public_id]))
    assert receipt.content.startswith(b"PK")
    shown = auditor.get(reverse("auditor:outcome-json", args=[assessment.public_id]))
    assert shown.json() == assessment.outcome
