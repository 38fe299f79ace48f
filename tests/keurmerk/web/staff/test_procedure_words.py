from keurmerk.web.staff.journal_words import KINDS
from rulebook.lifecycle.events import ObjectionEvent, PlanEvent


def test_everything_that_happens_to_a_plan_or_an_objection_has_words():
    kinds = [f"plan.{event}" for event in PlanEvent] + [f"objection.{event}" for event in ObjectionEvent]
    assert [kind for kind in kinds if kind not in KINDS] == []
