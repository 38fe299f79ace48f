"""Applications on the screens of staff: what waits, what was typed, what can be done and why not."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from keurmerk.applications.enums import ApplicationState, Aspect
from keurmerk.applications.models import Application, InquiryEntry, IntakeTalk, Invoice, PageJudgement
from keurmerk.certification.models import Decision
from keurmerk.journal.models import Entry
from rulebook.application.visits import Visit
from rulebook.lifecycle.states import State
from tests.factories.application_rows import interest_of, put_application, put_invoice
from tests.factories.applications import (
    IDENTITY,
    WRONG,
    inquire,
    judge,
    make_agreements,
    make_applicant,
    make_interest,
)
from tests.factories.case_rows import put_in
from tests.factories.certification import make_staff
from tests.factories.files import own_store
from tests.factories.organisations import make_school
from tests.factories.quick_letters import quick_letters
from tests.keurmerk.web.staff.pages import address, client_of, shown

__all__ = ["own_store", "quick_letters"]
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
TODAY = timezone.localdate()


@pytest.fixture
def staff():
    return client_of(make_staff())


@pytest.fixture
def application():
    return put_application()


@pytest.fixture
def made():
    return make_applicant()


def act(staff, application, name, **given):
    return staff.post(address("application-act", application, name), given)


def judge_page(staff, application, page="vestigingen", aspect="volledigheid", **given):
    return staff.post(address("application-judge", application, page, aspect), given)


def queries_of(staff, path):
    with CaptureQueriesContext(connection) as found:
        assert staff.get(path).status_code == 200
    return len(found)


def test_the_list_has_every_open_application_with_both_clocks(staff, made):
    put_application(state=ApplicationState.DECIDED)
    page = shown(staff.get(reverse("staff:applications")))
    assert str(made.application) in page
    assert "(1 rij)" in page
    term = made.application.case.terms.get(code="aanvraag_awb")
    assert f"{term.last_day:%d-%m-%Y}" in page


def test_the_list_is_narrowed_by_state_and_by_who_handles_it(staff, application):
    for query, rows in (("stand=ingediend", 1), ("stand=beslist", 0), ("behandelaar=niemand", 1)):
        page = staff.get(f"{reverse('staff:applications')}?{query}").text
        assert (str(application) in page) is bool(rows), query
    assert str(application) not in staff.get(f"{reverse('staff:applications')}?behandelaar=mij").text


def test_the_list_is_exported_as_it_is_narrowed(staff, application):
    assert str(application) in staff.get(reverse("staff:applications-csv")).content.decode("utf-8-sig")
    narrowed = staff.get(f"{reverse('staff:applications-csv')}?stand=beslist").content.decode("utf-8-sig")
    assert str(application) not in narrowed
    assert staff.get(reverse("staff:applications-xlsx")).content.startswith(b"PK")


def test_lists_ask_as_much_of_the_database_for_many_as_for_one(staff):
    for name, put in (("applications", put_application), ("interests", lambda: interest_of(make_school()))):
        put()
        path = reverse(f"staff:{name}")
        queries_of(staff, path)
        one = queries_of(staff, path)
        for _ in range(5):
            put()
        assert queries_of(staff, path) == one


def test_an_interest_shows_which_school_has_the_number_and_that_its_mark_was_withdrawn(staff):
    certificate = put_in(State.WITHDRAWN)
    page = shown(staff.get(address("interest", interest_of(certificate.school))))
    assert certificate.school.name in page
    assert "Het Keurmerk van deze school is ingetrokken" in page


def test_an_interest_is_accepted_once(staff):
    interest = interest_of(make_school())
    accept = address("interest-accept", interest)
    assert staff.post(accept)["Location"] == address("interest", interest)
    assert "Deze aanmelding is al" in shown(staff.post(accept), 409)
    interest.refresh_from_db()
    assert interest.state == "uitgenodigd"


def test_declining_asks_why_and_loses_nothing_that_was_typed(staff):
    interest = interest_of(make_school())
    decline = address("interest-decline", interest)
    assert "Dit klopt nog niet" in shown(staff.post(decline, {"reason": ""}))
    staff.post(decline, {"reason": "Al houder."})
    assert "Te laat getypt." in shown(staff.post(decline, {"reason": "Te laat getypt."}), 409)


def test_an_interest_without_a_confirmed_address_waits_for_the_applicant(staff):
    page = shown(staff.get(address("interest", make_interest(confirmed=False))))
    assert "moet eerst het e-mailadres bevestigen" in page
    assert "Uitnodigen om aan te vragen" not in page


def test_agreements_are_concluded_when_both_are_signed_and_twice_is_once(staff):
    school, _member = make_agreements(signed=False)
    page = shown(staff.get(address("agreements", school)))
    assert "De school tekende de verwerkersovereenkomst nog niet." in page
    assert staff.post(address("agreements-conclude", school)).status_code == 409
    signed, _member = make_agreements()
    assert "Anna de Vries, directeur, te Utrecht" in shown(staff.get(address("agreements", signed)))
    text = shown(staff.get(address("agreement-preview", signed, "verwerkersovereenkomst")))
    assert "CONCEPT. Blik op Werk heeft deze overeenkomst nog niet getekend." in text
    assert "anna@school.example" in text
    assert staff.get(address("agreement-preview", school, "verwerkersovereenkomst")).status_code == 404
    first = staff.post(address("agreements-conclude", signed))
    second = staff.post(address("agreements-conclude", signed))
    assert first["Location"] == second["Location"]
    assert Application.objects.filter(school=signed).count() == 1


def test_what_was_not_handed_in_is_not_shown(staff):
    draft = put_application(state=ApplicationState.DRAFT)
    assert "Deze aanvraag is nog niet ingediend" in shown(staff.get(address("application", draft)))
    for name in ("application-changes", "application-inquiry", "application-outcome"):
        assert staff.get(address(name, draft)).status_code == 404
    assert staff.get(address("application-page", draft, "management")).status_code == 404


def test_a_page_shows_what_was_typed_in_words(staff, application):
    page = shown(staff.get(address("application-page", application, "management")))
    assert "Bestuurder volgens de Kamer van Koophandel, Dagelijkse leiding" in page
    assert "Anna" in page


def test_numbers_of_identity_papers_are_shown_to_who_asks_and_that_is_told(staff, application):
    path = address("application-page", application, "belanghebbenden")
    assert IDENTITY not in staff.get(path).text
    asked = staff.post(address("application-reveal", application, "belanghebbenden"))
    assert IDENTITY in asked.text
    assert "no-store" in asked["Cache-Control"]
    entry = Entry.objects.get(kind="application.identity_seen")
    assert entry.subject_id == str(application.public_id)
    assert IDENTITY not in staff.get(path).text


def test_a_page_is_judged_and_what_is_wrong_must_be_said(staff, application):
    answer = judge_page(staff, application, holds="nee", text="")
    assert "Schrijf op wat er ontbreekt of beter moet." in shown(answer)
    judge_page(staff, application, holds="nee", text=WRONG)
    judge_page(staff, application, holds="ja")
    page = shown(staff.get(address("application-page", application, "vestigingen")))
    assert "Eerdere oordelen (1)" in page
    assert PageJudgement.objects.count() == 2


def test_only_plans_are_judged_on_content(staff, application):
    assert judge_page(staff, application, aspect="inhoud", holds="ja").status_code == 404
    assert judge_page(staff, application, "onderwijsplan", "inhoud", holds="ja").status_code == 302


def test_what_was_typed_of_a_document_is_confirmed_or_not(staff, made):
    reference = made.application.references.get(code="A6")
    confirm = address("application-confirm", made.application, reference.pk)
    assert "Schrijf op wat er niet klopt." in shown(staff.post(confirm, {"holds": "nee"}))
    staff.post(confirm, {"holds": "nee", "remark": "Profiel 45."})
    reference.refresh_from_db()
    assert (reference.confirmed, reference.remark) == (False, "Profiel 45.")
    assert "Profiel 45." in shown(staff.get(address("application-page", made.application, "management")))


def test_what_cannot_be_done_says_why_with_the_way_there(staff, made):
    page = staff.get(address("application", made.application)).text
    assert "Geef eerst bij een onderdeel aan wat niet volledig of niet juist is." in page
    assert address("application-page", made.application, "klachten") in page


def test_asking_to_complete_and_asking_it_twice(staff, made):
    judge(made.application, by=made.staff, today=TODAY, wrong=(("organisatieplan", Aspect.COMPLETENESS),))
    until = f"{TODAY + timedelta(days=14):%d-%m-%Y}"
    assert act(staff, made.application, "aanvulling", until=until).status_code == 302
    refused = shown(act(staff, made.application, "aanvulling", until=until), 409)
    assert "Dit kan nu niet" in refused
    assert until in refused
    assert made.application.chances.count() == 1


def test_a_complete_application_and_the_extension_of_its_term(staff, made):
    assert act(staff, made.application, "verlengen").status_code == 409
    judge(made.application, by=made.staff, today=TODAY)
    assert act(staff, made.application, "volledig").status_code == 302
    assert act(staff, made.application, "verlengen").status_code == 302
    assert act(staff, made.application, "onbekend").status_code == 404


def test_a_source_is_one_that_is_offered_or_another(staff, application):
    add = address("application-source", application)
    given = {"about": "Anna de Vries", "source": "anders", "finding": "Niets.", "concern": "nee"}
    assert "Vul de naam in." in shown(staff.post(add, given))
    staff.post(add, given | {"other_source": "Kadaster"})
    entry = InquiryEntry.objects.get()
    assert (entry.source, entry.about, entry.concern) == ("Kadaster", "Anna de Vries", False)


def test_the_talk_is_invited_to_moved_and_reported(staff, made):
    application = made.application
    page = shown(staff.get(address("application-inquiry", application)))
    assert "Kan pas als het onderzoek positief is afgerond" in page
    inquire(application, by=made.staff, today=TODAY)
    invite = address("application-talk", application)
    day = f"{TODAY + timedelta(days=7):%d-%m-%Y}"
    given = {"day": day, "time": "14:00", "place": "Utrecht", "interpreter": "Arabisch"}
    staff.post(invite, given)
    staff.post(invite, given | {"time": "15:00"})
    assert list(IntakeTalk.objects.values_list("state", flat=True)) == ["vervallen", "uitgenodigd"]
    talk = IntakeTalk.objects.last()
    report = address("application-talk-report", application, talk.public_id)
    refused = shown(staff.post(report, {"state": "gehouden", "report": "Alles besproken.", "concern": "nee"}))
    assert "Dit gesprek moet nog komen." in refused
    assert "Alles besproken." in refused
    staff.post(report, {"state": "geweigerd", "report": "De school wil niet.", "concern": "ja"})
    talk.refresh_from_db()
    assert talk.state == "geweigerd"


def test_the_outcome_tells_what_a_grant_lacks_and_what_the_file_says_of_each_ground(staff, made):
    put_invoice(made.application.school, "2026-17")
    page = shown(staff.get(address("application-outcome", made.application)))
    assert "Er staan nog facturen open." in page
    assert "Niet betaald: 2026-17 van € 750,00." in page


def test_a_refusal_is_prepared_on_the_grounds_that_were_chosen(staff, made):
    prepare = address("application-decide", made.application, "afwijzen")
    assert "Kies ten minste één grond." in shown(staff.post(prepare, {}))
    answer = staff.post(prepare, {"grounds": ["intakegesprek"]})
    decision = Decision.objects.get()
    assert answer["Location"] == address("decision", decision)
    assert decision.grounds == ["intakegesprek"]
    assert staff.post(address("application-decide", made.application, "waarschuwen")).status_code == 404


def test_a_grant_that_lacks_something_is_refused_with_all_that_it_lacks(staff, made):
    answer = staff.post(address("application-decide", made.application, "toekennen_bepaalde_tijd"))
    assert "Het intakegesprek is nog niet gehouden." in shown(answer, 409)
    assert not Decision.objects.exists()


def test_an_invoice_is_added_once_and_paid(staff):
    school = make_school()
    day = f"{TODAY:%d-%m-%Y}"
    given = {"number": "2026-17", "amount": "1.250,00", "sent_on": day, "due_on": day}
    assert staff.post(address("invoices", school), given).status_code == 302
    assert "Er is al een factuur met nummer 2026-17." in shown(staff.post(address("invoices", school), given))
    invoice = Invoice.objects.get()
    staff.post(address("invoice-paid", school, invoice.public_id), {"paid_on": day})
    invoice.refresh_from_db()
    assert invoice.paid_on == TODAY
    assert "Er staat niets open." in shown(staff.get(address("invoices", school)))


def test_a_case_about_applying_leads_to_the_application_and_tells_what_happened(staff, made):
    page = staff.get(address("case", made.application.case)).text
    assert address("application", made.application) in page
    assert "Aanvraag 1 ingediend" in page
    assert address("case", made.application.case) in staff.get(address("application", made.application)).text


def test_the_page_of_a_school_has_its_agreements_and_invoices(staff, application):
    page = staff.get(address("school", application.school)).text
    assert address("agreements", application.school) in page
    assert address("invoices", application.school) in page
    assert not any(visit.value in page for visit in Visit)
