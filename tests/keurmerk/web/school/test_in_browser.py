"""A school's legal pages as people meet them: accessible by day and by night, and narrow."""

from datetime import timedelta

import pytest
from django.utils import timezone

from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.service import add_member
from rulebook.lifecycle.pieces import DecisionKind
from rulebook.lifecycle.states import ObjectionState, State
from tests.factories.accounts import PASSWORD
from tests.factories.organisations import make_school, make_school_user
from tests.factories.school_papers import (
    case_of,
    make_decision,
    make_intention,
    make_objection,
    make_plan,
    make_request,
    make_school_task,
)

pytestmark = pytest.mark.django_db(transaction=True)


def addresses_of(school):
    """A suspended school in the midst of everything."""
    today = timezone.localdate()
    case = case_of(school, State.FIXED_INQUIRY)
    make_school_task(case, due=None, text="Gebruik het logo van het Keurmerk niet meer.")
    task, intention, plan = make_school_task(case), make_intention(case), make_plan(case)
    late = make_decision(case, sent_on=today - timedelta(weeks=8))
    warning = make_decision(case, DecisionKind.WARNING)
    objection = make_objection(
        make_decision(case), state=ObjectionState.IN_REPAIR, repair_by=today + timedelta(days=9), address=""
    )
    request = make_request(another_school_of(school.memberships.get().user))
    home, here = f"/mijn/school/{school.public_id}", f"/mijn/bezwaar/{objection.public_id}"
    return {
        "home": f"{home}/",
        "status": f"{home}/status/",
        "warning": f"/mijn/besluit/{warning.public_id}/",
        "decision": f"/mijn/besluit/{late.public_id}/",
        "object": f"/mijn/besluit/{late.public_id}/bezwaar/",
        "objection": f"{here}/",
        "repair": f"{here}/aanvullen/",
        "withdraw": f"{here}/intrekken/",
        "intention": f"/mijn/voornemen/{intention.public_id}/",
        "plan": f"/mijn/plan/{plan.public_id}/",
        "task": f"/mijn/taak/{task.public_id}/",
        "requests": f"{home}/verzoeken/",
        "request": f"/mijn/verzoek/{request.public_id}/",
        "end": f"{home}/verzoeken/opzegging/",
        "period": f"{home}/verzoeken/meetperiode/",
        "calendar": "/mijn/agenda/",
    }


def another_school_of(user):
    """A request needs a certificate in good standing."""
    other = make_school()
    add_member(other, user, added_by=SYSTEM)
    return other


@pytest.fixture
def school(page, live_server):
    school = make_school(name="Taalschool De Brug")
    user = make_school_user(school)
    page.goto(f"{live_server.url}/account/login/")
    page.locator("input[type=email]").fill(user.email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/mijn/**")
    return school


def test_axe_finds_nothing_and_nothing_moves_sideways(page, live_server, school, accessible):
    for path in addresses_of(school).values():
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": 1200, "height": 800})
            assert page.goto(live_server.url + path).status == 200, path
            accessible(page)
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
