"""Judging page by page, one chance of each kind, eight weeks from the complete application (§2.4)."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.factories.applications import WRONG, judge, make_applicant
from tests.factories.files import own_store

from keurmerk.applications.enums import ApplicationState, Aspect
from keurmerk.applications.errors import IncompleteError, NotOpenError
from keurmerk.applications.models import Answer, Chance, PageJudgement
from keurmerk.applications.queries.handed_in import kept
from keurmerk.applications.service import assessing, chances
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Task, Term
from keurmerk.messaging.models import Message

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
NOW = timezone.make_aware(timezone.datetime(2026, 3, 2, 12))
TODAY = date(2026, 3, 2)
UNTIL = date(2026, 3, 30)
PLAN = "organisatieplan"


@pytest.fixture
def made():
    return make_applicant(now=NOW)


@pytest.fixture
def completing():
    return make_applicant(ApplicationState.COMPLETING, now=NOW)


@pytest.fixture
def repairing():
    return make_applicant(ApplicationState.REPAIRING, now=NOW)


def judge_page(made, page=PLAN, aspect=Aspect.COMPLETENESS, *, holds=True, text=""):
    return assessing.judge_page(
        made.application.pk, page, aspect, holds=holds, text=text, by=made.staff, today=TODAY
    )


def term_of(made, code):
    return Term.objects.get(case=made.application.case, code=code, ended_on=None)


def state_of(made):
    made.application.refresh_from_db()
    return made.application.state


def after(days):
    return NOW + timedelta(days=days)


def refused_by(act):
    with pytest.raises(NotPossibleError) as refused:
        act()
    return refused.value.codes


def test_a_page_that_does_not_do_says_what_is_wrong(made):
    assert refused_by(lambda: judge_page(made, holds=False, text=" ")) == ("reden_ontbreekt",)
    assert judge_page(made, holds=False, text=WRONG).text == WRONG


def test_judging_again_keeps_what_was_found_before(made):
    judge_page(made, holds=False, text=WRONG)
    judge_page(made)
    assert list(PageJudgement.objects.values_list("holds", flat=True)) == [False, True]


def test_only_the_plans_are_judged_on_content(made):
    assert refused_by(lambda: judge_page(made, "vestigingen", Aspect.CONTENT)) == ("onbekend",)
    assert refused_by(lambda: judge_page(made, "bestaat_niet")) == ("onbekend",)
    assert judge_page(made, "onderwijsplan", Aspect.CONTENT).holds


def test_nothing_is_judged_while_the_school_completes(completing):
    assert refused_by(lambda: judge_page(completing)) == ("niet_nu",)


def ask(made, until=UNTIL, now=NOW, act=assessing.ask_completion):
    return act(made.application.pk, until=until, by=made.staff, now=now)


def test_without_anything_wrong_there_is_nothing_to_ask(made):
    assert refused_by(lambda: ask(made)) == ("niets_te_vragen",)
    assert refused_by(lambda: ask(made, act=assessing.ask_improvement)) == ("niets_te_vragen",)


def test_the_term_of_a_chance_lies_after_today(made):
    judge_page(made, holds=False, text=WRONG)
    assert refused_by(lambda: ask(made, until=TODAY)) == ("termijn",)
    assert ask(made, until=TODAY + timedelta(days=1)).until == date(2026, 3, 3)


def test_asking_to_complete_opens_the_pages_and_tells_the_school(completing):
    chance = Chance.objects.get()
    assert (chance.aspect, chance.until, [each["page"] for each in chance.pages]) == (
        Aspect.COMPLETENESS,
        UNTIL,
        [PLAN],
    )
    assert state_of(completing) == ApplicationState.COMPLETING
    assert chance.letter.sealed
    assert Message.objects.filter(kind__endswith="school_application_completion").count() == 1


def test_while_completing_the_term_of_the_law_stands_still_and_runs_on_from_the_answer(completing):
    chances.answer_chance(completing.application.pk, by=completing.member, now=after(10))
    assert term_of(completing, "aanvraag_awb").last_day == date(2026, 5, 6)


def test_improving_stops_no_clock(repairing):
    assert term_of(repairing, "aanvraag_awb").last_day == date(2026, 4, 28)
    chances.answer_chance(repairing.application.pk, by=repairing.member, now=after(10))
    assert term_of(repairing, "aanvraag_awb").last_day == date(2026, 4, 28)


def test_each_chance_is_given_once(completing, repairing):
    for made, act in ((completing, assessing.ask_completion), (repairing, assessing.ask_improvement)):
        chances.answer_chance(made.application.pk, by=made.member, now=after(1))
        assert refused_by(lambda made=made, act=act: ask(made, now=after(2), act=act))
        assert made.application.chances.count() == 1


def test_after_completing_there_is_a_chance_of_its_own_to_improve(completing):
    chances.answer_chance(completing.application.pk, by=completing.member, now=after(1))
    judge_page(completing, aspect=Aspect.CONTENT, holds=False, text=WRONG)
    ask(completing, now=after(2), act=assessing.ask_improvement)
    assert state_of(completing) == ApplicationState.REPAIRING


def test_answering_hands_in_again_and_asks_staff_to_judge(completing):
    chances.answer_chance(completing.application.pk, by=completing.member, now=after(1))
    assert state_of(completing) == ApplicationState.SUBMITTED
    assert Task.objects.filter(code=chances.JUDGE_AGAIN, done_on=None).count() == 1


def test_answering_twice_answers_once(completing):
    for _ in range(2):
        chances.answer_chance(completing.application.pk, by=completing.member, now=after(1))
    assert Task.objects.filter(code=chances.JUDGE_AGAIN).count() == 1
    assert len(kept(completing.application).submissions) == 2


def test_what_was_asked_must_be_there(completing):
    completing.application.references.filter(code="H6").delete()
    with pytest.raises(IncompleteError) as told:
        chances.answer_chance(completing.application.pk, by=completing.member, now=after(1))
    assert [each.item for each in told.value.missing] == ["H6"]
    assert state_of(completing) == ApplicationState.COMPLETING


def test_the_last_day_is_in_time_and_the_day_after_is_not(completing):
    with pytest.raises(NotOpenError):
        chances.answer_chance(completing.application.pk, by=completing.member, now=after(29))
    chances.answer_chance(completing.application.pk, by=completing.member, now=after(28))
    assert state_of(completing) == ApplicationState.SUBMITTED


def test_a_chance_that_passes_unused_is_written_down_once(completing):
    assert chances.miss_due(UNTIL) == 0
    assert chances.miss_due(UNTIL + timedelta(days=1)) == 1
    assert chances.miss_due(UNTIL + timedelta(days=2)) == 0
    assert Chance.objects.get().missed_on == UNTIL + timedelta(days=1)
    assert state_of(completing) == ApplicationState.SUBMITTED


def test_what_changed_is_shown_as_it_was_and_as_it_is(made):
    judge_page(made, "meetperiode", holds=False, text="Te weinig Cursisten.")
    ask(made)
    answer = Answer.objects.get(page="meetperiode")
    answer.values = answer.values | {"cursisten": "40"}
    answer.save()
    made.application.references.filter(code="A2").update(pages="7")
    chances.answer_chance(made.application.pk, by=made.member, now=after(1))
    changed = kept(made.application).changes[0]
    assert [(each.question.name, each.old, each.new) for each in changed.answers] == [
        ("cursisten", "25", "40")
    ]
    (moved,) = changed.evidence
    assert "pagina 1" in moved.old[0]
    assert "pagina 7" in moved.new[0]
    assert changed.pages == {"meetperiode", "onderneming"}


def complete(made, today=TODAY):
    return assessing.declare_complete(made.application.pk, by=made.staff, today=today)


def test_only_what_was_found_complete_on_every_page_is_complete(made):
    assert refused_by(lambda: complete(made)) == ("nog_niet",)
    judge(made.application, by=made.staff, today=TODAY, wrong=((PLAN, Aspect.COMPLETENESS),))
    assert refused_by(lambda: complete(made)) == ("nog_niet",)
    judge_page(made)
    complete(made)
    assert Message.objects.filter(kind__endswith="school_application_complete").count() == 1


def test_eight_weeks_run_from_the_day_on_which_all_had_come_in_and_not_from_when_staff_saw_it(made):
    judge(made.application, by=made.staff, today=TODAY)
    complete(made, TODAY + timedelta(days=20))
    assert term_of(made, "aanvraag_handleiding").last_day == date(2026, 4, 27)


def test_after_completing_they_run_from_the_answer(completing):
    chances.answer_chance(completing.application.pk, by=completing.member, now=after(10))
    judge_page(completing)
    complete(completing, TODAY + timedelta(days=15))
    assert term_of(completing, "aanvraag_handleiding").last_day == date(2026, 5, 7)


def test_the_eight_weeks_are_extended_once_in_writing(made):
    def extend():
        return assessing.extend_term(made.application.pk, by=made.staff, now=NOW)

    assert refused_by(extend)
    judge(made.application, by=made.staff, today=TODAY)
    complete(made)
    extend()
    assert term_of(made, "aanvraag_handleiding").last_day == date(2026, 6, 22)
    assert Message.objects.filter(kind__endswith="school_application_extended").count() == 1
    assert refused_by(extend)
