"""The register in a browser: accessible by day and by night, narrow, and found by keyboard."""

import pytest
from django.urls import reverse

from tests.factories.certification import make_staff
from tests.factories.organisations import make_school, make_school_user
from tests.factories.persons_things import entity_of, lead_of, other_of, said_of
from tests.keurmerk.web.staff.test_dispensations_in_browser import look_at, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_pages_of_staff(page, live_server, accessible, transactional_db):
    school = make_school(name="Taalmeesters")
    lead, one, two = lead_of(school), entity_of(school), other_of(school)
    sign_in(page, live_server.url, make_staff())
    look_at(
        page,
        live_server.url,
        accessible,
        [
            reverse("staff:persons"),
            f"{reverse('staff:persons')}?zoek=bakker",
            f"{reverse('staff:persons')}?kvk=12",
            reverse("staff:person", args=[one.public_id]),
            reverse("staff:person", args=[school.organisation.public_id]),
            reverse("staff:person-network", args=[school.organisation.public_id]),
            reverse("staff:person-identity", args=[one.public_id]),
            reverse("staff:person-same", args=[one.public_id, two.public_id]),
            reverse("staff:person-same-undo", args=[said_of(school).public_id]),
            reverse("staff:leads", args=[school.public_id]),
            reverse("staff:lead-judge", args=[school.public_id, lead]),
        ],
    )


def test_the_page_of_the_school(page, live_server, accessible, transactional_db):
    school = make_school(name="Taalmeesters")
    entity_of(school)
    sign_in(page, live_server.url, make_school_user(school))
    look_at(page, live_server.url, accessible, [reverse("school:organisation", args=[school.public_id])])


def test_a_search_by_keyboard_alone(page, live_server, transactional_db):
    entity_of(make_school(name="Taalmeesters"))
    sign_in(page, live_server.url, make_staff())
    page.goto(live_server.url + reverse("staff:persons"))
    page.focus("#id_zoek")
    page.keyboard.type("anna backer")
    page.keyboard.press("Enter")
    page.wait_for_url("**zoek=anna**")
    assert "Anna Bakker" in page.locator("main").inner_text()
