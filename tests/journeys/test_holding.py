"""What a holder does beside delivering: report a change, and ask to be allowed to deviate from a norm."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from keurmerk.assessments import service as assessments
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.models import Case
from keurmerk.dispensations.models import Dispensation
from keurmerk.journal.party import SYSTEM
from keurmerk.web.outcomes.periods import code
from rulebook.dispensations import Code
from rulebook.kernel.period import MeasuringPeriod
from rulebook.lifecycle.states import State
from tests.factories.case_rows import put_in
from tests.factories.certification import make_decider, make_staff
from tests.factories.files import own_store
from tests.factories.organisations import make_school, make_school_user
from tests.factories.results import make_checked, tick_all
from tests.journeys.play import delivered, is_tagged, letter_in, play
from tests.smtp import mail_server

__all__ = ["mail_server", "own_store", "play"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_conflict_with_the_management_statement_is_reported_and_opens_a_case(play, mail_server):
    school = make_school()
    put_in(State.INDEFINITE, school=school)
    member, staff = make_school_user(school), make_staff()
    play.enter(member)
    play.go("school:report-list", school.public_id)
    with play.page.expect_navigation():
        play.page.get_by_role("link", name="Iets klopt niet meer", exact=False).first.click()
    happened = timezone.localdate() - timedelta(days=2)
    play.fill(happened_on=happened.isoformat(), text="De aanslag loonheffing is niet op tijd betaald.")
    play.page.locator('input[name$="verklaring"][value="f"]').check()
    with play.page.expect_navigation():
        play.page.locator("main form").get_by_role("button").last.click()
    case = Case.objects.get(school=school, kind=CaseKind.REPORT)
    expect(play.page.get_by_text("op tijd").first).to_be_visible()
    (mail,) = [mail for mail in delivered(mail_server) if mail["To"] == member.email]
    assert "melding" in str(mail["Subject"]).lower()

    play.enter(staff)
    play.go("staff:worklist")
    expect(play.page.get_by_text(school.name).first).to_be_visible()
    play.go("staff:report-list")
    with play.page.expect_navigation():
        play.page.locator("main table a").first.click()
    expect(play.page.get_by_text("De aanslag loonheffing").first).to_be_visible()
    assert case.tasks.filter(done_on=None).exists()


def test_an_exception_turns_a_failing_norm_lawful_for_everybody_who_sees_it(play, mail_server, tmp_path):
    period = MeasuringPeriod.starting(date(timezone.localdate().year, 1, 1))
    school = make_school()
    put_in(State.INDEFINITE, school=school, period_first=period.first)
    upload = make_checked(school, period=period)
    tick_all(upload)
    assessment = assessments.commit_upload(upload, committed_by=SYSTEM)
    failed = sorted({row["norm"] for row in assessment.outcome["normen"] if row["oordeel"] == "voldoet_niet"})
    member, adviser, decider = make_school_user(school), make_decider(), make_decider()

    play.enter(member)
    play.go("school:dispensation-new", school.public_id, Code.SHRINKING)
    form = play.page.locator("main form")
    form.locator('select[name="period"]').select_option(code(period))
    for norm in failed:
        form.locator(f'input[name="norms"][value="{norm}"]').check()
    form.locator('[name="late_because"]').fill("De gemeente stopte pas laat.")
    form.locator('[name="text"]').fill("Er zijn nog elf Cursisten onder de Wi2013.")
    evidence = tmp_path / "aantallen.txt"
    evidence.write_text("Elf Cursisten.")
    for field in form.locator('input[type="file"]').all():
        field.set_input_files(evidence)
    play.press("Verstuur het verzoek")
    asked = Dispensation.objects.get()

    play.enter(adviser)
    play.go("staff:dispensation-judge", asked.public_id)
    for each in asked.kind_.conditions:
        play.page.locator(f'input[name="voldoet_{each.code}"][value="ja"]').check()
    with play.page.expect_navigation():
        play.page.locator("main form").get_by_role("button").last.click()
    play.go("staff:dispensation-advise", asked.public_id)
    form = play.page.locator("main form")
    form.locator('input[name="advice"][value="verlenen"]').check()
    form.locator('[name="text"]').fill("De terugloop is aannemelijk.")
    form.locator('[name="valid_from"]').fill(f"{period.first:%d-%m-%Y}")
    form.locator('[name="valid_until"]').fill(f"{period.last:%d-%m-%Y}")
    form.locator('[name="conditions"]').fill("Meld elk kwartaal het aantal Cursisten.")
    for norm in failed:
        form.locator(f'select[name="gevolg_{norm}"]').select_option("norm_geldt_niet")
    with play.page.expect_navigation():
        form.get_by_role("button").last.click()
    play.go("staff:dispensation", asked.public_id)
    expect(play.page.get_by_role("link", name="Beslissen", exact=True)).to_have_count(0)  # four eyes

    play.enter(decider)
    play.go("staff:dispensation-decide", asked.public_id)
    play.fill(reasons="De terugloop is aannemelijk en de school is op tijd in gesprek gegaan.")
    with play.page.expect_navigation():
        play.page.locator("main form").get_by_role("button").last.click()
    letters = [mail for mail in delivered(mail_server) if mail["To"] == member.email]
    assert is_tagged(letter_in(letters[-1]))

    play.enter(member)
    play.go("school:outcome", assessment.public_id)
    expect(play.page.get_by_text("maar toegestaan").first).to_be_visible()
    play.page.locator("summary", has_text="Voorwaarden").first.click()
    expect(play.page.get_by_text("Meld elk kwartaal het aantal Cursisten.").first).to_be_visible()
    assert play.page.get_by_text("voldoet niet").count() >= len(failed)  # the verdict itself stays
