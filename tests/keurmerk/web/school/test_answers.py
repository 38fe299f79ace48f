"""A school answers: a view and a hearing, a plan in time or late, tasks that are done, requests."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from keurmerk.certification.enums import IntentionState, RequestKind
from keurmerk.certification.models import Paper, Request, Task
from keurmerk.journal.models import Entry
from keurmerk.messaging.models import Message
from rulebook.lifecycle.states import PlanState, State
from tests.factories.case_rows import make_task, put_in
from tests.factories.documents import TEXT
from tests.factories.organisations import make_school
from tests.factories.school_papers import (
    case_of,
    make_decision,
    make_intention,
    make_plan,
    make_school_task,
)
from tests.keurmerk.web.school.conftest import page_of

pytestmark = pytest.mark.django_db


def file_of(name="zienswijze.txt"):
    return SimpleUploadedFile(name, TEXT, "text/plain")


def here(name, thing):
    return reverse(f"school:{name}", args=[thing.public_id])


# -- intended decisions


def test_a_view_in_words_or_in_a_file_is_received(browser_of, school):
    written, filed = make_intention(case_of(school)), make_intention(case_of(school))
    page = page_of(browser_of.post(here("intention", written), {"view": "Niet mee eens."}, follow=True))
    assert "Uw zienswijze is ontvangen." in page
    assert "Niet mee eens." in page
    browser_of.post(here("intention", filed), {"papers": [file_of()]})
    for intention in (written, filed):
        intention.refresh_from_db()
        assert intention.state == IntentionState.VIEW_GIVEN
    assert filed.view_document.filename == "zienswijze.txt"


def test_an_empty_view_is_sent_back(browser_of, school):
    answer = browser_of.post(here("intention", make_intention(case_of(school))), {"view": "  "})
    assert answer.status_code == 422
    assert "Schrijf uw zienswijze op of kies een bestand." in page_of(answer)


def test_sent_twice_it_stands_there_once_and_more_is_added(browser_of, school):
    intention = make_intention(case_of(school))
    papers = Paper.objects.count()
    for _ in range(2):
        browser_of.post(here("intention", intention), {"view": "Niet mee eens.", "papers": [file_of()]})
    browser_of.post(here("intention", intention), {"view": "Nog iets."})
    intention.refresh_from_db()
    assert intention.view.count("Niet mee eens.") == 1
    assert "Aanvulling van" in intention.view
    assert intention.view.endswith("Nog iets.")
    assert Paper.objects.count() == papers + 1


def test_after_the_last_day_one_may_still_answer_while_nothing_is_decided(browser_of, school):
    intention = make_intention(
        case_of(school), state=IntentionState.PASSED, sent_on=timezone.localdate() - timedelta(weeks=3)
    )
    assert "De termijn is voorbij" in page_of(browser_of.get(here("intention", intention)))
    browser_of.post(here("intention", intention), {"view": "Toch nog."})
    intention.refresh_from_db()
    assert intention.state == IntentionState.VIEW_GIVEN


def test_what_was_dropped_takes_no_answer_and_keeps_the_words(browser_of, school):
    intention = make_intention(case_of(school), state=IntentionState.DROPPED)
    assert "niet meer reageren" in page_of(browser_of.get(here("intention", intention)))
    answer = browser_of.post(here("intention", intention), {"view": "Toch nog."})
    assert answer.status_code == 422
    assert "kan niet meer worden gereageerd" in page_of(answer)


def test_a_hearing_is_asked_once_and_becomes_a_task_of_the_scheme(browser_of, school):
    intention = make_intention(case_of(school))
    for _ in range(2):
        browser_of.post(here("intention-hearing", intention))
    assert Task.objects.filter(code="hoorzitting_plannen").count() == 1
    page = page_of(browser_of.get(here("intention", intention)))
    assert "om een hoorzitting. Blik op Werk spreekt" in page


def test_the_page_of_an_intention_tells_the_day_and_place_of_its_hearing(browser_of, school):
    on = datetime(2031, 5, 12, 8, 30, tzinfo=UTC)
    intention = make_intention(case_of(school), hearing_on=on, hearing_place="Stationsplein 1, Utrecht")
    told = "De hoorzitting is op 12 mei 2031, 10:30 uur, Stationsplein 1, Utrecht."
    assert told in page_of(browser_of.get(here("intention", intention)))
    intention.state = IntentionState.DROPPED
    intention.save()
    page = page_of(browser_of.get(here("intention", intention)))
    assert told not in page
    assert "De hoorzitting gaat niet door: het voornemen is ingetrokken." in page


# -- improvement plans


GOOD = {"causes": "Lessen vielen uit.", "measures": "Twee docenten erbij."}


def test_a_plan_is_filed_and_confirmed_by_mail(browser_of, school):
    plan = make_plan(case_of(school))
    page = page_of(browser_of.post(here("plan", plan), GOOD | {"papers": [file_of("plan.txt")]}, follow=True))
    plan.refresh_from_db()
    assert (plan.state, plan.late) == (PlanState.FILED, False)
    assert "Uw plan van aanpak is ontvangen." in page
    assert plan.document.filename == "plan.txt"
    assert Message.objects.filter(kind="certification.school_plan_received").count() == 1
    assert browser_of.post(here("plan", plan), GOOD).status_code == 302
    assert Message.objects.filter(kind="certification.school_plan_received").count() == 1


def test_a_late_plan_is_taken_and_marked(browser_of, school):
    plan = make_plan(
        case_of(school),
        state=PlanState.MISSED,
        asked_on=timezone.localdate() - timedelta(weeks=5),
        file_by=timezone.localdate() - timedelta(weeks=1),
    )
    assert "telt als te laat ingediend" in page_of(browser_of.get(here("plan", plan)))
    browser_of.post(here("plan", plan), GOOD)
    plan.refresh_from_db()
    assert (plan.state, plan.late) == (PlanState.FILED, True)


def test_a_plan_that_is_not_whole_keeps_what_was_typed(browser_of, school):
    answer = browser_of.post(here("plan", make_plan(case_of(school))), {"causes": "Lessen vielen uit."})
    assert answer.status_code == 422
    assert "Lessen vielen uit." in page_of(answer)


def test_a_certifying_body_can_be_asked_afterwards(browser_of, school):
    plan = make_plan(case_of(school))
    browser_of.post(here("plan", plan), GOOD)
    assert "Vraag een certificerende instelling" in page_of(browser_of.get(here("plan", plan)))
    browser_of.post(here("plan-body", plan))
    plan.refresh_from_db()
    assert plan.body_requested


# -- tasks


def test_a_task_is_ticked_once_with_a_note_and_told_in_the_journal(browser_of, school):
    task = make_school_task(case_of(school))
    for note in ("Brief verstuurd op maandag.", "Nog een keer."):
        browser_of.post(here("task", task), {"note": note})
    task.refresh_from_db()
    assert (task.done_on, task.note) == (timezone.localdate(), "Brief verstuurd op maandag.")
    assert task.done_by == school.memberships.get().user
    assert Entry.objects.filter(kind="task.done").count() == 1


def test_a_duty_that_lasts_has_nothing_to_tick(browser_of, school):
    task = make_school_task(case_of(school), due=None)
    assert "zolang de status duurt" in page_of(browser_of.get(here("task", task)))
    assert browser_of.post(here("task", task)).status_code == 422


def test_a_task_of_the_scheme_or_of_another_school_is_not_there(browser_of, school):
    for task in (make_task(case_of(school)), make_school_task(case_of(make_school()))):
        assert browser_of.get(here("task", task)).status_code == 404


# -- requests


def form_of(school, kind):
    return reverse("school:request-new", args=[school.public_id, kind])


END = {"text": "Wij stoppen met inburgering.", "wanted_on": "2099-12-31", "signed": "on"}


@pytest.fixture
def holder(school):
    return put_in(State.INDEFINITE, school=school)


@pytest.mark.usefixtures("holder")
def test_ending_is_signed_by_a_sentence_and_becomes_a_case(browser_of, school):
    page = page_of(browser_of.get(form_of(school, RequestKind.END)))
    assert f"zeg namens {school} het Keurmerk op" in page
    assert browser_of.post(form_of(school, RequestKind.END), END | {"signed": ""}).status_code == 422
    page = page_of(browser_of.post(form_of(school, RequestKind.END), END, follow=True))
    assert "Uw verzoek is ontvangen." in page
    assert (Request.objects.get().signed, Task.objects.get().side) == (True, "blik_op_werk")


@pytest.mark.usefixtures("holder")
def test_asked_twice_it_is_one_request(browser_of, school):
    for _ in range(2):
        browser_of.post(form_of(school, RequestKind.END), END)
    assert Request.objects.count() == 1


@pytest.mark.usefixtures("holder")
@pytest.mark.parametrize(("day", "status"), [("2099-03-31", 302), ("2099-03-30", 422), ("2020-03-31", 422)])
def test_a_period_ends_where_a_period_can_end(browser_of, school, day, status):
    given = {"text": "Te weinig Trajecten.", "wanted_on": day}
    assert browser_of.post(form_of(school, RequestKind.PERIOD), given).status_code == status


@pytest.mark.usefixtures("holder")
def test_the_list_tells_how_it_stands_and_the_page_has_the_answer(browser_of, school):
    browser_of.post(
        form_of(school, RequestKind.CONTROL), {"text": "Nieuwe eigenaar.", "wanted_on": "2099-01-01"}
    )
    request = Request.objects.get()
    listing = reverse("school:requests", args=[school.public_id])
    assert "in behandeling" in page_of(browser_of.get(listing))
    decision = make_decision(request.case)
    assert decision.reference in page_of(browser_of.get(here("request", request)))


def test_without_the_mark_the_page_says_why_not(browser_of, school):
    put_in(State.WITHDRAWN, school=school)
    page = page_of(browser_of.get(reverse("school:requests", args=[school.public_id])))
    assert "kan alleen zolang uw school het Keurmerk heeft" in page
    answer = browser_of.post(form_of(school, RequestKind.END), END)
    assert answer.status_code == 422
    assert "Wij stoppen met inburgering." in page_of(answer)


def test_an_unknown_request_is_not_there(browser_of, school):
    assert browser_of.get(form_of(school, "feest")).status_code == 404
