"""The forms for legal acts in a browser: accessible by day and by night, at 320 px, by keyboard alone."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from keurmerk.certification.service import deciding
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Heard, Parameter
from rulebook.lifecycle.states import State
from tests.factories.case_rows import make_open_case
from tests.factories.certification import (
    FACTS,
    WEIGHING,
    establish,
    make_case,
    make_certificate,
    make_decider,
    make_staff,
    submitted,
    suspended,
)
from tests.factories.files import own_store
from tests.factories.organisations import make_school
from tests.factories.results import make_assessment
from tests.factories.school_papers import make_intention, make_objection, make_plan
from tests.journeys.hands import Keyboard
from tests.keurmerk.web.staff.pages import address

__all__ = ["own_store"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 900}
OPEN = "document.querySelectorAll('details').forEach(each => { each.open = true; })"


@pytest.fixture
def enter(page, live_server):
    """Signed in, without the form: that has tests of its own."""

    def sign_in(user):
        client = Client()
        client.force_login(user)
        cookie = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])

    return sign_in


@pytest.fixture
def pages():
    """Every screen once, with something on it."""
    today, author = timezone.localdate(), make_staff()
    school = make_school()
    make_assessment(school)
    case = make_case(make_certificate(school), today=today)
    establish(case, Fact.NORM_FAILED, today=today)
    draft = deciding.prepare(case, Event.SUSPEND_AS_SANCTION, prepared_by=author)
    given = {
        "grounds": ["onregelmatigheden"],
        "values": {Parameter.EFFECTIVE_ON: today.isoformat(), Parameter.MONTHS: "3"},
        "details": {"inquiry": "Wij onderzoeken de presentielijsten van het laatste jaar."},
        "heard": Heard.URGENT,
    }
    waiting = submitted(make_case(today=today), Event.SUSPEND_FOR_INQUIRY, today=today, **given)
    signed = suspended(make_case(today=today), today=today)
    objection = make_objection(signed, signed=False)
    intention = make_intention(make_case(today=today), sent_on=today - timedelta(days=5))
    return {
        "first look": address("decision-new", case, "schorsen_onderzoek"),
        "draft": address("decision", draft),
        "letter": address("decision-preview", waiting),
        "waiting": address("decision", waiting),
        "signing": address("decision-sign", waiting),
        "signed": address("decision", signed),
        "intended, new": address("intention-new", case, "schorsen_sanctie"),
        "intended": address("intention", intention),
        "facts": address("fact-new", case),
        "step": address("change", make_open_case(State.APPLICATION), "aanvulling_vragen"),
        "plan, new": address("plan-new", case),
        "plan": address("plan", make_plan(make_case(today=today))),
        "objection, new": address("objection-new", signed),
        "objection": address("objection", objection),
        "court": address("court-new", objection),
        "not now": address("decision-new", case, "toekennen"),
    }


def test_every_screen_is_accessible_by_day_and_by_night_and_fits_a_phone(
    page, live_server, enter, pages, accessible
):
    enter(make_decider())
    for name, path in pages.items():
        for scheme, size in (("light", WIDE), ("dark", NARROW)):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            page.goto(live_server.url + path)
            page.evaluate(OPEN)
            accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], name


def test_from_first_look_to_the_sealed_letter_by_keyboard_alone(page, live_server, enter):
    today = timezone.localdate()
    case, decider = make_case(today=today), make_decider()
    hands = Keyboard(page)
    enter(make_staff())
    page.goto(live_server.url + address("decision-new", case, "schorsen_onderzoek"))
    hands.press("Begin een concept")
    hands.tick("Er zijn Onregelmatigheden, of die worden vermoed.")
    hands.fill("Ingangsdatum", f"{today:%d-%m-%Y}")
    hands.fill("Aantal maanden", "3")
    hands.press("Bewaar wat het vastlegt")
    expect(page.get_by_text("Bewaard om")).to_be_visible()
    page.get_by_label("Niet gehoord: de vereiste spoed").check()
    hands.fill("Waarom niet gehoord", "Uitstel schaadt de Cursisten.")
    hands.fill("Feiten waarop het besluit rust", FACTS)
    hands.fill("Afweging van de belangen", WEIGHING)
    hands.fill("Het onderzoek", "Wij onderzoeken de presentielijsten.")
    hands.press("Bewaar en leg voor ter ondertekening")
    hands.press("Leg voor ter ondertekening")
    enter(decider)
    page.reload()
    hands.follow("Onderteken en verzend")
    hands.press("Onderteken en verzend")
    expect(page.get_by_text("Het zegel klopt")).to_be_visible()


def test_a_mistake_takes_the_focus_and_leads_to_its_field(page, live_server, enter):
    case = make_case(today=timezone.localdate())
    enter(make_staff())
    page.goto(live_server.url + address("decision-new", case, "schorsen_onderzoek"))
    page.get_by_role("button", name="Begin een concept").click()
    page.get_by_label("Ingangsdatum").fill("ergens in maart")
    page.get_by_role("button", name="Bewaar gronden").click()
    link = page.get_by_role("alert").get_by_role("link", name="Ingangsdatum: Voer een geldige datum in.")
    expect(page.get_by_role("alert")).to_be_focused()
    link.click()
    expect(page.get_by_label("Ingangsdatum")).to_be_focused()
    expect(page.get_by_label("Ingangsdatum")).to_have_value("ergens in maart")
