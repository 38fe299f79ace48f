"""Signing in and out in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from keurmerk.accounts.enums import Role
from tests.factories.accounts import PASSWORD, make_user

pytestmark = pytest.mark.browser


def test_signing_in_without_a_mouse(page, live_server, accessible):
    user = make_user(Role.SCHOOL)
    page.goto(f"{live_server}/account/email/")
    expect(page).to_have_url(re.compile("/account/login/"))
    accessible(page)
    page.locator("input[type=email]").focus()
    page.keyboard.type(user.email)
    page.locator("input[type=password]").focus()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/account/email/"))
    accessible(page)


def test_nothing_comes_from_elsewhere_or_breaks_the_policy(page, live_server):
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"{live_server}/account/login/")
    assert [url for url in asked if not url.startswith((str(live_server), "data:"))] == []
    assert complaints == []
