"""The school's pages: what they say, how many queries they take, in which order."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from keurmerk.accounts.enums import Role
from keurmerk.intake.problems import in_order
from keurmerk.results.service import open_problems
from tests.factories.accounts import make_user
from tests.factories.organisations import make_school, make_school_user
from tests.factories.results import make_assessment, make_checked, small_tables, workbook
from tests.keurmerk.web.school.conftest import page_of

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(address).status_code == 200
    return len(found)


def faulty(school, count):
    tables = small_tables(school)
    for row in tables["cursisten"][:count]:
        row["stelsel"] = "Wi2012"
    tables["trajecten"][0]["aangemeld_op"] = "3/4/25"
    return workbook(tables)


def test_outcome_takes_no_query_per_norm(browser_of, school):
    assessment = make_assessment(school)
    assert len(assessment.outcome["normen"]) > 90
    assert queries_of(browser_of, reverse("school:outcome", args=[assessment.public_id])) <= MOST_QUERIES


def test_first_page_takes_few_queries_however_many_uploads(browser_of, school):
    make_assessment(school)
    for number in range(3):
        make_checked(school, faulty(school, number + 1))
    assert queries_of(browser_of, reverse("school:school", args=[school.public_id])) <= MOST_QUERIES


def test_why_shows_every_row_with_its_reason_and_can_be_narrowed(browser_of, school):
    assessment = make_assessment(school)
    address = reverse("school:explanation", args=[assessment.public_id, "2.16"])
    assert "Telt mee" in page_of(browser_of.get(address))
    narrowed = page_of(browser_of.get(address, {"reden": "ona_telt_niet", "telt": "teller"}))
    assert "Geen rij voldoet hieraan." in narrowed
    sorted_page = browser_of.get(address, {"sorteer": "-kenmerk", "pagina": "999"})
    assert sorted_page.status_code == 200


def test_why_downloads_what_is_on_the_screen(browser_of, school):
    assessment = make_assessment(school)
    address = reverse("school:explanation-csv", args=[assessment.public_id, "2.16"])
    everything = browser_of.get(address).content.decode("utf-8-sig").splitlines()
    counted = browser_of.get(address, {"reden": "telt_mee"}).content.decode("utf-8-sig").splitlines()
    assert everything[0] == counted[0] == "norm;groep;tabel;id;telt;reden;toelichting"
    assert len(everything) == 125
    assert {line.split(";")[5] for line in counted[1:]} == {"telt_mee"}
    book = browser_of.get(reverse("school:explanation-xlsx", args=[assessment.public_id, "2.16"]))
    assert book.content.startswith(b"PK")


def test_a_norm_of_the_auditor_has_no_rows(browser_of, school):
    assessment = make_assessment(school)
    answer = browser_of.get(reverse("school:explanation", args=[assessment.public_id, "1.1.1"]))
    assert answer.status_code == 404


def test_errors_stand_in_the_order_of_the_command_line(browser_of, school):
    upload = make_checked(school, faulty(school, 5))
    address = reverse("school:problems", args=[upload.public_id])
    lines = browser_of.get(reverse("school:problems-csv", args=[upload.public_id]))
    user = make_user(Role.STAFF)
    told = in_order(open_problems(upload, opened_by=user))
    expected = [[one.table, str(one.row), one.column] for one in told]
    assert [line.split(";")[:3] for line in lines.content.decode("utf-8-sig").splitlines()[1:]] == expected
    one_table = page_of(browser_of.get(address, {"tabel": "trajecten"}))
    assert ("3/4/25" in one_table, "Wi2012" in one_table) == (True, False)


def test_own_workbook_comes_back_with_a_column_of_errors(browser_of, school):
    upload = make_checked(school, faulty(school, 1))
    book = browser_of.get(reverse("school:problems-xlsx", args=[upload.public_id]))
    assert (book.status_code, book.content[:2]) == (200, b"PK")


def test_two_uploads_compared_tell_rows_and_norms(browser_of, school):
    make_assessment(school)
    tables = small_tables(school)
    tables["aanstellingen"] = []
    make_checked(school, workbook(tables))
    page = page_of(
        browser_of.get(reverse("school:compare", args=[school.public_id]), {"van": "1", "naar": "2"})
    )
    assert "Verwijderd uit aanstellingen" in page
    assert "ander oordeel" in page


def test_comparing_with_a_refused_upload_says_why_not(browser_of, school):
    make_assessment(school)
    make_checked(school, faulty(school, 1))
    page = page_of(
        browser_of.get(reverse("school:compare", args=[school.public_id]), {"van": "1", "naar": "2"})
    )
    assert "Deze twee zijn niet te vergelijken" in page


def test_somebody_of_two_schools_chooses_first(client):
    user = make_school_user()
    school = make_school()
    school.memberships.create(user=user)
    client.force_login(user)
    assert "Voor welke school werkt u nu?" in unescape(client.get(reverse("school:home")).content.decode())


def test_signing_in_leads_to_the_page_of_ones_role(client):
    for role, page in (
        (Role.STAFF, "staff:worklist"),
        (Role.AUDITOR, "auditor:schools"),
        (Role.SCHOOL, "school:home"),
    ):
        client.force_login(make_user(role))
        assert client.get(reverse("start"))["Location"] == reverse(page)


def test_a_dry_run_shows_the_rows_too_until_it_is_withdrawn(browser_of, school):
    upload = make_checked(school)
    address = reverse("school:preview-explanation", args=[upload.public_id, "2.16"])
    assert address in page_of(browser_of.get(reverse("school:preview", args=[upload.public_id])))
    page = page_of(browser_of.get(address, {"reden": "telt_mee"}))
    assert ("Telt mee" in page, "(7 rijen)" in page) == (True, True)
    browser_of.post(reverse("school:withdraw", args=[upload.public_id]))
    assert browser_of.get(address).status_code == 302
