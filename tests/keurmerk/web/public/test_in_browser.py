"""Public pages and signing in as people meet them: accessible, narrow, by keyboard, without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.factories.accounts import PASSWORD, make_user

LIST = "/normen/inburgeren-2025/"
PAGES = {
    "home": "/",
    "list": LIST,
    "list_chosen": f"{LIST}?materieel=ja&zoek=docent",
    "list_empty": f"{LIST}?zoek=bestaatniet",
    "norm": f"{LIST}2.15/",
    "norm_manual": "/normen/inburgeren-2024/2.14/",
    "readings": "/lezingen/",
    "stars": "/sterren/",
    "lifecycle": "/regels/levensloop/",
    "accessibility": "/toegankelijkheid/",
    "colophon": "/colofon/",
    "components": "/bouwstenen/",
    "sign_in": "/account/login/",
    "password_reset": "/account/password/reset/",
    "not_found": "/bestaatniet/",
}
every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)


@pytest.fixture
def site(live_server):
    return live_server.url


@every_page
def test_axe_finds_nothing_by_day_and_by_night(page, site, accessible, path):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(site + path)
        accessible(page)


@every_page
def test_nothing_moves_sideways_at_320(page, site, path):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.fixture
def complaints(page):
    """What the browser complains of: among others every breach of the content security policy."""
    told = []
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    return told


@pytest.mark.parametrize("name", ["home", "list", "norm", "components", "sign_in"])
def test_the_browser_has_nothing_to_complain_of(page, site, complaints, name):
    page.goto(site + PAGES[name])
    assert complaints == []


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim() || document.activeElement.name")


def tab_to(page, words, most=60):
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page).startswith(words):
            return
    raise AssertionError(f"{words!r} cannot be reached with Tab")


def test_the_norms_by_keyboard_alone(page, site):
    page.goto(site + LIST)
    page.keyboard.press("Tab")
    assert focused(page) == "Ga naar de inhoud"
    page.keyboard.press("Enter")
    tab_to(page, "zoek")
    page.keyboard.type("doorlooptijd")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("van 110 normen")
    tab_to(page, "Cursussen op tijd afgerond")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("2.14")


def test_filters_open_and_work_by_keyboard_alone(page, site):
    page.goto(site + LIST)
    tab_to(page, "Filters")
    page.keyboard.press("Enter")
    tab_to(page, "alle", 2)
    page.keyboard.press("Tab")
    page.keyboard.type("ja")
    tab_to(page, "Filter")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Materiële Norm: ja")).to_be_visible()
    assert "materieel=ja" in page.url


def test_the_focus_can_be_seen(page, site):
    page.goto(site + "/")
    for _ in range(6):
        page.keyboard.press("Tab")
        style = "getComputedStyle(document.activeElement)"
        assert page.evaluate(f"{style}.outlineStyle") == "solid"
        assert page.evaluate(f"parseFloat({style}.outlineWidth)") >= 2


def test_everything_works_without_javascript(browser, site):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(site + LIST)
    page.get_by_label("Zoek op nummer of woord").fill("vog")
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_role("status")).to_contain_text("van 110 normen")
    page.get_by_text("Filters").click()
    page.get_by_label("Toetsing").select_option("handmatig")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_text("Toetsing: door een auditor")).to_be_visible()
    page.context.close()


def test_a_table_sorts_and_searches_without_losing_its_place(page, site):
    page.goto(site + "/bouwstenen/")
    page.get_by_role("link", name="Uren").click()
    expect(page.get_by_role("columnheader", name="Uren")).to_have_attribute("aria-sort", "ascending")
    page.get_by_label("Zoek in de tabel").fill("P02")
    page.get_by_role("button", name="Zoek").click()
    expect(page.locator("#tabel tbody tr")).to_have_count(4)
    assert "sorteer=uren" in page.url


def test_signing_in_and_out_and_being_refused(page, site, transactional_db):
    user = make_user()
    page.goto(site + "/account/login/")
    for word in ("verkeerd-wachtwoord", PASSWORD):
        page.get_by_label("E-mail").fill(user.email)
        page.get_by_label("Wachtwoord", exact=True).fill(word)
        page.get_by_role("button", name="Inloggen", exact=True).click()
        if word != PASSWORD:
            expect(page.get_by_role("alert")).to_be_focused()
            expect(page).to_have_title("Fout: Inloggen – Keurmerk")
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("link", name="Inloggen").first).to_be_visible()


def test_pages_of_ones_account_are_accessible(page, site, accessible, transactional_db):
    user = make_user()
    page.goto(site + "/account/login/?next=/account/2fa/")
    page.get_by_label("E-mail").fill(user.email)
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for path in ("2fa/", "2fa/totp/activate/", "password/change/", "sessions/", "logout/"):
        page.goto(f"{site}/account/{path}")
        page.set_viewport_size({"width": 320, "height": 640})
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
