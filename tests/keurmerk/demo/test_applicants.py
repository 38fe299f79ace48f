"""Every fictional applicant comes as far as its story says, through the verbs that screens use."""

from datetime import date

import pytest

from keurmerk.accounts.enums import Role
from keurmerk.applications.enums import ApplicationState, InterestState
from keurmerk.applications.models import Agreement, Application, Interest
from keurmerk.applications.queries.outcome import file_of, lacking
from keurmerk.certification.models import Certificate
from keurmerk.demo.applicants.applicant import answers_of
from keurmerk.demo.applicants.cast import CAST
from keurmerk.demo.applicants.load import WITHDRAWN_SCHOOL, show_interests
from keurmerk.demo.applicants.scenes import SCENES, stage_of
from rulebook.lifecycle.states import State
from tests.factories.accounts import make_user
from tests.factories.files import own_store
from tests.factories.organisations import make_school

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
STATES = {
    "De Kade": None,
    "De Brug": ApplicationState.DRAFT,
    "De Sluis": ApplicationState.SUBMITTED,
    "Het Veer": ApplicationState.COMPLETING,
    "De Steiger": ApplicationState.SUBMITTED,
    "De Haven": ApplicationState.SUBMITTED,
    "Het Baken": ApplicationState.SUBMITTED,
}


@pytest.mark.parametrize("applicant", CAST, ids=lambda each: each.short_name)
def test_an_applicant_comes_as_far_as_its_story(applicant, own_store):
    stage = stage_of(applicant, email="proef@demo.example", staff=make_user(Role.STAFF), today=TODAY)
    SCENES[applicant.short_name](stage)
    application = Application.objects.filter(school=stage.school).first()
    state = STATES[applicant.short_name]
    assert (application and application.state) == state
    if application is None:
        assert not any(each.concluded for each in Agreement.objects.filter(school=stage.school))
    elif state == ApplicationState.DRAFT:
        assert Certificate.objects.get(school=stage.school).state == State.AGREEMENT
    else:
        assert Certificate.objects.get(school=stage.school).state == State.APPLICATION
        assert application.receipt is not None
    if applicant.short_name == "De Haven":
        assert lacking(file_of(application, TODAY)) == []


def test_everybody_of_the_cast_has_a_scene_and_a_story():
    assert {each.short_name for each in CAST} == set(SCENES)
    assert all(each.story and answers_of(each, TODAY) for each in CAST)


def test_an_interest_of_a_former_holder_waits_for_staff(settings):
    make_school(kvk_number=WITHDRAWN_SCHOOL)
    show_interests(TODAY)
    assert [each.state for each in Interest.objects.order_by("pk")] == [
        InterestState.CONFIRMED,
        InterestState.ASKED,
    ]
