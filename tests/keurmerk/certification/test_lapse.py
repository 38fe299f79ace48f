"""A fixed term that lapsed, and afterwards turns out not to have."""

import pytest

from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.service import cases, changes, law
from keurmerk.certification.service.certificates import Holding, take_over
from keurmerk.journal.party import SYSTEM
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Actor
from rulebook.lifecycle.states import Mark, State
from tests.factories.case_rows import make_open_case
from tests.factories.certification import make_staff
from tests.factories.files import own_store
from tests.factories.organisations import make_school
from tests.keurmerk.certification.letter_stage import NOW, TODAY

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db


def correct(case):
    staff = make_staff()
    for fact in (Fact.AUDIT_IN_TIME, Fact.SURVEY_IN_TIME):
        cases.establish(case, fact, holds=True, source="Rapport", established_by=staff, today=TODAY)
    step = changes.Step(event=Event.CORRECT_LAPSE, by=Actor.STAFF, user=staff)
    return changes.make(case.certificate_id, step, case=case, today=TODAY)


def test_the_status_of_before_the_lapse_holds_again():
    holding = Holding(
        mark=Mark.FIXED, period_first=TODAY.replace(year=TODAY.year - 3, month=1, day=1), source="x"
    )
    certificate = take_over(make_school(), holding, taken_by=SYSTEM, today=TODAY)
    law.carry_out_law(NOW)
    lapse = certificate.changes.get()
    assert lapse.after == State.LAPSED
    assert correct(lapse.case).after == State.FIXED


def test_what_lapsed_before_it_was_in_the_books_has_no_status_to_go_back_to():
    case = make_open_case(State.LAPSED)
    with pytest.raises(NotPossibleError) as refused:
        correct(case)
    assert refused.value.codes == ("niets_terug_te_zetten",)
    assert "opnieuw aanvragen kan" in str(refused.value)
    case.certificate.refresh_from_db()
    assert (case.certificate.state, case.certificate.version) == (State.LAPSED, 0)
