"""Terms are counted by the rulebook; what a rule alone knows is told with it."""

from datetime import date

import pytest

from keurmerk.certification.counting import compute
from keurmerk.certification.models import EquatedDay

pytestmark = pytest.mark.django_db
ON = {"vanaf": "2026-04-17", "aantal": 4}


@pytest.mark.parametrize("kind", ["dagen", "weken", "maanden", "werkdagen"])
def test_what_many_rules_count_alike_tells_the_source_of_its_own_rule(kind):
    term = compute(kind, ON, "Awb 4:8")
    assert term.steps[0].source == "Awb 4:8"


def test_a_term_that_only_one_rule_knows_keeps_the_sources_of_the_law():
    term = compute("bezwaar", {"verzonden_op": "2026-03-02"}, "§7.10.1")
    assert term.steps[0].source == "Awb 6:7, 6:8"


def test_only_the_counting_itself_is_of_the_rule():
    EquatedDay.objects.create(day=date(2026, 4, 22), name="Proefdag", source="Stcrt. 2026, 1")
    term = compute("werkdagen", ON, "§7.3.1")
    assert [step.source for step in term.steps] == ["§7.3.1", "Algemene termijnenwet 3"]
