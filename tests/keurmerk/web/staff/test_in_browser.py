"""The worklist and the page of a case as staff meet them: accessible, narrow, by keyboard, no JavaScript."""

import pytest
from django.urls import reverse
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.certification.models import Case
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.files import own_store
from tests.factories.many_cases import make_cases
from tests.keurmerk.web.staff.thick_case import make_thick_case

__all__ = ["own_store"]


@pytest.fixture
def case(transactional_db):
    made = make_thick_case(make_user(Role.STAFF))
    make_cases(60, handler=made.handler, today=timezone.localdate(), first=10)
    return made


@pytest.fixture
def addresses(case):
    task = case.tasks.filter(code="crkbo_informeren").get()
    school = case.school.public_id
    return [
        reverse("staff:worklist"),
        reverse("staff:case", args=[case.public_id]),
        reverse("staff:case-paper", args=[case.public_id]),
        reverse("staff:case-task-disclose", args=[case.public_id, task.public_id]),
        reverse("staff:case-new", args=[school]),
        reverse("staff:take-over", args=[school]),
        reverse("staff:school", args=[school]),
        reverse("staff:equated-days"),
        reverse("staff:equated-day-new"),
        reverse("staff:mandates"),
        reverse("staff:mandate-new"),
    ]


def sign_in(page, site, case):
    page.goto(f"{site}/account/login/")
    page.fill("input[name=login]", case.handler.email)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")


def test_every_page_is_accessible_and_fits_320(page, live_server, accessible, case, addresses):
    sign_in(page, live_server.url, case)
    for address in addresses:
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(live_server.url + address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        accessible(page)


def test_a_note_by_keyboard_and_without_scripts(browser, live_server, case):
    page = browser.new_context(java_script_enabled=False).new_page()
    sign_in(page, live_server.url, case)
    page.goto(live_server.url + reverse("staff:case", args=[case.public_id]))
    page.focus("textarea[name=text]")
    page.keyboard.type("Met het toetsenbord.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#notities")
    page.context.close()
    assert Case.objects.get(pk=case.pk).notes.filter(text="Met het toetsenbord.").count() == 1
