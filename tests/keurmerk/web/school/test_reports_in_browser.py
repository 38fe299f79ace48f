"""Reports, statement and certificates as people meet them: accessible by day and by night, and narrow."""

from datetime import timedelta

import pytest
from django.utils import timezone

from keurmerk.reporting.service.handling import ask
from keurmerk.reporting.service.statements import ask_all
from rulebook.application.reports import ReportKind
from rulebook.application.statements import STATEMENTS
from rulebook.lifecycle.states import State
from tests.factories.accounts import PASSWORD
from tests.factories.case_rows import put_in
from tests.factories.certification import make_staff
from tests.factories.files import own_store
from tests.factories.organisations import make_school, make_school_user
from tests.factories.reporting import make_manager, make_report, make_statement, make_vog, text_file

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def school(page, live_server):
    """A holder in the midst of everything, and somebody of it who is signed in."""
    today = timezone.localdate()
    made = put_in(State.INDEFINITE, school=make_school(name="Taalschool De Brug")).school
    user = make_school_user(made)
    make_statement(made, today=today - timedelta(days=350))
    ask_all(today)
    make_vog(make_manager(made), today=today, issued_on=today - timedelta(days=250))
    make_manager(made, name="Jan Bakker")
    page.goto(f"{live_server.url}/account/login/")
    page.locator("input[type=email]").fill(user.email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/mijn/**")
    return made


def addresses_of(school):
    today = timezone.localdate()
    report = make_report(
        school=school, today=today, happened_on=today - timedelta(days=30), files=[text_file()]
    )
    ask(report.pk, "Wanneer?", answer_by=today + timedelta(days=7), by=make_staff(), today=today)
    home = f"/mijn/school/{school.public_id}"
    manager = school.managers.first().public_id
    return {
        "list": f"{home}/meldingen/",
        "report": f"/mijn/melding/{report.public_id}/",
        **{kind.value: f"{home}/meldingen/{kind.value}/" for kind in ReportKind},
        "statements": f"{home}/managementverklaring/",
        "statement": f"{home}/managementverklaring/afgeven/",
        "vogs": f"{home}/vog/",
        "vog": f"/mijn/management/{manager}/vog/",
        "enter": f"{home}/vog/management/",
        "end": f"/mijn/management/{manager}/einde/",
    }


def test_axe_finds_nothing_and_nothing_moves_sideways(page, live_server, school, accessible):
    for path in addresses_of(school).values():
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": 1200, "height": 800})
            assert page.goto(live_server.url + path).status == 200, path
            page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
            accessible(page)
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_a_mistake_in_a_report_is_accessible_and_keeps_what_was_typed(page, live_server, school, accessible):
    page.goto(f"{live_server.url}/mijn/school/{school.public_id}/meldingen/vestiging/")
    page.get_by_label("Plaats").fill("Utrecht")
    page.get_by_role("button", name="Verstuur de melding").click()
    page.get_by_text("Dit klopt nog niet").wait_for()
    accessible(page)
    assert page.get_by_label("Plaats").input_value() == "Utrecht"
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_location_is_reported_by_keyboard(page, live_server, school):
    page.goto(f"{live_server.url}/mijn/school/{school.public_id}/meldingen/vestiging/")
    page.get_by_label("Op welke dag is de eerste les daar?").focus()
    day = timezone.localdate()
    page.keyboard.type(f"{day:%m%d%Y}")
    for label, words in (
        ("Straat en huisnummer", "Stationsplein 1"),
        ("Postcode", "3511 AA"),
        ("Plaats", "Utrecht"),
        ("Hoeveel lessen", "12"),
        ("Toelichting", "Twee groepen op maandag."),
    ):
        page.get_by_label(label).focus()
        page.keyboard.type(words)
    page.get_by_role("button", name="Verstuur de melding").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/melding/**")
    assert school.reports.get().details["plaats"] == "Utrecht"


def test_the_statement_is_looked_at_and_signed(page, live_server, school, accessible):
    page.goto(f"{live_server.url}/mijn/school/{school.public_id}/managementverklaring/afgeven/")
    for each in STATEMENTS:
        page.locator(f"input[name={each.code}][value=akkoord]").check()
    page.get_by_label("Uw functie").fill("Directeur")
    page.get_by_label("Plaats").fill("Utrecht")
    page.get_by_role("button", name="Kijk alles na").click()
    page.get_by_role("heading", name="Kijk na en onderteken").wait_for()
    accessible(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator("input[name=signed]").check()
    page.get_by_role("button", name="Onderteken de verklaring").click()
    page.wait_for_url("**/managementverklaring/")
    assert school.statements.signed().count() == 2
