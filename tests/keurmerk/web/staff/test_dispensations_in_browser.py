"""Dispensations as school and staff meet them: accessible by day and by night, and narrow."""

import pytest
from django.urls import reverse
from django.utils import timezone

from keurmerk.dispensations import service
from rulebook.dispensations import Code
from rulebook.lifecycle.states import State
from tests.factories.accounts import PASSWORD
from tests.factories.case_rows import put_in
from tests.factories.certification import make_decider, make_staff
from tests.factories.dispensations import make_advised, make_asked, make_granted
from tests.factories.files import own_store
from tests.factories.organisations import make_school, make_school_user

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db(transaction=True)


def sign_in(page, site, user):
    page.goto(f"{site}/account/login/")
    page.fill("input[name=login]", user.email)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(lambda url: "/account/login/" not in url)


def look_at(page, site, accessible, addresses):
    for address in addresses:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": 1280, "height": 800})
            assert page.goto(site + address).status == 200, address
            accessible(page)
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


@pytest.fixture
def school(transactional_db):
    school = make_school(name="Taalschool De Brug")
    put_in(State.INDEFINITE, school=school)
    make_school_user(school)
    return school


def test_the_pages_of_the_school(page, live_server, accessible, school):
    waiting = make_asked(school)
    service.ask_more(waiting.pk, "Het diploma ontbreekt.", by=make_staff(), today=timezone.localdate())
    granted = make_granted(school, named="B. Voorbeeld")
    sign_in(page, live_server.url, school.memberships.get().user)
    listing = reverse("school:dispensations", args=[school.public_id])
    look_at(
        page,
        live_server.url,
        accessible,
        [
            listing,
            *(f"{listing}{code}/" for code in (Code.ONA_TEACHER, Code.SHRINKING, Code.ADDENDUM_GROUPS)),
            reverse("school:dispensation", args=[waiting.public_id]),
            reverse("school:dispensation-complete", args=[waiting.public_id]),
            reverse("school:dispensation", args=[granted.public_id]),
        ],
    )


def test_the_pages_of_staff(page, live_server, accessible, school):
    asked, advised = make_asked(school), make_advised(school, Code.INTAKE_TEST)
    granted = make_granted(school, Code.SHRINKING, late_because="De gemeente stopte laat.")
    sign_in(page, live_server.url, make_decider())

    def to(name, dispensation):
        return reverse(f"staff:dispensation{name}", args=[dispensation.public_id])

    look_at(
        page,
        live_server.url,
        accessible,
        [
            reverse("staff:dispensations"),
            *(to(name, asked) for name in ("", "-judge", "-advise", "-more")),
            *(to(name, advised) for name in ("", "-back", "-decide")),
            *(to(name, granted) for name in ("", "-establish", "-end")),
        ],
    )
