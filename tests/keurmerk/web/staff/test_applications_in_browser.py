"""Applications as staff meet them: accessible, narrow, by keyboard, without scripts."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from keurmerk.applications.enums import ApplicationState
from keurmerk.applications.models import PageJudgement
from keurmerk.applications.service import inquiring
from keurmerk.applications.service.chances import answer_chance
from keurmerk.applications.service.invoices import add_invoice
from rulebook.application.pages import PAGES
from rulebook.lifecycle.states import State
from tests.factories.accounts import PASSWORD
from tests.factories.applications import (
    inquire,
    make_agreements,
    make_applicant,
    make_interest,
)
from tests.factories.case_rows import put_in
from tests.factories.files import own_store
from tests.factories.quick_letters import quick_letters

__all__ = ["own_store", "quick_letters"]


@pytest.fixture
def applicant(transactional_db):
    """One that was completed once, with a source, a planned talk and an open invoice."""
    now = timezone.now()
    made = make_applicant(ApplicationState.COMPLETING)
    application, today = made.application, timezone.localdate(now)
    answer_chance(application.pk, by=made.member, now=now)
    inquire(application, by=made.staff, today=today)
    inquiring.invite_to_talk(
        application.pk,
        at=now + timedelta(days=7),
        place="Utrecht",
        interpreter="Arabisch",
        by=made.staff,
        now=now,
    )
    add_invoice(
        application.school,
        number="2026-001",
        amount=Decimal("750.00"),
        sent_on=today,
        due_on=today + timedelta(days=14),
        by=made.staff,
        today=today,
    )
    return made


@pytest.fixture
def addresses(applicant):
    application, school = applicant.application.public_id, applicant.application.school
    known = put_in(State.WITHDRAWN).school
    interest = make_interest(kvk_number=known.kvk_number)
    signed, _member = make_agreements()
    invoice = school.invoices.get()
    return [
        reverse("staff:applications"),
        reverse("staff:interests"),
        reverse("staff:interest", args=[interest.public_id]),
        reverse("staff:agreements", args=[signed.public_id]),
        reverse("staff:agreements", args=[school.public_id]),
        reverse("staff:agreements", args=[known.public_id]),
        reverse("staff:agreement-preview", args=[signed.public_id, "overeenkomst"]),
        reverse("staff:invoices", args=[school.public_id]),
        reverse("staff:invoice-paid", args=[school.public_id, invoice.public_id]),
        reverse("staff:application", args=[application]),
        reverse("staff:application-changes", args=[application]),
        reverse("staff:application-inquiry", args=[application]),
        reverse("staff:application-outcome", args=[application]),
        *(reverse("staff:application-page", args=[application, page.code]) for page in PAGES),
    ]


def sign_in(page, site, staff):
    page.goto(f"{site}/account/login/")
    page.fill("input[name=login]", staff.email)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")


def test_every_page_is_accessible_and_fits_320(page, live_server, accessible, applicant, addresses):
    sign_in(page, live_server.url, applicant.staff)
    for address in addresses:
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(live_server.url + address)
            page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        accessible(page)


def test_a_page_is_judged_by_keyboard_and_without_scripts(browser, live_server, applicant):
    page = browser.new_context(java_script_enabled=False).new_page()
    sign_in(page, live_server.url, applicant.staff)
    address = reverse("staff:application-page", args=[applicant.application.public_id, "vestigingen"])
    page.goto(live_server.url + address)
    page.focus("#id_volledigheid_holds_0")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Het adres van de tweede vestiging ontbreekt.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=is bewaard")
    page.context.close()
    newest = PageJudgement.objects.filter(page="vestigingen").last()
    assert (newest.holds, newest.text) == (False, "Het adres van de tweede vestiging ontbreekt.")
