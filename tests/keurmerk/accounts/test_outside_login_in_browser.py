"""An outside login in a real browser, from our page to the provider's and back, with the keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories.organisations import make_school_user
from tests.oidc.provider import running
from tests.oidc.server import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    with running(tmp_path_factory.mktemp("oidc")) as provider:
        yield provider


@pytest.fixture
def provider(started, settings, live_server):
    settings.SOCIALACCOUNT_PROVIDERS = started.settings(f"{live_server.url}/account/extern/extern/terug/")
    started.steer(wrongs={})
    return started


def at_the_provider(page, email, decision):
    page.wait_for_url("http://127.0.0.1:*/account/login/**")
    page.locator("input[type=email]").fill(email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.locator(f"button[value={decision}]").click()


def press(page, live_server, after=""):
    page.goto(f"{live_server.url}{after or '/account/login/'}")
    page.get_by_role("button", name="Inloggen met Proeflogin").focus()
    page.keyboard.press("Enter")


def test_from_the_page_one_wanted_to_the_provider_and_back_there(page, live_server, provider, accessible):
    user = make_school_user()
    provider.has(user.email)
    complaints = []
    page.on("console", lambda told: complaints.append(told.text) if "Content Security" in told.text else None)
    page.goto(f"{live_server.url}/account/login/")
    accessible(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    press(page, live_server, after="/mijn/agenda/")
    at_the_provider(page, user.email, "grant")
    expect(page).to_have_url(f"{live_server.url}/mijn/agenda/")
    page.goto(f"{live_server.url}/account/3rdparty/")
    accessible(page)
    page.get_by_role("button", name="Uitloggen").click()
    page.goto(f"{live_server.url}/mijn/agenda/")
    expect(page).to_have_url(re.compile("/account/login/"))
    assert complaints == []


def test_who_is_refused_reads_why(page, live_server, provider, accessible):
    provider.has("niemand@voorbeeld.example")
    press(page, live_server)
    at_the_provider(page, "niemand@voorbeeld.example", "grant")
    expect(page.get_by_role("heading", name="U heeft hier nog geen account")).to_be_visible()
    accessible(page)
    press(page, live_server)
    page.locator("button[value=cancel]").click()
    expect(page.get_by_role("heading", name="U bent niet ingelogd")).to_be_visible()
