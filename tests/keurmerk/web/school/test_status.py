"""Mijn keurmerk says where the certificate stands, until when, what it means and what must be done."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from keurmerk.certification.enums import DecisionState
from keurmerk.certification.models import Change, Decision
from keurmerk.web.school.status_words import status_words
from rulebook.lifecycle.pieces import DecisionKind
from rulebook.lifecycle.states import State
from tests.factories.case_rows import make_term, put_in
from tests.factories.certification import make_certificate
from tests.factories.organisations import make_school
from tests.factories.results import make_assessment
from tests.factories.school_papers import (
    case_of,
    make_decision,
    make_intention,
    make_objection,
    make_plan,
    make_school_task,
)
from tests.keurmerk.web.school.conftest import page_of

pytestmark = pytest.mark.django_db


def home_of(school):
    return reverse("school:school", args=[school.public_id])


def status_of(school):
    return reverse("school:status", args=[school.public_id])


@pytest.mark.parametrize("state", State, ids=lambda state: state.value)
def test_every_status_has_words_of_what_it_means(state):
    words = status_words(put_in(state))
    assert words.meaning
    assert bool(words.may_not) == (state.held is None or "geschorst" in state)
    assert bool(words.until) <= bool(words.until_words)


HEADINGS = {
    (True, True): "Wat u wel en niet mag",
    (True, False): "Wat u mag",
    (False, True): "Wat u niet mag",
}


@pytest.mark.parametrize("state", State, ids=lambda state: state.value)
def test_the_heading_of_what_a_school_may_names_what_stands_under_it(browser_of, school, state):
    words = status_words(put_in(state, school=school))
    page = browser_of.get(status_of(school)).text
    heading, under = re.search(r"<summary>(Wat u [^<]*)</summary>(.*?)</details>", page, re.DOTALL).groups()
    assert heading == HEADINGS[bool(words.may), bool(words.may_not)]
    assert under.count("<li>") == len(words.may) + len(words.may_not)


def test_a_suspended_school_reads_until_when_and_what_it_may_not(browser_of, school):
    certificate = put_in(State.INDEFINITE_SANCTION, school=school)
    page = page_of(browser_of.get(home_of(school)))
    assert "Keurmerk voor onbepaalde tijd, geschorst als sanctie" in page
    assert f'datetime="{certificate.suspended_until}"' in page
    assert "De cursussen afmaken die aantoonbaar al waren afgesproken." in page
    assert "Nieuwe Cursisten aannemen die met een DUO-lening" in page


def test_a_holder_sees_its_own_periods_with_the_year_of_the_cycle(browser_of, school):
    make_certificate(school)
    page = page_of(browser_of.get(home_of(school)))
    year = timezone.localdate().year - 2025 + 1
    assert f"(cyclusjaar {(year - 1) % 4 + 1})" in page
    assert "Uw Meetperiodes" in page


def test_a_period_that_was_moved_stands_there_with_its_new_end(browser_of, school):
    certificate = make_certificate(school)
    first = timezone.localdate().replace(month=1, day=1)
    Change.objects.create(
        certificate=certificate,
        case=case_of(school),
        number=1,
        event="meetperiode_wijzigen",
        before=State.INDEFINITE,
        after=State.INDEFINITE,
        on=timezone.localdate(),
        actor="beslisser",
        about_period=first,
        parameters={"einde_meetperiode": f"{first.year + 1}-03-31"},
    )
    certificate.refresh_from_db()
    page = page_of(browser_of.get(home_of(school)))
    assert f"1 januari {first.year} tot en met 31 maart {first.year + 1}" in page
    assert ", verlengd)" in page


def test_who_has_none_yet_sees_the_three_periods_to_choose_from(browser_of, school):
    put_in(State.AGREEMENT, school=school)
    page = page_of(browser_of.get(home_of(school)))
    assert "Meetperiodes die u kunt kiezen" in page
    assert page.count("<summary>1 ") == 3


def test_what_must_be_done_stands_nearest_first_with_its_page(browser_of, school):
    case, today = case_of(school), timezone.localdate()
    plan, intention, task = make_plan(case), make_intention(case), make_school_task(case)
    objection = make_objection(
        make_decision(case), state="herstel_gevraagd", repair_by=today + timedelta(days=9)
    )
    page = page_of(browser_of.get(home_of(school)))
    wanted = [
        reverse("school:task", args=[task.public_id]),
        reverse("school:objection-repair", args=[objection.public_id]),
        reverse("school:intention", args=[intention.public_id]),
        reverse("school:plan", args=[plan.public_id]),
    ]
    places = [page.index(f'href="{address}"') for address in wanted]
    assert places == sorted(places)


def test_conditions_stand_beside_what_was_delivered_last(browser_of, school):
    put_in(State.FIXED, school=school, most_learners=10, most_turnover="50000.00")
    make_assessment(school)
    page = page_of(browser_of.get(home_of(school)))
    assert "Cursisten: hoogstens 10, laatst aangeleverd:" in page
    assert "te veel" in page
    assert "Omzet: hoogstens € 50.000,00" in page.replace("\N{NO-BREAK SPACE}", " ")


def test_a_draft_does_not_exist_for_a_school(browser_of, school):
    decision = make_decision(case_of(school), DecisionKind.WARNING)
    draft = {"state": DecisionState.DRAFT, "signed_by": None, "signed_at": None, "sent_on": None}
    Decision.objects.filter(pk=decision.pk).update(**draft)
    assert decision.reference not in page_of(browser_of.get(status_of(school)))
    assert browser_of.get(reverse("school:decision", args=[decision.public_id])).status_code == 404


def test_the_history_tells_every_change_with_its_letter(browser_of, school):
    case = case_of(school)
    change = Change.objects.create(
        certificate=case.certificate,
        case=case,
        number=1,
        event="schorsen_onderzoek",
        before=State.INDEFINITE,
        after=State.INDEFINITE_INQUIRY,
        on=timezone.localdate(),
        actor="beslisser",
    )
    decision = make_decision(case, change=change)
    page = page_of(browser_of.get(status_of(school)))
    assert "Keurmerk geschorst voor onderzoek" in page
    assert page.count(reverse("school:decision", args=[decision.public_id])) == 2


@pytest.mark.parametrize("where", [home_of, status_of])
def test_more_of_everything_takes_no_more_queries(browser_of, school, where):
    counts = []
    make_plan(case_of(school))
    for _ in range(2):
        case = case_of(school)
        make_intention(case)
        make_school_task(case)
        make_term(case)
        make_objection(make_decision(case), state="herstel_gevraagd", repair_by=timezone.localdate())
        browser_of.get(where(school))
        with CaptureQueriesContext(connection) as asked:
            assert browser_of.get(where(school)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 20


def test_another_school_s_status_is_not_there(browser_of):
    assert browser_of.get(status_of(make_school())).status_code == 404
