"""A school reports by itself: a form per kind, nothing typed is lost, and how each report stands."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from keurmerk.certification.models import Task
from keurmerk.journal.models import Entry
from keurmerk.organisations.enums import MembershipFunction
from keurmerk.reporting.models import Report
from keurmerk.reporting.service.handling import ask, take_note
from rulebook.application.report_kinds import DUTIES
from rulebook.application.reports import ReportKind
from rulebook.lifecycle.states import State
from tests.factories.case_rows import put_in
from tests.factories.certification import make_staff
from tests.factories.documents import TEXT
from tests.factories.organisations import make_school_user
from tests.factories.reporting import DETAILS, make_report, text_file
from tests.keurmerk.web.school.conftest import page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def holder(school):
    put_in(State.INDEFINITE, school=school)
    return school


@pytest.fixture
def administration(holder):
    client = Client()
    client.force_login(make_school_user(holder, MembershipFunction.ADMINISTRATION))
    return client


def listing(school):
    return reverse("school:report-list", args=[school.public_id])


def form_of(school, kind):
    return reverse("school:report-new", args=[school.public_id, kind.value])


def page(report):
    return reverse("school:report", args=[report.public_id])


def typed(kind=ReportKind.CONFLICT, **given):
    today = timezone.localdate().isoformat()
    return {"happened_on": today, "text": "De premie is te laat betaald.", **DETAILS[kind], **given}


def test_everything_that_must_be_reported_is_listed_with_its_clock(browser_of, holder):
    shown = page_of(browser_of.get(listing(holder)))
    for duty in DUTIES:
        assert duty.title in shown
        assert duty.clock_words in shown
    assert reverse("school:request-new", args=[holder.public_id, "zeggenschap"]) in shown
    assert "U heeft nog niets gemeld." in shown


def test_who_does_not_hold_reads_why_nothing_can_be_reported(browser_of, school):
    put_in(State.NONE, school=school)
    shown = page_of(browser_of.get(listing(school)))
    assert "Melden kan tijdens uw aanvraag" in shown
    assert form_of(school, ReportKind.CONFLICT) not in shown


def test_an_applicant_reports_too(browser_of, school):
    put_in(State.APPLICATION, school=school)
    kind = ReportKind.DETAILS
    assert browser_of.post(form_of(school, kind), typed(kind)).status_code == 302


@pytest.mark.parametrize("kind", list(ReportKind))
def test_each_kind_has_a_form_that_is_received(browser_of, holder, kind):
    shown = page_of(browser_of.get(form_of(holder, kind)))
    assert all(question.label in shown for question in _duty(kind).questions)
    answer = browser_of.post(form_of(holder, kind), typed(kind), follow=True)
    assert "Uw melding is ontvangen" in page_of(answer)
    assert Report.objects.get().kind == kind


def test_an_unknown_kind_is_not_there(browser_of, holder):
    address = reverse("school:report-new", args=[holder.public_id, "nergens"])
    assert browser_of.get(address).status_code == 404


@pytest.mark.parametrize(
    ("kind", "given", "told"),
    [
        (ReportKind.CONFLICT, {"happened_on": "2999-01-01"}, "ligt in de toekomst"),
        (ReportKind.CONFLICT, {"happened_on": "31-12-1999"}, "ligt voor 2000"),
        (ReportKind.CONFLICT, {"happened_on": "morgen"}, "Vul een dag in"),
        (ReportKind.CONFLICT, {"verklaring": ""}, "Kies een antwoord."),
        (ReportKind.LOCATION, {"lessen": "3"}, "nog geen vestiging"),
        (ReportKind.LOCATION, {"lessen": "veel"}, "Typ een heel getal"),
        (ReportKind.LOCATION, {"lessen": ""}, "Vul dit in."),
        (ReportKind.LOCATION, {"postcode": "ABC"}, "Een postcode is bijvoorbeeld"),
        (ReportKind.WRONGDOING, {"eigen_school": "nee"}, "Welke andere school?: Vul dit in."),
    ],
)
def test_a_mistake_is_told_at_its_place_and_nothing_typed_is_lost(browser_of, holder, kind, given, told):
    answer = browser_of.post(form_of(holder, kind), typed(kind, **given))
    shown = page_of(answer)
    assert answer.status_code == 422
    assert told in shown
    assert "De premie is te laat betaald." in shown
    assert not Report.objects.exists()


def test_a_file_that_may_not_be_a_document_is_told_and_the_text_stays(browser_of, holder):
    wrong = SimpleUploadedFile("macro.docm", b"PK", "application/zip")
    answer = browser_of.post(form_of(holder, ReportKind.CONFLICT), typed(papers=[wrong]))
    assert answer.status_code == 422
    assert "De premie is te laat betaald." in page_of(answer)


def test_pressed_twice_it_is_one_report(browser_of, holder):
    for _ in range(2):
        paper = SimpleUploadedFile("brief.txt", TEXT, "text/plain")
        browser_of.post(form_of(holder, ReportKind.CONFLICT), typed(papers=[paper]))
    assert Report.objects.count() == 1


def test_its_page_tells_whether_it_was_in_time_and_how_that_was_counted(browser_of, holder):
    today = timezone.localdate()
    report = make_report(school=holder, happened_on=today - timedelta(days=30), today=today)
    shown = page_of(browser_of.get(page(report)))
    assert "te laat" in shown
    assert "30 dagen erna gemeld" in shown
    assert "vijf werkdagen" in shown


def test_evidence_opens_for_who_may_see_persons_and_the_journal_tells(browser_of, holder):
    report = make_report(school=holder, today=timezone.localdate(), files=[text_file()])
    address = reverse("school:report-file", args=[report.public_id, report.files.get().public_id])
    assert browser_of.get(address).content == b"Een brief van de pensioenuitvoerder."
    assert Entry.objects.filter(kind="document.opened").count() == 1


def test_a_question_is_answered_on_the_page_of_the_report(browser_of, holder):
    today = timezone.localdate()
    report = make_report(school=holder, today=today)
    ask(report.pk, "Wanneer?", answer_by=today + timedelta(days=7), by=make_staff(), today=today)
    assert browser_of.post(page(report), {"answer": " "}).status_code == 422
    shown = page_of(browser_of.post(page(report), {"answer": "Vandaag."}, follow=True))
    assert "Uw antwoord is ontvangen." in shown
    assert "Vandaag." in shown


def test_the_task_to_answer_leads_to_the_report_and_is_no_tick(browser_of, holder):
    today = timezone.localdate()
    report = make_report(school=holder, today=today)
    ask(report.pk, "Wanneer?", answer_by=today + timedelta(days=7), by=make_staff(), today=today)
    task = Task.objects.get(code="melding_aanvullen")
    for verb in (browser_of.get, browser_of.post):
        answer = verb(reverse("school:task", args=[task.public_id]))
        assert (answer.status_code, answer["Location"]) == (302, page(report))
    task.refresh_from_db()
    assert task.done_on is None


def test_what_the_scheme_says_stands_on_the_page(browser_of, holder):
    today = timezone.localdate()
    report = make_report(school=holder, today=today)
    take_note(report.pk, "Dank, wij letten hierop.", by=make_staff(), today=today)
    assert "Dank, wij letten hierop." in page_of(browser_of.get(page(report)))


def test_administration_reads_the_list_but_reports_nothing_and_sees_no_persons(administration, holder):
    report = make_report(school=holder, today=timezone.localdate(), files=[text_file()])
    shown = page_of(administration.get(listing(holder)))
    assert report.duty.title in shown
    assert page(report) not in shown
    file = reverse("school:report-file", args=[report.public_id, report.files.get().public_id])
    for address in (page(report), file, form_of(holder, ReportKind.CONTACT)):
        assert administration.get(address).status_code == 403


def test_the_list_takes_as_many_queries_for_many_reports(browser_of, holder, django_assert_max_num_queries):
    for number in range(4):
        make_report(school=holder, today=timezone.localdate(), text=f"Melding {number}")
    with django_assert_max_num_queries(16):
        browser_of.get(listing(holder))


def _duty(kind):
    return next(duty for duty in DUTIES if duty.kind is kind)


def test_what_was_typed_when_the_session_ended_stands_in_the_form_again(school, holder):
    user, client = make_school_user(holder), Client()
    client.force_login(user)
    address = form_of(holder, ReportKind.LOCATION)
    client.get(address)
    del client.cookies["sessionid"]
    typed_then = typed(ReportKind.LOCATION, text="Twee groepen op maandag.")
    answer = client.post(address, typed_then)
    assert answer["Location"].startswith("/account/login/")
    assert not Report.objects.exists()
    client.force_login(user)
    shown = page_of(client.get(address))
    assert "Twee groepen op maandag." in shown
    assert 'value="3511 AA"' in shown
    assert client.post(address, typed_then).status_code == 302
