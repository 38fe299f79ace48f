"""What the scheme adds: survey outcomes, pass rates; and the journal that tells of it."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from keurmerk.accounts.enums import Role
from keurmerk.journal.models import Entry
from keurmerk.results.models import AnnouncedPassRate, SurveyOutcome
from keurmerk.web.outcomes import periods
from keurmerk.web.staff.journal_words import KINDS
from tests.factories.accounts import make_user
from tests.factories.files import own_store
from tests.factories.organisations import make_school
from tests.factories.results import PERIOD, make_assessment

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
SURVEY = {
    "period": periods.code(PERIOD),
    "invited": "40",
    "completed": "20",
    "grades": "20",
    "mean_grade": "7,9",
    "client_audit_grade": "",
    "source": "Rapport van 22 januari 2026",
}


@pytest.fixture
def staff(db):
    client = Client()
    client.force_login(make_user(Role.STAFF))
    return client


def page_of(answer):
    return " ".join(unescape(answer.content.decode()).split())


def test_survey_outcome_judges_the_delivery_again(staff):
    school = make_school()
    first = make_assessment(school)
    address = reverse("staff:survey", args=[school.public_id])
    answer = staff.post(address, SURVEY, follow=True)
    assert "opnieuw beoordeeld" in page_of(answer)
    newest = first.delivery.assessments.order_by("-number").first()
    row = next(row for row in newest.outcome["normen"] if row["norm"] == "3.1.1")
    assert (newest.number, row["waarde"], row["oordeel"]) == (2, 7.9, "voldoet")


def test_survey_outcome_before_any_delivery_is_kept(staff):
    school = make_school()
    answer = staff.post(reverse("staff:survey", args=[school.public_id]), SURVEY, follow=True)
    assert "Zodra de school indient" in page_of(answer)
    assert SurveyOutcome.objects.get().school == school


def test_impossible_numbers_are_refused_with_the_reason(staff):
    school = make_school()
    answer = staff.post(reverse("staff:survey", args=[school.public_id]), SURVEY | {"completed": "50"})
    assert (answer.status_code, SurveyOutcome.objects.count()) == (200, 0)
    assert "Dit klopt nog niet" in page_of(answer)


def test_pass_rate_is_added_and_listed(staff):
    form = {"profile": "hoog", "valid_from": "1-1-2026", "percentage": "62,5", "source": "Nieuwsbericht"}
    page = page_of(staff.post(reverse("staff:pass-rate-new"), form, follow=True))
    assert ("62,5 %" in page.replace("\N{NO-BREAK SPACE}", " "), AnnouncedPassRate.objects.count()) == (
        True,
        1,
    )


def test_journal_is_paged_and_filtered(staff):
    school = make_school()
    for _ in range(60):
        make_school()
    address = reverse("staff:journal")
    assert "Volgende" in page_of(staff.get(address))
    about = page_of(staff.get(address, {"waarover": str(school.public_id)}))
    assert ("School toegevoegd" in about, "(1 rij)" in about) == (True, True)
    assert "(1 rij)" in page_of(staff.get(address, {"soort": "account.opened"}))


def test_every_kind_that_was_written_has_words(staff):
    make_assessment()
    assert set(Entry.objects.values_list("kind", flat=True)) <= set(KINDS)
