"""The applicant's pages as people meet them: accessible, narrow, by keyboard, on a line that breaks."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from keurmerk.applications import links
from keurmerk.applications.enums import AgreementKind, ApplicationState
from keurmerk.applications.models import Agreement, Answer
from tests.factories.accounts import PASSWORD
from tests.factories.applications import make_agreements, make_applicant, make_interest
from tests.factories.file_contents import blank_pdf, pdf

pytestmark = pytest.mark.django_db(transaction=True)


def sign_in(page, live_server, user):
    page.goto(f"{live_server.url}/account/login/")
    page.locator("input[type=email]").fill(user.email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/mijn/**")


def looks_right(page, address, accessible):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address)
        accessible(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def here(live_server, name, *args):
    return live_server.url + reverse(name, args=args)


def form_page(live_server, application, code):
    return here(live_server, "school:application-page", application.public_id, code)


def test_interest_is_open_to_everybody(page, live_server, accessible):
    for path in ("/aanmelden/", "/aanmelden/verstuurd/", "/aanmelden/verzonnen/"):
        looks_right(page, live_server.url + path, accessible)
    link = reverse("interest-confirm", args=[links.token_of(make_interest(confirmed=False))])
    looks_right(page, live_server.url + link, accessible)
    page.get_by_role("button", name="Ja, dit is mijn e-mailadres").click()
    accessible(page)


def test_agreements(page, live_server, accessible):
    school, member = make_agreements(signed=False)
    sign_in(page, live_server, member)
    looks_right(page, here(live_server, "school:school", school.public_id), accessible)
    for kind in AgreementKind:
        agreement = Agreement.objects.get(school=school, kind=kind)
        looks_right(page, here(live_server, "school:agreement", agreement.public_id), accessible)


def test_a_draft_on_every_page(page, live_server, accessible):
    applicant = make_applicant(ApplicationState.DRAFT)
    application, attachment = applicant.application, applicant.application.attachments.get()
    Answer.objects.filter(page="onderneming").update(values={"iban": "NL00", "naam": "Taalhuis"})
    sign_in(page, live_server, applicant.member)
    for code in (
        "onderneming",
        "management",
        "netwerk",
        "belanghebbenden",
        "managementverklaring",
        "cv",
        "privacy",
    ):
        looks_right(page, f"{form_page(live_server, application, code)}?controle=1", accessible)
    for name in ("application", "application-missing", "application-attachments", "application-hand-in"):
        looks_right(page, here(live_server, f"school:{name}", application.public_id), accessible)
    looks_right(page, here(live_server, "school:attachment-remove", attachment.public_id), accessible)
    document = here(live_server, "school:application-document", application.public_id, "onderneming", "A2")
    looks_right(page, document, accessible)


def test_one_that_must_be_completed(page, live_server, accessible):
    applicant = make_applicant(ApplicationState.COMPLETING)
    application = applicant.application
    sign_in(page, live_server, applicant.member)
    for name in ("application", "application-receipt", "application-missing"):
        looks_right(page, here(live_server, f"school:{name}", application.public_id), accessible)
    for code in ("organisatieplan", "cv"):
        looks_right(page, form_page(live_server, application, code), accessible)


@pytest.fixture
def draft(page, live_server):
    applicant = make_applicant(ApplicationState.DRAFT)
    sign_in(page, live_server, applicant.member)
    page.goto(form_page(live_server, applicant.application, "onderneming"))
    return applicant


def stored(applicant, code="onderneming"):
    return Answer.objects.get(application=applicant.application, page=code).values


def test_typing_saves_by_itself_and_goes_on_in_another_browser(page, browser, live_server, draft, accessible):
    page.get_by_label("Naam van de onderneming").fill("Taalhuis Žagarė")
    page.get_by_label("IBAN").fill("NL00")
    page.get_by_label("IBAN").press("Tab")
    expect(page.get_by_text(re.compile(r"Bewaard om \d\d:\d\d"))).to_be_visible()
    expect(page.get_by_text("Dit is geen IBAN")).to_be_visible()
    accessible(page)
    theirs = browser.new_context().new_page()
    sign_in(theirs, live_server, draft.member)
    theirs.goto(form_page(live_server, draft.application, "onderneming"))
    expect(theirs.get_by_label("Naam van de onderneming")).to_have_value("Taalhuis Žagarė")
    theirs.context.close()


def test_without_a_connection_it_says_so_and_saves_when_there_is_one(page, draft):
    page.route("**/bewaren/**", lambda route: route.abort())
    page.get_by_label("Plaats", exact=True).fill("Zwolle")
    expect(page.get_by_text("Nog niet bewaard: geen verbinding")).to_be_visible()
    page.unroute("**/bewaren/**")
    expect(page.get_by_text(re.compile(r"Bewaard om"))).to_be_visible(timeout=15_000)
    assert stored(draft)["plaats"] == "Zwolle"


def test_a_session_that_ended_goes_on_after_signing_in_in_another_tab(page, live_server, draft):
    page.context.clear_cookies()
    page.get_by_label("Plaats", exact=True).fill("Zwolle")
    expect(page.get_by_text("U bent uitgelogd")).to_be_visible()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Log in een ander tabblad in").click()
    sign_in(opened.value, live_server, draft.member)
    expect(page.get_by_text(re.compile(r"Bewaard om"))).to_be_visible(timeout=20_000)
    assert stored(draft)["plaats"] == "Zwolle"


def test_going_to_another_page_first_saves_what_was_typed(page, live_server, draft):
    page.get_by_label("Plaats", exact=True).fill("Zwolle")
    page.get_by_role("link", name="2. Uw vestigingen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Uw vestigingen")
    assert stored(draft)["plaats"] == "Zwolle"


def test_what_depends_on_an_answer_shows_at_once(page, live_server, draft):
    page.goto(form_page(live_server, draft.application, "netwerk"))
    why = page.get_by_label("Waarom wilt u zelf het Keurmerk?")
    expect(why).to_be_hidden()
    page.get_by_role("group", name="Bent u een Verbonden Persoon").get_by_label("Ja").check()
    expect(why).to_be_visible()


def test_two_in_one_form_choose_by_keyboard(page, browser, live_server, draft, accessible):
    theirs = browser.new_context().new_page()
    sign_in(theirs, live_server, draft.member)
    theirs.goto(form_page(live_server, draft.application, "onderneming"))
    theirs.get_by_label("Plaats", exact=True).fill("Zwolle")
    theirs.get_by_role("button", name="Bewaar en controleer").click()
    expect(theirs.get_by_text(re.compile(r"Bewaard om"))).to_be_visible()
    theirs.context.close()
    page.get_by_label("Plaats", exact=True).fill("Deventer")
    page.get_by_role("button", name="Bekijk beide teksten en kies").click()
    expect(page.get_by_text("Deventer")).to_be_visible()
    accessible(page)
    page.get_by_label("Wat al bewaard was").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Bewaar deze keuze").press("Enter")
    expect(page.get_by_label("Plaats", exact=True)).to_have_value("Zwolle")


def small(number):
    writer = blank_pdf()
    writer.add_metadata({"/Title": f"Stuk {number}"})
    return {"name": f"stuk{number}.pdf", "mimeType": "application/pdf", "buffer": pdf(writer)}


def test_a_line_that_breaks_at_the_third_keeps_the_others(page, live_server, draft, accessible):
    application, seen = draft.application, []

    def third_is_lost(route):
        seen.append(route)
        return route.abort() if len(seen) == 3 else route.continue_()

    page.goto(here(live_server, "school:application-attachments", application.public_id))
    page.route("**/bijlagen/een/", third_is_lost)
    page.get_by_label("Documenten").set_input_files([small(number) for number in range(1, 5)])
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_text("3 van 4 toegevoegd. 1 niet: stuk3.pdf.")).to_be_visible(timeout=30_000)
    accessible(page)
    page.get_by_role("button", name="Probeer wat mislukte opnieuw").click()
    expect(page.get_by_text("1 van 1 toegevoegd.")).to_be_visible(timeout=30_000)
    assert application.attachments.count() == 5
