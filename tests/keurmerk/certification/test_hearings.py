"""A hearing that a school asks gets its day and place; a withdrawn intention is told to the school."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from keurmerk.certification.enums import DecisionState, IntentionState
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Task
from keurmerk.certification.service import intending
from keurmerk.journal.models import Entry
from keurmerk.messaging.models import Message
from tests.factories.case_rows import make_open_case
from tests.factories.certification import make_staff
from tests.factories.files import own_store
from tests.factories.organisations import make_school_user
from tests.factories.school_papers import make_decision, make_intention

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
NOW = timezone.make_aware(datetime.combine(date(2026, 5, 4), time(12)))
ON = timezone.make_aware(datetime.combine(date(2026, 5, 12), time(10, 30)))
PLACE = "Stationsplein 1, Utrecht"


@pytest.fixture
def intention():
    found = make_intention(make_open_case(), sent_on=NOW.date())
    make_school_user(found.case.school)
    return found


def plan(intention, on=ON, place=PLACE, now=NOW):
    return intending.plan_hearing(intention.pk, on=on, place=place, by=make_staff(), now=now)


def mails(name="school_hearing"):
    return list(Message.objects.filter(kind=f"certification.{name}").order_by("pk"))


def refusal(act):
    with pytest.raises(NotPossibleError) as refused:
        act()
    return refused.value.codes


def test_the_school_hears_day_time_and_place_and_the_task_is_done(intention):
    intending.ask_hearing(intention.pk, asked_by=make_school_user(), today=NOW.date())
    planned = plan(intention)
    assert (planned.hearing_on, planned.hearing_place) == (ON, PLACE)
    task = Task.objects.get(code="hoorzitting_plannen")
    assert task.done_on == NOW.date()
    (mail,) = mails()
    assert mail.subject == f"Hoorzitting op 12 mei 2026 ({intention.reference})"
    assert "Wanneer: dinsdag 12 mei 2026 om 10.30 uur\nWaar: Stationsplein 1, Utrecht\n" in mail.body
    assert "komt in de plaats" not in mail.body
    assert Entry.objects.filter(kind="intention.hearing_planned").count() == 1


def test_planned_twice_the_same_way_the_school_hears_once(intention):
    for _ in range(2):
        plan(intention)
    assert len(mails()) == 1


def test_a_hearing_that_is_moved_is_told_with_the_day_it_replaces(intention):
    plan(intention)
    plan(intention, on=ON + timedelta(days=2), now=NOW + timedelta(hours=1))
    plan(intention, place="Neude 11, Utrecht", on=ON + timedelta(days=2), now=NOW + timedelta(hours=2))
    plan(intention, now=NOW + timedelta(hours=3))
    assert len(mails()) == 4
    assert "in de plaats van die op 12 mei 2026 om 10.30 uur" in mails()[1].body


@pytest.mark.parametrize(
    ("given", "code"),
    [({"on": NOW}, "dag"), ({"on": NOW - timedelta(1)}, "dag"), ({"place": "  "}, "plaats")],
)
def test_a_hearing_needs_a_moment_that_comes_and_a_place(intention, given, code):
    assert refusal(lambda: plan(intention, **given)) == (code,)
    assert not mails()


@pytest.mark.parametrize("state", [IntentionState.DROPPED, IntentionState.HEARD])
def test_what_is_over_gets_no_hearing(intention, state):
    intention.state = state
    intention.save()
    assert refusal(lambda: plan(intention)) == ("afgerond",)


def test_after_the_decision_no_hearing_is_planned(intention):
    make_decision(intention.case, intention=intention, state=DecisionState.SIGNED)
    assert refusal(lambda: plan(intention)) == ("besloten",)


def test_hearing_a_school_without_a_day_in_writing_does_the_task_too(intention):
    intending.ask_hearing(intention.pk, asked_by=make_school_user(), today=NOW.date())
    intending.hold_hearing(
        intention.pk, report="De school kwam langs.", held_by=make_staff(), today=NOW.date()
    )
    assert Task.objects.get(code="hoorzitting_plannen").done_on == NOW.date()


def drop(intention):
    return intending.drop(intention.pk, by=make_staff(), today=NOW.date())


def test_a_withdrawn_intention_is_told_to_the_school_once(intention):
    for _ in range(2):
        drop(intention)
    (mail,) = mails("school_intention_dropped")
    assert mail.subject == f"Voornemen ingetrokken ({intention.reference})"
    assert "hoeft hierop niet meer te reageren" in mail.body
    assert "gaat niet door" not in mail.body


def test_with_it_go_the_hearing_and_the_task_to_plan_one(intention):
    intending.ask_hearing(intention.pk, asked_by=make_school_user(), today=NOW.date())
    plan(intention)
    other = make_intention(intention.case, sent_on=NOW.date())
    intending.ask_hearing(other.pk, asked_by=make_school_user(), today=NOW.date())
    drop(intention)
    assert "De hoorzitting op 12 mei 2026 om 10.30 uur gaat niet door." in (
        mails("school_intention_dropped")[0].body
    )
    drop(other)
    assert Task.objects.get(text__contains=other.reference).ended_on == NOW.date()


def test_a_school_without_users_hears_both_by_post():
    intention = make_intention(make_open_case(), sent_on=NOW.date())
    plan(intention)
    drop(intention)
    assert Task.objects.filter(code="per_post").count() == 2
