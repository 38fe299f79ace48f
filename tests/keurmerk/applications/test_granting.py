"""From a signed grant to the phase for a fixed term: decided, and the audits planned (§2.5)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.factories.applications import inquire, judge, make_applicant
from tests.factories.certification import FACTS, WEIGHING, make_decider
from tests.factories.files import own_store
from tests.keurmerk.web.staff.pages import client_of

from keurmerk.applications.enums import ApplicationState, TalkState
from keurmerk.applications.models import Application
from keurmerk.applications.service import assessing, inquiring
from keurmerk.applications.service.deciding import prepare_decision
from keurmerk.certification.models import Certificate, Task
from keurmerk.certification.queries.visits import planned_visits
from keurmerk.certification.service import deciding, signing
from keurmerk.certification.service.tasks import do_task
from keurmerk.organisations.enums import MembershipFunction
from rulebook.application.visits import Moment, Visit
from rulebook.lifecycle.events import Event

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)


@pytest.fixture
def made():
    """Handed in eight days ago, talked with yesterday, granted today."""
    made = make_applicant(now=NOW - timedelta(days=8))
    application, staff = made.application, made.staff
    judge(application, by=staff, today=TODAY)
    assessing.declare_complete(application.pk, by=staff, today=TODAY)
    inquire(application, by=staff, today=TODAY)
    talk = inquiring.invite_to_talk(
        application.pk, at=NOW - timedelta(days=1), place="Utrecht", by=staff, now=NOW - timedelta(days=2)
    )
    inquiring.report_talk(talk, TalkState.HELD, report="Goed.", concern=False, by=staff, today=TODAY)
    decision = prepare_decision(application.pk, Event.GRANT_FIXED, grounds=[], by=staff, today=TODAY)
    deciding.fill(decision.pk, by=staff, texts={"facts_text": FACTS, "weighing": WEIGHING})
    deciding.submit(decision.pk, by=staff, today=TODAY)
    signing.sign(decision.pk, by=make_decider(), now=NOW)
    return made


def visits_of(made, on=TODAY):
    return planned_visits(Certificate.objects.get(school=made.application.school), on)


def test_with_the_grant_the_application_is_decided_and_who_applied_manages_the_school(made):
    assert Application.objects.get().state == ApplicationState.DECIDED
    membership = made.application.school.memberships.get(user=made.member)
    assert membership.function == MembershipFunction.MANAGER


def test_three_audits_are_planned_from_the_day_of_the_grant(made):
    school, classroom, financial = visits_of(made)
    assert [each.window.visit for each in (school, classroom, financial)] == list(Visit)
    assert (school.window.first, school.moment) == (TODAY + timedelta(days=1), Moment.BEFORE)
    assert visits_of(made, classroom.window.first)[1].moment is Moment.WITHIN
    assert visits_of(made, financial.window.last + timedelta(days=1))[2].moment is Moment.AFTER


def test_an_audit_whose_duty_was_done_was_held_that_day(made):
    task = Task.objects.get(code=Visit.SCHOOL)
    do_task(task.pk, by=made.staff, today=TODAY)
    assert [each.held_on for each in visits_of(made)] == [TODAY, None, None]


def test_staff_and_school_see_the_same_plan(made):
    school = made.application.school.public_id
    for user, page in ((made.staff, "staff:school"), (made.member, "school:school")):
        answer = client_of(user).get(reverse(page, args=[school]))
        assert "Tussentijdse audits" in answer.text, page
        assert "Toezicht in de Klas" in answer.text, page


def test_without_a_certificate_or_a_grant_nothing_is_planned():
    assert planned_visits(None, date(2026, 3, 2)) == ()
    assert visits_of(make_applicant()) == ()
