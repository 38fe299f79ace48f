"""Every row of the tables has its screen: it opens, says what it does, and begins."""

import pytest
from django.utils import timezone

from keurmerk.certification.models import Objection, Plan
from keurmerk.certification.service import running
from keurmerk.web.staff.objection_acts import ACTS as OBJECTION_ACTS
from keurmerk.web.staff.plan_acts import ACTS as PLAN_ACTS
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.pieces import Actor, Hearing, Parameter
from rulebook.lifecycle.states import ObjectionState, PlanState
from rulebook.lifecycle.table import CERTIFICATE, OBJECTION, PLAN
from rulebook.lifecycle.tables.sanctions import SUSPENDED_FOR
from tests.factories.case_rows import make_open_case
from tests.factories.certification import make_staff
from tests.factories.files import own_store
from tests.factories.school_papers import make_decision, make_objection, make_plan
from tests.keurmerk.web.staff.pages import address, client_of, fields_of, shown

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
EXAMPLES = {
    Parameter.MONTHS: "3",
    Parameter.UNTIL: "01-06-2031",
    Parameter.EFFECTIVE_ON: f"{TODAY:%d-%m-%Y}",
    Parameter.MOST_LEARNERS: "40",
    Parameter.MOST_TURNOVER: "250000",
}


def named(rows):
    return [pytest.param(row, id=f"{row.event.value}-{min(row.sources).value}") for row in rows]


DECISIONS = named(row for row in CERTIFICATE.rows if row.decision)
HEARD = named(row for row in CERTIFICATE.rows if row.hearing is not Hearing.NONE)
STEPS = named(row for row in CERTIFICATE.rows if not row.decision and row.by is not Actor.LAW)


@pytest.fixture
def staff():
    return client_of(make_staff())


def case_for(row):
    """In a state from which this row goes, with the suspension that a prolongation makes longer."""
    case = make_open_case(min(row.sources))
    if row.event is Event.PROLONG_SUSPENSION:
        facts = {"grond": "onderzoek", "vanaf": TODAY.isoformat(), "maanden": 3, "verlengd_maanden": 0}
        running.start_term(SUSPENDED_FOR, facts, case=case, on=TODAY)
    return case


@pytest.mark.parametrize("row", DECISIONS)
def test_every_decision_begins_keeps_what_it_fixes_and_shows_its_letter_or_why_not(staff, row):
    case = case_for(row)
    new = address("decision-new", case, row.event.value)
    assert row.text in shown(staff.get(new))
    assert staff.post(new).status_code == 302
    decision = case.decisions.get()
    page = staff.get(address("decision", decision))
    given = fields_of(page)
    for name in row.parameters:
        field = f"waarde-{name.value}"
        offered = page.text.partition(f'name="{field}"')[2].partition("</select>")[0].split('value="')
        given[field] = EXAMPLES.get(name) or (offered[2].partition('"')[0] if len(offered) > 2 else "ja")
    assert staff.post(address("decision", decision), given).status_code == 302
    decision.refresh_from_db()
    assert set(decision.parameters) == {name.value for name in row.parameters}
    assert "Wat ontbreekt nog" in shown(staff.get(address("decision", decision)))
    shown(staff.get(address("decision-preview", decision)))


@pytest.mark.parametrize("row", HEARD)
def test_every_decision_that_hears_first_has_an_intended_decision(staff, row):
    assert row.text in shown(staff.get(address("intention-new", case_for(row), row.event.value)))


@pytest.mark.parametrize("row", STEPS)
def test_every_step_without_a_decision_says_what_it_does_and_on_what_it_depends(staff, row):
    page = shown(staff.get(address("change", case_for(row), row.event.value)))
    assert row.text in page
    for need in row.needs:
        assert need.fact.statement in page


@pytest.mark.parametrize("state", [state for state in PlanState if state is not PlanState.NONE])
def test_every_state_of_a_plan_has_a_page_with_all_its_acts(staff, state):
    plan = make_plan(make_open_case())
    Plan.objects.filter(pk=plan.pk).update(state=state)
    page = shown(staff.get(address("plan", plan)))
    titles = {event: act.title for act in PLAN_ACTS for event in act.events}
    check_acts(page, PLAN, state, titles)


@pytest.mark.parametrize("state", [state for state in ObjectionState if state is not ObjectionState.NONE])
def test_every_state_of_an_objection_has_a_page_with_all_its_acts(staff, state):
    objection = make_objection(make_decision(make_open_case()))
    Objection.objects.filter(pk=objection.pk).update(state=state)
    page = shown(staff.get(address("objection", objection)))
    elsewhere = {  # in the forms for the courts, and as an act of no row
        "beroep_instellen": "Leg beroep of een voorlopige voorziening vast",
        "beroep_gegrond": "Rechter",
        "beroep_ongegrond": "Rechter",
        "beroep_intrekken": "Rechter",
        "herstellen": "Voer een aanvulling in",
    }
    titles = {event: act.title for act in OBJECTION_ACTS for event in act.events} | elsewhere
    check_acts(page, OBJECTION, state, titles)


def check_acts(page, table, state, titles):
    for event in table.events_from(state):
        row = table.cells[state, event]
        if row.by is not Actor.LAW:
            assert (row.text if row.decision else titles[event]) in page, event
