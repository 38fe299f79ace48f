"""The yearly management statement: asked, signed, kept, and a report for what does not hold."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from keurmerk import letters
from keurmerk.certification.errors import NotPossibleError
from keurmerk.certification.models import Paper
from keurmerk.certification.service.certificates import certificate_of
from keurmerk.documents import service as documents
from keurmerk.messaging.models import Message
from keurmerk.reporting.models import Report, Statement
from keurmerk.reporting.queries.statements import holders_with_statements
from keurmerk.reporting.service.statements import Answer, ask_all, sign
from rulebook.application.statements import STATEMENTS
from tests.factories.certification import make_case, noon, withdrawn
from tests.factories.files import own_store
from tests.factories.organisations import make_school, make_school_user
from tests.factories.reporting import TODAY, holder, make_statement, signing

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db


def test_a_holder_without_a_statement_is_asked_one_within_four_weeks_and_once():
    school = holder().school
    assert [ask_all(TODAY), ask_all(TODAY)] == [1, 0]
    statement = Statement.objects.get()
    task = statement.case.tasks.get()
    assert (statement.school, statement.due, task.due) == (school, date(2026, 3, 30), date(2026, 3, 30))
    assert (task.code, task.side) == ("managementverklaring", "school")


def test_who_does_not_hold_the_certificate_is_asked_nothing():
    certificate_of(make_school())
    assert ask_all(TODAY) == 0


def test_after_withdrawal_nothing_is_asked():
    certificate = holder()
    withdrawn(make_case(certificate, today=TODAY), today=TODAY)
    assert ask_all(TODAY + timedelta(days=1)) == 0


@pytest.mark.parametrize(
    ("today", "asked"),
    [(date(2027, 1, 30), 0), (date(2027, 1, 31), 1), (date(2027, 3, 2), 1), (date(2028, 1, 1), 1)],
)
def test_the_next_is_asked_thirty_days_before_a_year_is_over(today, asked):
    make_statement(today=TODAY)
    assert ask_all(today) == asked
    if asked:
        assert Statement.objects.get(signed_on=None).due == max(date(2027, 3, 2), today)


def test_a_signed_statement_is_a_sealed_pdf_with_every_sentence_and_a_twin():
    statement = make_statement()
    pdf = documents.contents(statement.document)
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert letters.check_seal(pdf).intact
    for word in ("Managementverklaring", "Maria de Vries", "Directeur", "Utrecht", "2 maart 2026"):
        assert word in text
    twin = Paper.objects.get(document=statement.document).html
    assert all(each.subject in twin for each in STATEMENTS)


def test_signing_ends_the_task_closes_the_case_and_mails_the_statement():
    school = holder().school
    ask_all(TODAY)
    statement = make_statement(school)
    assert Statement.objects.count() == 1
    statement.case.refresh_from_db()
    assert statement.case.closed_on == TODAY
    mail = Message.objects.get(kind="reporting.school_statement_signed")
    assert mail.attachments.get().document == statement.document
    assert "2 maart 2027" in mail.body


def test_a_sentence_that_does_not_hold_is_a_report_of_a_conflict():
    statement = make_statement(conflicts={"f": "Premie te laat betaald.", "k": "Polis verlopen."})
    found = {report.details["verklaring"]: report.text for report in Report.objects.all()}
    assert found == {"f": "Premie te laat betaald.", "k": "Polis verlopen."}
    assert [row["code"] for row in statement.disagreements] == ["f", "k"]
    assert (
        "U gaf aan dat iets niet klopt" in Message.objects.get(kind="reporting.school_statement_signed").body
    )


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"confirmed": False}, "vinkje"),
        ({"name": " "}, "naam"),
        ({"function": ""}, "functie"),
        ({"answers": {}}, "kies of dit klopt"),
    ],
)
def test_a_statement_that_is_not_whole_is_refused(given, word):
    with pytest.raises(NotPossibleError, match=word):
        make_statement(**given)
    assert not Statement.objects.signed().exists()


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        (Answer(agrees=False, since=TODAY), "leg uit"),
        (Answer(agrees=False, explanation="Premie."), "sinds welke dag"),
        (Answer(agrees=False, since=TODAY + timedelta(days=1), explanation="Premie."), "sinds welke dag"),
    ],
)
def test_who_disagrees_says_since_when_and_why(answer, word):
    answers = {**signing().answers, "f": answer}
    with pytest.raises(NotPossibleError, match=f"Belastingen en premies.*{word}"):
        make_statement(answers=answers)


def test_a_double_press_signs_once():
    school = holder().school
    user = make_school_user(school)
    first, second = (sign(school, signing(), by=user, now=noon(TODAY)) for _ in range(2))
    assert first == second
    assert Statement.objects.count() == 1


def test_an_earlier_statement_stays_in_the_history():
    school = holder().school
    old = make_statement(school)
    new = make_statement(school, today=date(2027, 2, 20))
    assert list(Statement.objects.filter(school=school).signed()) == [new, old]


def test_staff_see_who_has_not_given_it(django_assert_num_queries):
    first, second = (holder(make_school(name=name)).school for name in ("Aap", "Noot"))
    make_statement(second)
    with django_assert_num_queries(2):
        lines = [(line.school, line.signed is not None) for line in holders_with_statements()]
    assert lines == [(first, False), (second, True)]
