"""Inquiry, talk and decision: in their order, and a grant only when nothing of §2.2 is lacking."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.application_rows import put_invoice
from tests.factories.applications import WRONG, inquire, judge, make_applicant, next_start
from tests.factories.files import own_store

from keurmerk.applications.enums import ApplicationState, Aspect, TalkState
from keurmerk.applications.models import Application, InquiryEntry
from keurmerk.applications.queries.outcome import choices, established, file_of, lacking
from keurmerk.applications.service import assessing, chances, inquiring
from keurmerk.applications.service.deciding import prepare_decision
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Finding
from keurmerk.messaging.models import Message
from rulebook.lifecycle.events import Event
from rulebook.lifecycle.facts import Fact
from rulebook.lifecycle.pieces import Parameter

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
NOW = timezone.make_aware(timezone.datetime(2026, 3, 2, 12))
TODAY = timezone.localdate(NOW)
TALK_AT = NOW + timedelta(days=7)
PLAN = "organisatieplan"


@pytest.fixture
def made():
    return make_applicant(now=NOW)


@pytest.fixture
def ready(made):
    """Judged, inquired into and talked with: only the decision is left."""
    judge(made.application, by=made.staff, today=TODAY)
    assessing.declare_complete(made.application.pk, by=made.staff, today=TODAY)
    inquire(made.application, by=made.staff, today=TODAY)
    report(invite(made), made)
    return made


def invite(made, at=TALK_AT, place="Utrecht", now=NOW):
    return inquiring.invite_to_talk(made.application.pk, at=at, place=place, by=made.staff, now=now)


def report(talk, made, state=TalkState.HELD, *, text="Goed gesprek.", concern=False, on=TALK_AT):
    today = timezone.localdate(on)
    return inquiring.report_talk(talk, state, report=text, concern=concern, by=made.staff, today=today)


def prepare(made, event, *grounds):
    return prepare_decision(made.application.pk, event, grounds=list(grounds), by=made.staff, today=TODAY)


def refused_by(act):
    with pytest.raises(NotPossibleError) as refused:
        act()
    return refused.value.codes


def now_file(made):
    """As it is stored now."""
    return file_of(Application.objects.get(pk=made.application.pk), TODAY)


def texts_of(made):
    return {each.ground.code: each.text for each in choices(now_file(made)) if each.text}


@pytest.mark.parametrize("empty", ["about", "source", "finding"])
def test_a_source_says_whom_it_was_about_which_it_was_and_what_stood_there(made, empty):
    given = {"about": "Anna", "source": "Handelsregister", "finding": "Niets."} | {empty: " "}
    assert refused_by(
        lambda: inquiring.note_source(made.application.pk, **given, concern=False, by=made.staff, today=TODAY)
    ) == ("ontbreekt",)


def test_what_was_found_of_a_person_is_sealed_and_who_looked_is_known(made):
    inquire(made.application, by=made.staff, today=TODAY)
    entry = InquiryEntry.objects.get()
    assert (entry.about, entry.looked_by, entry.looked_on) == ("Anna de Vries", made.staff, TODAY)
    raw = InquiryEntry.objects.extra(select={"raw": "about"}).values_list("raw", flat=True)[0]
    assert b"Anna" not in bytes(raw)


def test_there_is_no_conclusion_without_a_source_or_without_words(made):
    def close(text):
        inquiring.close_inquiry(made.application.pk, clear=True, conclusion=text, by=made.staff, today=TODAY)

    assert refused_by(lambda: close("Alles in orde.")) == ("geen_bron",)
    assert refused_by(lambda: close(" ")) == ("conclusie_ontbreekt",)


def test_nothing_is_looked_up_of_who_has_not_applied():
    draft = make_applicant(ApplicationState.DRAFT, now=NOW)
    assert refused_by(lambda: inquire(draft.application, by=draft.staff, today=TODAY)) == ("niet_nu",)


@pytest.mark.parametrize("clear", [None, False])
def test_only_after_a_positive_inquiry_the_school_is_invited(made, clear):
    if clear is not None:
        inquire(made.application, by=made.staff, today=TODAY, clear=clear)
    assert refused_by(lambda: invite(made)) == ("onderzoek_eerst",)


def test_a_talk_is_planned_in_the_future_and_somewhere(made):
    inquire(made.application, by=made.staff, today=TODAY)
    assert refused_by(lambda: invite(made, at=NOW)) == ("moment",)
    assert refused_by(lambda: invite(made, place=" ")) == ("plaats",)
    assert invite(made, at=NOW + timedelta(minutes=1)).state == TalkState.INVITED


def test_a_talk_that_is_moved_is_invited_to_anew_and_the_old_one_is_void(made):
    inquire(made.application, by=made.staff, today=TODAY)
    first, second = invite(made), invite(made, at=TALK_AT + timedelta(days=1))
    first.refresh_from_db()
    assert (first.state, second.state) == (TalkState.CANCELLED, TalkState.INVITED)
    assert Message.objects.filter(kind__endswith="school_application_talk").count() == 2


def test_a_talk_is_reported_once_on_its_day_or_later(made):
    inquire(made.application, by=made.staff, today=TODAY)
    talk = invite(made)
    assert refused_by(lambda: report(talk, made, on=NOW)) == ("nog_niet_geweest",)
    assert refused_by(lambda: report(talk, made, text=" ")) == ("verslag_ontbreekt",)
    report(talk, made)
    assert refused_by(lambda: report(talk, made)) == ("al_afgerond",)


def test_everything_that_a_grant_lacks_is_told(made):
    told = " ".join(lacking(now_file(made)))
    for part in ("Onderwijsplan", "Het onderzoek naar de Persoon", "Het intakegesprek"):
        assert part in told
    assert refused_by(lambda: prepare(made, Event.GRANT_FIXED)) == ("nog_niet",)


def test_a_grant_takes_its_conditions_from_the_application(ready):
    decision = prepare(ready, Event.GRANT_FIXED)
    assert decision.parameters == {
        Parameter.PERIOD_START: next_start(TODAY).isoformat(),
        Parameter.MOST_LEARNERS: "25",
        Parameter.MOST_TURNOVER: "250000",
    }
    assert prepare(ready, Event.GRANT_FIXED).pk == decision.pk


def test_preparing_writes_down_the_facts_that_the_file_shows(ready):
    prepare(ready, Event.GRANT_FIXED)
    found = dict(Finding.objects.filter(case=ready.application.case).values_list("fact", "holds"))
    for each in established(now_file(ready)):
        assert found[each.fact.value] is each.holds
    assert found[Fact.REQUIREMENTS_MET.value] is True


def test_an_open_invoice_stands_in_the_way_of_a_grant_and_is_a_ground(ready):
    put_invoice(ready.application.school, "2026-17")
    assert lacking(now_file(ready)) == ["Er staan nog facturen open."]
    assert texts_of(ready) == {"betaling": "Niet betaald: 2026-17 van € 750,00."}


@pytest.mark.parametrize(("state", "concern"), [(TalkState.REFUSED, False), (TalkState.HELD, True)])
def test_a_talk_that_is_refused_or_worries_is_a_ground(made, state, concern):
    inquire(made.application, by=made.staff, today=TODAY)
    report(invite(made), made, state, text="Wij komen niet.", concern=concern)
    assert "Wij komen niet." in texts_of(made)["intakegesprek"]
    assert any("intakegesprek" in each.lower() for each in lacking(now_file(made)))


def test_an_inquiry_that_is_not_positive_is_a_ground(made):
    inquire(made.application, by=made.staff, today=TODAY, clear=False)
    assert "Zie de bronnen." in texts_of(made)["onjuiste_informatie"]


def test_a_rejection_has_the_facts_of_its_grounds_and_of_no_others(made):
    judge(made.application, by=made.staff, today=TODAY, wrong=((PLAN, Aspect.COMPLETENESS),))
    put_invoice(made.application.school, "2026-17")
    decision = prepare(made, Event.REJECT, "betaling")
    assert decision.grounds == ["betaling"]
    assert "2026-17" in decision.facts_text
    assert WRONG not in decision.facts_text


def test_a_missed_chance_to_complete_is_a_ground_to_leave_aside_and_to_reject():
    made = make_applicant(ApplicationState.COMPLETING, now=NOW)
    missed_on = TODAY + timedelta(weeks=4, days=1)
    chances.miss_due(missed_on)
    assert {"onvolledig", "blijvend_onjuist", "aanvulling"} <= set(texts_of(made))
    decision = prepare_decision(
        made.application.pk, Event.LEAVE_ASIDE, grounds=["onvolledig"], by=made.staff, today=missed_on
    )
    assert "niet op tijd" in decision.facts_text


def test_what_was_asked_is_no_ground_until_somebody_judged_the_answer():
    made = make_applicant(ApplicationState.COMPLETING, now=NOW)
    chances.answer_chance(made.application.pk, by=made.member, now=NOW)
    assert "aanvulling" not in texts_of(made)
    assessing.judge_page(
        made.application.pk, PLAN, Aspect.COMPLETENESS, holds=False, text=WRONG, by=made.staff, today=TODAY
    )
    assert WRONG in texts_of(made)["aanvulling"]


def test_while_the_school_completes_nothing_is_decided():
    made = make_applicant(ApplicationState.COMPLETING, now=NOW)
    assert refused_by(lambda: prepare(made, Event.REJECT, "eisen")) == ("niet_nu",)


def test_only_the_three_outcomes_of_an_application_are_prepared(made):
    assert refused_by(lambda: prepare(made, Event.WARN)) == ("onbekend",)


def test_an_application_is_open_until_the_decision_is_signed(ready):
    prepare(ready, Event.GRANT_FIXED)
    assert Application.objects.get().state == ApplicationState.SUBMITTED
