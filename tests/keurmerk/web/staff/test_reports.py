"""Reports, statements and certificates as staff see them: queues with filters, and every act."""

from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from keurmerk.certification.models import Case
from keurmerk.journal.models import Entry
from keurmerk.reporting.enums import ReportState, VogState
from keurmerk.reporting.service.statements import ask_all
from keurmerk.web.staff.journal_words import KINDS
from rulebook.application.reports import ReportKind
from tests.factories.certification import make_staff
from tests.factories.files import own_store
from tests.factories.organisations import make_school
from tests.factories.reporting import holder, make_manager, make_report, make_statement, make_vog, text_file
from tests.keurmerk.web.staff.pages import address, client_of, shown

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return client_of(make_staff())


def today():
    return timezone.localdate()


def listing(name="report-list", **query):
    return reverse(f"staff:{name}", query=query)


def test_an_empty_queue_says_so(staff):
    assert "Geen melding gevonden." in shown(staff.get(listing()))


def test_the_queue_is_narrowed_by_kind_state_and_time(staff):
    late = make_report(today=today(), happened_on=today() - timedelta(days=40))
    other = make_report(ReportKind.LOCATION, today=today())
    late_url, other_url = address("report", late), address("report", other)
    for query, there in (
        ({}, (True, True)),
        ({"soort": "strijdigheid"}, (True, False)),
        ({"tijd": "te_laat"}, (True, False)),
        ({"tijd": "geen_termijn"}, (False, True)),
        ({"stand": "open"}, (True, True)),
        ({"stand": "afgehandeld"}, (False, False)),
        ({"soort": "nergens"}, (False, False)),
        ({"tijd": "nergens"}, (False, False)),
    ):
        page = shown(staff.get(listing(**query)))
        assert (late_url in page, other_url in page) == there, query


def test_the_queue_takes_as_many_queries_for_many_reports(staff, django_assert_max_num_queries):
    for number in range(5):
        make_report(today=today(), text=f"Melding {number}")
    with django_assert_max_num_queries(8):
        staff.get(listing())


@pytest.mark.parametrize("name", ["report-list", "statements", "vogs"])
def test_every_list_can_be_saved_as_csv_and_excel(staff, name):
    school = holder(make_school(name="Taalhuis Zuid")).school
    make_report(school=school, today=today())
    make_manager(school)
    assert "Taalhuis Zuid" in staff.get(listing(f"{name}-csv")).content.decode("utf-8-sig")
    book = openpyxl.load_workbook(BytesIO(staff.get(listing(f"{name}-xlsx")).content))
    values = {cell.value for row in book.active.iter_rows() for cell in row}
    assert "Taalhuis Zuid" in values


def test_a_report_stands_on_its_page_and_on_that_of_its_case(staff):
    report = make_report(today=today(), files=[text_file()])
    page = shown(staff.get(address("report", report)))
    assert report.text in page
    assert "brief.txt" in page
    case = shown(staff.get(address("case", report.case)))
    assert address("report", report) in case


def test_it_stands_on_the_worklist(staff):
    report = make_report(today=today())
    page = shown(staff.get(reverse("staff:worklist", query={"soort": "melding"})))
    assert address("case", report.case) in page


def test_taking_note_handles_it(staff):
    report = make_report(today=today())
    answer = staff.post(address("report-note", report), {"note": "Akkoord."}, follow=True)
    assert "De melding is afgehandeld." in shown(answer)
    report.refresh_from_db()
    assert report.state_ is ReportState.NOTED


def test_asking_more_comes_back_with_what_was_typed(staff):
    report = make_report(today=today())
    wrong = {"text": "Wanneer precies?", "answer_by": f"{today():%d-%m-%Y}"}
    page = shown(staff.post(address("report-ask", report), wrong), 422)
    assert "Kies een dag na vandaag" in page
    assert "Wanneer precies?" in page
    right = wrong | {"answer_by": f"{today() + timedelta(days=9):%d-%m-%Y}"}
    assert "De vraag is verstuurd." in shown(staff.post(address("report-ask", report), right, follow=True))


def test_supervision_starts_from_the_report(staff):
    report = make_report(today=today())
    answer = staff.post(address("report-supervise", report), {}, follow=True)
    assert "De zaak van toezicht loopt." in shown(answer)
    opened = Case.objects.get(title__startswith="Toezicht na melding")
    assert address("case", opened) in shown(staff.get(address("report", report)))


def test_staff_see_who_has_not_given_the_statement(staff):
    given, asked, never = (holder(make_school(name=name)).school for name in ("Aap", "Noot", "Mies"))
    make_statement(given, today=today())
    ask_all(today())
    page = shown(staff.get(listing("statements", stand="gevraagd")))
    assert [name in page for name in ("Aap", "Noot", "Mies")] == [False, True, True]
    assert asked != never
    assert "Aap" in shown(staff.get(listing("statements", stand="afgegeven")))


def test_staff_confirm_what_they_saw(staff):
    vog = make_vog(today=today(), issued_on=today())
    page = shown(staff.get(address("vog", vog)))
    assert "Wat ziet u op de VOG?" in page
    seen = {
        "issued_on": f"{today():%d-%m-%Y}",
        "profile": "60",
        "name": "Maria de Vries",
        "verdict": "akkoord",
    }
    assert "vastgelegd" in shown(staff.post(address("vog", vog), seen, follow=True))
    vog.refresh_from_db()
    assert vog.state == VogState.CONFIRMED


def test_a_certificate_is_refused_with_a_reason_only(staff):
    vog = make_vog(today=today(), issued_on=today())
    seen = {"issued_on": f"{today():%d-%m-%Y}", "profile": "60", "name": "Maria de Vries", "verdict": "niet"}
    page = shown(staff.post(address("vog", vog), seen), 422)
    assert "Schrijf op wat er niet goed is" in page
    assert "niet goed" in shown(
        staff.post(address("vog", vog), seen | {"remark": "Onleesbaar."}, follow=True)
    )


def test_the_list_of_certificates_is_narrowed_by_state(staff):
    missing, waiting = make_manager(name="Aap Noot"), make_manager(name="Maria de Vries")
    make_vog(waiting, today=today(), issued_on=today())
    assert missing.name in shown(staff.get(listing("vogs", stand="ontbreekt")))
    page = shown(staff.get(listing("vogs", stand="te_bekijken")))
    assert (waiting.name in page, missing.name in page) == (True, False)


def test_every_line_that_reporting_writes_has_words(staff):
    report = make_report(ReportKind.MANAGEMENT, today=today())
    make_statement(report.school, today=today())
    make_vog(make_manager(report.school), today=today(), issued_on=today())
    kinds = set(Entry.objects.values_list("kind", flat=True))
    ours = {kind for kind in kinds if kind.split(".")[0] in {"report", "statement", "vog", "manager"}}
    assert len(ours) >= 4
    assert ours <= KINDS.keys()


def test_the_page_of_a_school_tells_what_it_reported_and_handed_in(staff):
    report = make_report(today=today())
    make_statement(report.school, today=today(), conflicts={"f": "Premie te laat."})
    make_vog(make_manager(report.school), today=today(), issued_on=today(), name="Jan Bakker")
    page = shown(staff.get(address("school", report.school)))
    assert "Meldingen van deze school (2)" in page
    assert "1 zin klopt niet" in page
    assert "De naam op de VOG is een andere" in page
    found = shown(staff.get(listing(zoek=report.school.kvk_number)))
    assert address("report", report) in found
    assert address("report", report) not in shown(staff.get(listing(zoek="Nergens")))
