"""From interest to the mark, and what stands in the way of it: in the browser, by all who have a part."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from keurmerk.accounts.models import User
from keurmerk.applications.enums import ApplicationState, Aspect, TalkState
from keurmerk.applications.models import Agreement, Application
from keurmerk.applications.service.inquiring import report_talk
from keurmerk.certification.models import Certificate, Decision
from keurmerk.demo.applicants.holders import OF_SISTER_IN_LAW, declare_holders
from keurmerk.demo.lives.files import as_pdf
from keurmerk.organisations.enums import MembershipFunction
from keurmerk.organisations.models import School
from keurmerk.reporting.models import Manager
from rulebook.lifecycle.states import Mark, State
from tests.factories.applications import fill_in, inquire, judge, make_answers, make_applicant, typed
from tests.factories.certification import WEIGHING, make_certificate, make_decider, make_staff
from tests.factories.files import own_store
from tests.factories.organisations import make_school
from tests.journeys.play import Play, delivered, is_tagged, letter_in, links_in, play
from tests.smtp import mail_server

__all__ = ["mail_server", "own_store", "play"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EMAIL, PASSWORD = "selam@taalhuis.example", "Zeven-groene-fietsen"
KVK = "71234567"
IN_A_MONTH = 30


def today() -> date:
    return timezone.localdate()


def mails_to(mail_server, address: str) -> list:
    return [mail for mail in delivered(mail_server) if mail["To"] == address]


def show_interest(play: Play, mail_server) -> User:
    """Somebody whom nobody knows asks for the mark, and has an account a few minutes later."""
    play.go("interest")
    play.fill(name="Taalhuis De Sleutel", kvk_number=KVK, person="Selam Haile", email=EMAIL)
    play.press("Verstuur")
    (asked,) = mails_to(mail_server, EMAIL)
    play.page.goto(play.base + links_in(asked)[0])
    play.press("Ja, dit is mijn e-mailadres")
    invited = mails_to(mail_server, EMAIL)[-1]
    play.page.goto(play.base + links_in(invited)[0])
    play.fill(name="Selam Haile", password=PASSWORD, again=PASSWORD)
    play.press("Account openen")
    return User.objects.get(email=EMAIL)


def sign_agreements(play: Play, school: School) -> None:
    for agreement in Agreement.objects.filter(school=school):
        play.go("school:agreement", agreement.public_id)
        name = agreement.get_kind_display().lower()
        if play.page.get_by_label("Naam van contactpersoon 1").count():
            play.page.get_by_label("Naam van contactpersoon 1").fill("Selam Haile")
            play.page.get_by_label("E-mailadres van contactpersoon 1").fill(EMAIL)
        play.fill(signer="Selam Haile", function="directeur", place="Utrecht")
        play.page.locator('[name$="agreed"]').check()
        play.press(f"Teken de {name}")


def judge_in_browser(
    play: Play, application: Application, page: str, aspect: Aspect, wrong: str = ""
) -> None:
    play.go("staff:application-page", application.public_id, page)
    form = play.page.locator(f'form[action$="/oordeel/{aspect.value}/"]')
    form.locator(f'input[value="{"nee" if wrong else "ja"}"]').check()
    form.locator("textarea").fill(wrong)
    with play.page.expect_navigation():
        form.get_by_role("button").click()


def application_of(school: School) -> Application:
    return Application.objects.get(school=school)


def test_a_school_comes_from_interest_to_the_grant_with_one_completion_and_one_repair(play, mail_server):
    staff, signer = make_staff(), make_decider()
    member = show_interest(play, mail_server)
    school = School.objects.get(kvk_number=KVK)

    # both agreements, signed by both sides
    sign_agreements(play, school)
    play.enter(staff)
    play.go("staff:agreements", school.public_id)
    play.press("Beide overeenkomsten sluiten")
    concluded = mails_to(mail_server, EMAIL)[-1]
    assert len(list(concluded.iter_attachments())) == Agreement.objects.count()

    application = application_of(school)
    hand_in_after_a_mistake(play, application, member)
    assert state_of(school) == State.APPLICATION
    receipt = mails_to(mail_server, EMAIL)[-1]
    assert is_tagged(letter_in(receipt))
    assert "juist en volledig" in "".join(sheet.extract_text() for sheet in letter_in(receipt).pages)

    complete_and_improve(play, application, staff, member)
    talk(play, application, staff)
    invitation = letter_in(mails_to(mail_server, EMAIL)[-1])
    assert "Tigrinya" in "".join(sheet.extract_text() for sheet in invitation.pages)
    hold_talk(application, staff)

    # the grant, prepared with what the applicant chose, signed by another
    play.go("staff:application-outcome", application.public_id)
    with play.page.expect_navigation():
        play.page.get_by_role("button", name="Bereid voor").first.click()
    play.fill(facts_text="De aanvraag is volledig en de plannen geven vertrouwen.", weighing=WEIGHING)
    play.submit()
    play.sign(signer, staff)

    assert state_of(school) == State.FIXED
    application.refresh_from_db()
    assert application.state == ApplicationState.DECIDED
    assert member.memberships.get().function == MembershipFunction.MANAGER
    assert [manager.name for manager in Manager.objects.filter(school=school)] == ["Anna de Vries"]
    certificate = Certificate.objects.get(school=school)
    assert (certificate.most_learners, certificate.most_turnover) == (25, 190_000)
    granted = letter_in(mails_to(mail_server, EMAIL)[-1])
    assert is_tagged(granted)
    play.enter(member)
    play.go("school:school", school.public_id)
    expect(play.page.get_by_text("voor bepaalde tijd").first).to_be_visible()


def hand_in_after_a_mistake(play: Play, application: Application, member: User) -> None:
    """What is wrong is kept and told; the other pages go as fast as a colleague types."""
    play.enter(member)
    fill_in(application, make_answers(application.school, today()), by=member, now=timezone.now())
    play.go("school:application-page", application.public_id, "onderneming")
    play.page.locator('[name$="iban"]').fill("NL00 FOUT 0000 0000 00")
    play.press("Bewaar en controleer")
    expect(play.page.get_by_text("controlegetal").first).to_be_visible()
    play.go("school:application-hand-in", application.public_id)
    expect(play.page.get_by_role("button", name="Dien de aanvraag in")).to_have_attribute(
        "aria-disabled", "true"
    )
    play.go("school:application-page", application.public_id, "onderneming")
    assert play.page.locator('[name$="iban"]').input_value() == "NL00 FOUT 0000 0000 00"
    play.page.locator('[name$="iban"]').fill("NL91 ABNA 0417 1643 00")
    play.press("Bewaar en controleer")
    play.go("school:application-hand-in", application.public_id)
    play.fill(signer="Selam Haile", function="directeur", place="Utrecht")
    play.page.locator('[name$="agreed"]').check()
    play.press("Dien de aanvraag in")


def complete_and_improve(play: Play, application: Application, staff: User, member: User) -> None:
    """One chance to complete, and one of its own to improve the plans."""
    play.enter(staff)
    judge(application, by=staff, today=today())
    judge_in_browser(play, application, "meetperiode", Aspect.COMPLETENESS, "De omzet is niet onderbouwd.")
    play.go("staff:application", application.public_id)
    play.act("aanvulling", until=typed(today() + timedelta(days=IN_A_MONTH)))
    play.enter(member)
    play.go("school:application", application.public_id)
    expect(play.page.get_by_text("De omzet is niet onderbouwd.").first).to_be_visible()
    play.go("school:application-page", application.public_id, "meetperiode")
    play.page.locator('[name$="omzet"]').fill("190.000")
    play.press("Bewaar en controleer")
    play.go("school:application", application.public_id)
    play.press("Dien de aanvulling in")
    application.refresh_from_db()
    assert application.state == ApplicationState.SUBMITTED

    # complete; the teaching plan gives no trust yet: improved once
    play.enter(staff)
    judge_in_browser(play, application, "meetperiode", Aspect.COMPLETENESS)
    judge_in_browser(play, application, "onderwijsplan", Aspect.CONTENT, "Het plan zegt niets over niveaus.")
    play.go("staff:application", application.public_id)
    play.act("volledig")
    play.act("aanpassing", until=typed(today() + timedelta(days=IN_A_MONTH)))
    play.enter(member)
    play.go("school:application", application.public_id)
    play.press("Dien de aanvulling in")
    play.enter(staff)
    judge_in_browser(play, application, "onderwijsplan", Aspect.CONTENT)


def talk(play: Play, application: Application, staff: User) -> None:
    """First the persons; then the invitation, with an interpreter."""
    inquire(application, by=staff, today=today())
    play.go("staff:application-inquiry", application.public_id)
    play.page.locator("summary", has_text="Uitnodigen voor het intakegesprek").click()
    tomorrow = timezone.make_aware(datetime.combine(today() + timedelta(days=1), time(10)))
    form = play.page.locator('form[action$="/gesprek/"]')
    form.locator('[name$="day"]').fill(typed(tomorrow.date()))
    form.locator('[name$="time"]').fill("10:00")
    form.locator('[name$="place"]').fill("Blik op Werk, Utrecht")
    form.locator('[name$="interpreter"]').fill("Tigrinya")
    with play.page.expect_navigation():
        form.get_by_role("button").click()


def hold_talk(application: Application, staff: User) -> None:
    """A day later."""
    planned = application.talks.get()
    report_talk(
        planned,
        TalkState.HELD,
        report="De directeur lichtte haar plannen toe; er zijn geen vragen meer.",
        concern=False,
        by=staff,
        today=timezone.localdate(planned.at),
    )


def state_of(school: School) -> State:
    return Certificate.objects.get(school=school).state_


def test_a_tie_through_the_holding_of_an_in_law_is_found_and_leads_to_rejection(play, mail_server):
    staff, signer = make_staff(), make_decider()
    holder = make_school(kvk_number=OF_SISTER_IN_LAW, name="Taalschool De Korenbloem")
    make_certificate(holder, mark=Mark.FIXED, period_first=date(today().year, 1, 1), today=today())
    declare_holders(staff, today())
    school = make_school()
    answers = make_answers(school, today())
    answers["netwerk"] |= {
        "verbonden": "ja",
        "reden_zelf": "Wij werken in een andere regio.",
        "houders": [
            {"id": "1", "houder": holder.name, "relatie": "schoonfamilie", "uitleg": "De zus van mijn man."}
        ],
        "familie": [
            {
                "id": "1",
                "wie": answers["management"]["management"][0]["id"],
                "relatie": "zwager_of_schoonzus",
                "voornamen": "Hanna",
                "achternaam": "Fictief-de Wit",
                "geboortedatum": "12-5-1979",
                "onderneming": "Voorbeeldholding De Wit (verzonnen)",
                "kvk_nummer": "90000998",
                "aandelen": "100",
            }
        ],
    }
    made = make_applicant(school=school, answers=answers)
    application = made.application

    play.enter(staff)
    play.go("staff:application-inquiry", application.public_id)
    expect(play.page.get_by_text("De Korenbloem").first).to_be_visible()
    play.go("staff:application-outcome", application.public_id)
    expect(play.page.get_by_text("zwager of schoonzus").first).to_be_visible()
    expect(play.page.get_by_text("Voorbeeldholding De Wit").first).to_be_visible()
    play.page.locator("#afwijzen ~ details summary").first.click()
    play.tick("tweede_aanvraag")
    with play.page.expect_navigation():
        play.page.locator('form[action$="/uitkomst/afwijzen/"]').get_by_role("button").click()
    play.tick("eigen_gegevens")
    play.fill(heard_reason="Het besluit rust op wat de school zelf opgaf.", weighing=WEIGHING)
    decision = Decision.objects.latest("pk")
    assert "Voorbeeldholding De Wit" in decision.facts_text
    play.submit()
    play.sign(signer, staff)

    assert state_of(school) == State.REJECTED
    letter = letter_in(mails_to(mail_server, made.member.email)[-1])
    assert "Korenbloem" in "".join(sheet.extract_text() for sheet in letter.pages)
    play.enter(made.member)
    play.go("school:school", school.public_id)
    expect(play.page.get_by_text("afgewezen").first).to_be_visible()


def test_a_draft_goes_on_in_a_second_browser(play, browser, live_server):
    """Somebody stops halfway and goes on elsewhere: what was typed is there, without a button pressed."""
    made = make_applicant(ApplicationState.DRAFT)
    play.enter(made.member)
    play.go("school:application-page", made.application.public_id, "onderneming")
    play.page.locator('[name$="plaats"]').fill("Leeuwarden")
    expect(play.page.locator("[data-keep-state]")).to_contain_text("Bewaard om")

    with browser.new_context() as context:
        other = Play(context.new_page(), live_server.url)
        other.enter(made.member)
        other.go("school:application-page", made.application.public_id, "onderneming")
        assert other.page.locator('[name$="plaats"]').input_value() == "Leeuwarden"
        other.page.locator('[name$="telefoon"]').fill("058 555 12 34")
        expect(other.page.locator("[data-keep-state]")).to_contain_text("Bewaard om")

    play.go("school:application-page", made.application.public_id, "onderneming")
    assert play.page.locator('[name$="telefoon"]').input_value() == "058 555 12 34"


def test_of_a_pile_of_documents_each_is_added_by_itself_and_the_same_one_twice_is_one(play, tmp_path):
    made = make_applicant(ApplicationState.DRAFT)
    paths = [tmp_path / f"reglement-{number}.pdf" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_bytes(as_pdf(f"Reglement {number % 2}", ("Zo doen wij het.",)))
    play.enter(made.member)
    play.go("school:application-attachments", made.application.public_id)
    play.page.locator('input[type="file"]').set_input_files(paths)
    play.page.get_by_role("button", name="Voeg toe").click()
    expect(play.page.locator("[data-progress-list] li")).to_have_count(len(paths))
    expect(play.page.locator("[data-progress-after]")).to_be_visible()
    assert made.application.attachments.count() == len({number % 2 for number in range(3)}) + 1
