"""What staff do with a report, and what the school answers."""

from datetime import date, timedelta

import pytest

from keurmerk.certification.enums import CaseKind
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Case, Task
from keurmerk.messaging.models import Message
from keurmerk.reporting.enums import ReportState
from keurmerk.reporting.service.handling import answer, ask, start_supervision, take_note
from rulebook.application.reports import ReportKind
from rulebook.lifecycle.pieces import Side
from tests.factories.certification import make_case, make_staff
from tests.factories.files import own_store
from tests.factories.organisations import make_school_user
from tests.factories.reporting import TODAY, make_report, text_file

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
NEXT_WEEK = TODAY + timedelta(days=7)


def asked(report, text="Wanneer is het betaald?"):
    return ask(report.pk, text, answer_by=NEXT_WEEK, by=make_staff(), today=TODAY)


def test_a_question_is_a_dated_task_of_the_school():
    report = make_report()
    question = asked(report)
    report.refresh_from_db()
    assert report.state_ is ReportState.ASKED
    assert (question.task.side, question.task.due) == (Side.SCHOOL, NEXT_WEEK)
    assert Message.objects.filter(kind="reporting.school_report_question").count() == 1


def test_the_same_question_twice_is_one_and_another_waits():
    report = make_report()
    assert asked(report) == asked(report)
    with pytest.raises(NotPossibleError, match="nog niet beantwoord"):
        asked(report, "En de boete?")


@pytest.mark.parametrize(("text", "day"), [(" ", NEXT_WEEK), ("Waarom?", TODAY)])
def test_a_question_needs_words_and_time_to_answer(text, day):
    with pytest.raises(NotPossibleError):
        ask(make_report().pk, text, answer_by=day, by=make_staff(), today=TODAY)


def test_an_answer_ends_the_task_also_when_it_is_late():
    report = make_report()
    question = asked(report)
    user = make_school_user(report.school)
    late = date(2026, 3, 20)
    for _ in range(2):  # pressed twice
        answer(report.pk, "Op 1 maart.", by=user, today=late, files=[text_file()])
    question.refresh_from_db()
    question.task.refresh_from_db()
    assert (question.answer, question.answered_on, question.task.done_on) == ("Op 1 maart.", late, late)
    assert report.files.count() == 1


def test_an_answer_without_a_question_is_refused():
    report = make_report()
    with pytest.raises(NotPossibleError, match="geen vraag"):
        answer(report.pk, "Iets.", by=make_school_user(report.school), today=TODAY)


def test_taking_note_closes_the_case_and_tells_the_school():
    report = make_report()
    for _ in range(2):
        take_note(report.pk, "Akkoord.", by=make_staff(), today=TODAY)
    report.refresh_from_db()
    assert (report.state_, report.note) == (ReportState.NOTED, "Akkoord.")
    assert report.case.closed_on == TODAY
    assert Message.objects.filter(kind="reporting.school_report_noted").count() == 1


def test_taking_note_leaves_the_case_open_while_work_in_it_waits():
    report = make_report(ReportKind.OWNERS)
    take_note(report.pk, "", by=make_staff(), today=TODAY)
    report.case.refresh_from_db()
    assert report.case.closed_on is None
    assert [task.code for task in report.case.tasks.filter(done_on=None)] == ["personen_onderzoeken"]


def test_no_note_while_a_question_waits_and_no_question_after_the_note():
    report = make_report()
    asked(report)
    with pytest.raises(NotPossibleError, match="nog niet beantwoord"):
        take_note(report.pk, "", by=make_staff(), today=TODAY)
    answer(report.pk, "Ja.", by=make_school_user(report.school), today=TODAY)
    take_note(report.pk, "", by=make_staff(), today=TODAY)
    with pytest.raises(NotPossibleError, match="al afgehandeld"):
        asked(report, "Nog iets?")


def test_supervision_starts_in_one_new_case_that_names_the_report():
    report = make_report()
    staff = make_staff()
    first, second = (start_supervision(report.pk, case=None, by=staff, today=TODAY) for _ in range(2))
    assert first == second
    assert first.kind == CaseKind.SUPERVISION
    assert str(report.case.number) in first.notes.get().text


def test_a_running_case_of_supervision_can_be_joined():
    report = make_report()
    running = make_case(report.case.certificate, today=TODAY)
    start_supervision(report.pk, case=running, by=make_staff(), today=TODAY)
    report.refresh_from_db()
    assert report.supervision == running


def test_a_case_of_another_school_or_kind_cannot_be_joined():
    report = make_report()
    others = (make_case(today=TODAY), report.case)
    for other in others:
        with pytest.raises(NotPossibleError, match="soort toezicht"):
            start_supervision(report.pk, case=other, by=make_staff(), today=TODAY)
    assert not Case.objects.filter(title__startswith="Toezicht na melding").exists()
    assert not Task.objects.filter(case=others[0]).exists()
