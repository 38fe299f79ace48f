"""A report: taken in on any day, timed, confirmed, and work for the scheme."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connections

from keurmerk.certification.enums import CaseKind
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Case, Task
from keurmerk.documents.models import Document
from keurmerk.journal.models import Entry
from keurmerk.messaging.models import Message
from keurmerk.persons.models import Location
from keurmerk.reporting.models import Manager, Report
from keurmerk.reporting.service.reports import file_report
from rulebook.application.reports import ReportKind
from rulebook.application.statements import BY_CODE
from rulebook.lifecycle.pieces import Side
from tests.factories.files import own_store
from tests.factories.organisations import make_school, make_school_user
from tests.factories.reporting import DETAILS, TODAY, holder, make_manager, make_report, text_file, told

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db


def codes(case, side=Side.SCHEME):
    return sorted(case.tasks.filter(side=side).values_list("code", flat=True))


def test_a_report_opens_a_case_with_a_dated_task_for_staff():
    report = make_report()
    assert (report.case.kind, report.case.title) == (CaseKind.REPORT, report.duty.title)
    task = report.case.tasks.get()
    assert (task.code, task.side, task.due) == ("melding_beoordelen", Side.SCHEME, date(2026, 3, 16))
    report.case.refresh_from_db()
    assert report.case.next_day == task.due
    assert Entry.objects.filter(kind="report.filed").count() == 1


@pytest.mark.parametrize("kind", list(ReportKind))
def test_every_kind_can_be_reported(kind):
    report = make_report(kind)
    assert "melding_beoordelen" in codes(report.case)
    assert len(report.answers) >= len(DETAILS[kind])


@pytest.mark.parametrize(("what", "code"), [("besluit", "b"), ("faillissement", "a"), ("gestopt", "a")])
def test_an_ending_names_the_sentence_of_the_statement_that_it_breaks(what, code):
    report = make_report(ReportKind.ENDING, details={"wat": what})
    assert report.answers[-1] == ("Zin van de Managementverklaring", BY_CODE[code].text)


@pytest.mark.parametrize(
    ("today", "in_time"),
    [
        (date(2026, 3, 9), True),  # five working days after Monday the 2nd
        (date(2026, 3, 10), False),
    ],
)
def test_a_conflict_is_reported_within_five_working_days(today, in_time):
    report = make_report(happened_on=date(2026, 3, 2), today=today)
    assert (report.last_day, report.in_time) == (date(2026, 3, 9), in_time)
    assert report.steps[0]["source"] == "Bijlage 6"
    assert "vijf werkdagen" in report.steps[0]["text"]


def test_holidays_are_no_working_days():
    report = make_report(happened_on=date(2026, 4, 2), today=date(2026, 4, 13))  # Easter lies between
    assert (report.last_day, report.in_time) == (date(2026, 4, 13), True)


def test_a_report_without_a_number_of_days_is_neither_in_time_nor_late():
    report = make_report(ReportKind.OWNERS, happened_on=TODAY - timedelta(days=40))
    assert (report.last_day, report.in_time, report.days) == (None, None, 40)


def test_distance_teaching_on_the_first_day_of_the_course_is_late():
    ahead = make_report(ReportKind.DISTANCE, happened_on=TODAY + timedelta(days=1))
    late = make_report(ReportKind.DISTANCE, happened_on=TODAY)
    assert (ahead.in_time, late.in_time) == (True, False)


@pytest.mark.parametrize(
    ("kind", "given", "word"),
    [
        (ReportKind.CONFLICT, {"happened_on": TODAY + timedelta(days=1)}, "toekomst"),
        (ReportKind.CONFLICT, {"happened_on": date(1999, 12, 31)}, "2000"),
        (ReportKind.CONFLICT, {"text": "  "}, "vul dit in"),
        (ReportKind.CONFLICT, {"details": {}}, "Welke zin klopt niet meer?"),
        (ReportKind.CONFLICT, {"details": {"verklaring": "zz"}}, "Kies een antwoord"),
        (ReportKind.LOCATION, {"details": DETAILS[ReportKind.LOCATION] | {"lessen": "3"}}, "drie lessen"),
        (ReportKind.LOCATION, {"details": DETAILS[ReportKind.LOCATION] | {"lessen": "-4"}}, "heel getal"),
        (ReportKind.LOCATION, {"details": DETAILS[ReportKind.LOCATION] | {"postcode": "1"}}, "postcode"),
        (ReportKind.WRONGDOING, {"details": {"eigen_school": "nee"}}, "Welke andere school?"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place_and_nothing_is_kept(kind, given, word):
    school = holder().school
    with pytest.raises(NotPossibleError, match=word.replace("?", r"\?")):
        make_report(kind, school=school, **given)
    assert not Case.objects.filter(kind=CaseKind.REPORT).exists()


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Stationsplein 1", ("Stationsplein", "1", "")),
        ("Plein 1945 12 bis", ("Plein 1945", "12", "bis")),
        ("Kade 5-7", ("Kade", "5", "-7")),
        ("De Werf", ("De Werf", "", "")),
    ],
)
def test_four_planned_lessons_make_a_location_that_is_entered_for_staff_to_check(typed, parts):
    details = DETAILS[ReportKind.LOCATION] | {"lessen": "4", "straat": typed}
    first_lesson = TODAY + timedelta(days=9)
    report = make_report(ReportKind.LOCATION, details=details, happened_on=first_lesson)
    assert codes(report.case) == ["melding_beoordelen", "vestiging_vastleggen"]
    location = Location.objects.get()
    assert (location.street, location.number, location.addition) == parts
    assert (location.city, location.first_lesson, location.lessons) == ("Utrecht", first_lesson, 4)


def test_a_location_abroad_keeps_its_country_as_typed():
    details = DETAILS[ReportKind.LOCATION] | {"land": "België", "plaats": "Gent", "postcode": "9000"}
    make_report(ReportKind.LOCATION, details=details)
    location = Location.objects.get()
    assert (location.city, location.country) == ("Gent (België)", "XX")


def test_an_owner_starts_an_inquiry():
    assert "personen_onderzoeken" in codes(make_report(ReportKind.OWNERS).case)


def test_fifteen_learners_need_no_approval_and_sixteen_do():
    fifteen = make_report(ReportKind.LEARNERS, details={"van": "Oud", "aantal": "15"})
    sixteen = make_report(ReportKind.LEARNERS, details={"van": "Oud", "aantal": "16"})
    assert (fifteen.in_time, sixteen.in_time) == (None, False)
    assert codes(fifteen.case) == ["melding_beoordelen"]
    assert codes(sixteen.case) == ["goedkeuring_beantwoorden", "melding_beoordelen"]


def test_a_new_manager_is_entered_and_owes_a_certificate():
    report = make_report(ReportKind.MANAGEMENT)
    manager = Manager.objects.get()
    assert (manager.name, manager.since) == ("Maria de Vries", TODAY)
    task = report.case.tasks.get(side=Side.SCHOOL)
    assert (task.code, task.due) == (f"vog_van_{manager.pk}", TODAY + timedelta(weeks=4))


def test_a_manager_who_leaves_owes_no_certificate_any_more():
    manager = make_manager()
    details = {"wat": "weg", "naam": "de Vries, Maria", "functie": "Directeur"}
    make_report(ReportKind.MANAGEMENT, school=manager.school, details=details)
    manager.refresh_from_db()
    assert manager.until == TODAY


def test_the_receipt_is_mailed_at_once_and_says_whether_it_was_in_time():
    late = make_report(happened_on=date(2026, 2, 2))
    (mail,) = Message.objects.filter(kind="reporting.school_report_received")
    assert str(late.case.number) in mail.subject
    assert "te laat" in mail.body
    assert "9 februari 2026" in mail.body


def test_a_double_press_is_one_report():
    school = holder().school
    user = make_school_user(school)
    first, second = (file_report(school, told(), by=user, today=TODAY, files=[text_file()]) for _ in range(2))
    assert first == second
    assert (Report.objects.count(), Document.objects.count(), Task.objects.count()) == (1, 1, 1)


def test_the_same_event_in_other_words_is_another_report():
    school = holder().school
    make_report(school=school)
    make_report(school=school, text="En de loonheffing ook.")
    assert Report.objects.count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.only_postgresql
def test_two_presses_at_once_are_one_report():
    school = holder().school
    user = make_school_user(school)

    def press():
        file_report(school, told(), by=user, today=TODAY)
        connections.close_all()

    presses = [threading.Thread(target=press) for _ in range(2)]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    assert Report.objects.count() == 1


def test_evidence_is_for_staff_and_those_who_see_persons_only():
    report = make_report(files=[text_file()])
    document = report.files.get().document
    assert not document.for_school
    assert report.case.papers.get().document == document


def test_who_neither_applies_nor_holds_has_nothing_to_report():
    with pytest.raises(NotPossibleError, match="tijdens uw aanvraag"):
        make_report(school=make_school())
