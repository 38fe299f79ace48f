"""Colleagues and invitations as people meet them: accessible by day and by night, narrow, by keyboard."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from keurmerk.organisations.enums import MembershipFunction
from tests.factories.accounts import PASSWORD
from tests.factories.invitations import address_in_mail, address_of, invite
from tests.factories.organisations import make_school, make_school_user
from tests.factories.school_papers import case_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def links_lead_here(settings, live_server):
    settings.SITE_ADDRESS = live_server.url


def sign_in(page, live_server, user):
    page.goto(f"{live_server.url}/account/login/")
    page.locator("input[type=email]").fill(user.email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/mijn/**")


def looks_right(page, address, accessible, status=200):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": 1200, "height": 800})
        assert page.goto(address).status == status, address
        accessible(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_pages_about_colleagues(page, live_server, accessible):
    school = make_school(name="Taalschool De Brug")
    user = make_school_user(school)
    other = make_school_user(school, MembershipFunction.ADMINISTRATION)
    invite(school, email="een.heel.lang.adres.dat.niet.past@voorbeeld.example")
    invite(school, today=timezone.localdate() - timedelta(days=20))
    sign_in(page, live_server, user)
    here = f"{live_server.url}/mijn/school/{school.public_id}/collegas/"
    member = school.memberships.get(user=other).public_id
    for path in ("", "uitnodigen/", f"{member}/functie/", f"{member}/verwijderen/"):
        looks_right(page, here + path, accessible)


def test_every_face_of_an_invitation(page, live_server, accessible):
    school, known = make_school(), make_school_user()
    open_to_all = address_of(invite(school))
    for_known = address_of(invite(school, email=known.email))
    expired = address_of(invite(school, today=timezone.localdate() - timedelta(days=20)))
    looks_right(page, open_to_all, accessible)
    looks_right(page, for_known, accessible)
    looks_right(page, expired, accessible, status=410)
    looks_right(page, f"{live_server.url}/uitnodiging/nergens/", accessible, status=404)
    sign_in(page, live_server, known)
    looks_right(page, for_known, accessible)
    looks_right(page, open_to_all, accessible)


def test_invited_by_a_manager_and_in_by_keyboard_alone(page, browser, live_server):
    school = make_school(name="Taalschool De Brug")
    sign_in(page, live_server, make_school_user(school))
    page.goto(f"{live_server.url}/mijn/school/{school.public_id}/collegas/uitnodigen/")
    page.get_by_label("E-mailadres").focus()
    page.keyboard.type("noor@voorbeeld.example")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Uitnodiging verstuurd naar noor@voorbeeld.example.")).to_be_visible()
    theirs = browser.new_context().new_page()
    theirs.goto(live_server.url + address_in_mail())
    theirs.get_by_label("Uw naam").focus()
    theirs.keyboard.type("Noor de Wit")
    for _ in range(2):
        theirs.keyboard.press("Tab")
        theirs.keyboard.type(PASSWORD)
    theirs.keyboard.press("Enter")
    expect(theirs).to_have_url(re.compile(f"/mijn/school/{school.public_id}/"))
    expect(theirs.get_by_text("U werkt nu voor Taalschool De Brug")).to_be_visible()
    theirs.context.close()


def test_a_session_that_ends_while_somebody_types(page, live_server, accessible):
    school = make_school()
    case_of(school)
    user = make_school_user(school)
    sign_in(page, live_server, user)
    address = f"{live_server.url}/mijn/school/{school.public_id}/verzoeken/opzegging/"
    page.goto(address)
    page.get_by_label("Toelichting").or_(page.locator("textarea")).first.fill("Wij stoppen per januari.")
    page.locator("input[type=checkbox]").check()
    page.context.clear_cookies(name="sessionid")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/account/login/**")
    page.locator("input[type=email]").fill(user.email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(address)
    expect(page.locator("textarea").first).to_have_value("Wij stoppen per januari.")
    expect(page.locator("input[type=checkbox]")).not_to_be_checked()
    expect(page.get_by_text("U was uitgelogd.")).to_be_visible()
    accessible(page)
    looks_right(page, f"{live_server.url}/getypt/", accessible)
