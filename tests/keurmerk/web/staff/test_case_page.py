"""The page of a case: everything that lies in it, what can happen and why not, and the acts of staff."""

from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.certification.enums import CaseKind
from keurmerk.certification.models import Case, Disclosure
from keurmerk.certification.service import cases
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.service import add_member
from keurmerk.web.components import dutch
from keurmerk.web.staff.journal_words import KINDS
from rulebook.lifecycle.pieces import Side
from rulebook.lifecycle.states import State
from tests.factories.accounts import make_user
from tests.factories.case_rows import make_open_case, make_task, make_term, put_in
from tests.factories.documents import TEXT
from tests.factories.files import own_store
from tests.factories.organisations import make_school, make_school_user
from tests.factories.results import make_assessment
from tests.keurmerk.web.staff.thick_case import NOTE, add_work, make_thick_case

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def user(db):
    return make_user(Role.STAFF)


@pytest.fixture
def staff(user):
    client = Client()
    client.force_login(user)
    return client


def shown(answer):
    assert answer.status_code == 200, answer.status_code
    return " ".join(unescape(answer.text).split())


def address(case, name="staff:case", *more):
    return reverse(name, args=[case.public_id, *more])


def page_of(staff, case):
    return shown(staff.get(address(case)))


def test_a_thick_case_tells_everything_that_lies_in_it(staff, user):
    case = make_thick_case(user)
    page = page_of(staff, case)
    told = (
        "Keurmerk voor onbepaalde tijd, geschorst voor onderzoek",
        "Laatste dag van de Schorsing",
        "Bezwaar maken tegen het besluit",
        "Begint door: Keurmerk geschorst voor onderzoek",
        "Zo is dit berekend",
        "Informeer uw Cursisten schriftelijk.",
        "Zolang deze status duurt",
        f"Status: {State.INDEFINITE.words} → {State.INDEFINITE_INQUIRY.words}.",
        "Besluit ondertekend en verzonden: Schorsing voor onderzoek (Z000001-1)",
        "Er zijn Onregelmatigheden, of die worden vermoed. (§7.4.1)",
        f"{NOTE} (0)",
        "Presentielijsten maart 0",
        "1 keer geopend",
        "Document geopend: Presentielijsten maart 0",
        "Gemeld aan DUO",
        "Gedaan: Haal de school uit de openbare lijst van Keurmerkhouders.",
        "Gecontroleerd op de website.",
        "Besluit over uw Keurmerk 0",
        "Dit bericht is niet aangekomen.",
        "Feit vastgesteld: niet waar: Het onderzoek is afgerond.",
        "nog niet ingelogd",
    )
    assert [words for words in told if words not in page] == []


def test_a_thicker_case_takes_no_more_queries(staff, user):
    def queries():
        with CaptureQueriesContext(connection) as run:
            assert staff.get(address(case)).status_code == 200
        return len(run)

    case = make_thick_case(user)
    queries()
    few = queries()
    for _ in range(5):
        add_work(case, make_user(Role.STAFF))
        add_member(case.school, make_user(), added_by=SYSTEM)
        make_term(case)
        make_task(case, side=Side.SCHOOL, code="proef")
    assert queries() == few


def test_what_can_not_be_done_says_why_with_its_paragraph_and_who_may(staff):
    page = page_of(staff, make_open_case(State.AGREEMENT))
    refused = page.split("Kan nu niet", 1)[1].split("<section", 1)[0]
    assert "Aanvraag indienen" in refused
    assert "Nog niet vastgesteld: De school heeft verklaard dat alle informatie juist" in refused
    assert "§2.3" in refused
    assert "Door de school." in refused


def test_a_ground_says_whether_it_can_bear_the_act_now(staff):
    page = page_of(staff, make_open_case(State.INDEFINITE))
    inquiry = page.split(">Schorsen voor onderzoek<", 1)[1].split("</li> <li", 1)[0]
    assert "Gronden: 9 van 9 mogelijk" in inquiry
    assert "Er zijn Onregelmatigheden, of die worden vermoed." in inquiry


def test_what_is_possible_leads_to_its_screen(staff):
    case = make_open_case(State.INDEFINITE)
    page = page_of(staff, case)
    assert f"{address(case)}besluit/schorsen_onderzoek/" in page
    assert f"{address(case)}voornemen/schorsen_onderzoek/" in page
    cases.close_case(case, closed_by=None, today=timezone.localdate())
    assert "besluit/schorsen_onderzoek/" not in page_of(staff, case)


def test_what_happens_by_itself_says_what_it_waits_for(staff):
    page = page_of(staff, make_open_case(State.FIXED))
    by_law = page.split("Gebeurt vanzelf", 1)[1]
    assert "Keurmerk loopt af." in by_law
    assert "Pas als: De looptijd van het Keurmerk voor bepaalde tijd is voorbij." in by_law


def test_a_term_tells_that_it_moved_that_it_stands_still_and_that_it_is_late(staff):
    case = make_open_case()
    today = timezone.localdate()
    make_term(case, kind="bezwaar", verzonden_op="2026-11-21")  # six weeks on is Saturday 2 January 2027
    until = today + timedelta(days=9)
    asked = {
        "uitnodiging_op": today.isoformat(),
        "aangevuld_op": None,
        "hersteltermijn_tot": until.isoformat(),
    }
    make_term(case, kind="aanvraag_awb", ontvangen_op=today.isoformat(), opschortingen=[asked])
    make_term(case, kind="dagen", on=today - timedelta(days=30))
    page = page_of(staff, case)
    assert "de laatste dag zou 2 januari 2027 zijn" in page
    assert f"staat stil tot de aanvulling er is, uiterlijk tot en met {dutch.day(until)}" in page
    assert "27 dagen verlopen" in page


def test_conditions_are_compared_with_the_newest_delivery(staff):
    school = make_school()
    certificate = put_in(State.FIXED, school=school, most_learners=2, most_turnover=100_000)
    case = cases.open_case(
        certificate, CaseKind.SUPERVISION, title="Toezicht", opened_by=None, today=timezone.localdate()
    )
    assert "Er is nog geen aanlevering om mee te vergelijken." in page_of(staff, case)
    make_assessment(school)
    assert "meer dan de voorwaarde" in page_of(staff, case)
    put_in(State.FIXED, school=school, most_learners=9999)
    assert "binnen de voorwaarde" in page_of(staff, case)


def test_a_case_is_taken_over_and_handed_on(staff, user):
    case, other = make_open_case(), make_user(Role.STAFF)
    assert "Neem over" in page_of(staff, case)
    for _ in range(2):
        staff.post(address(case, "staff:case-assign"), {"handler": user.pk})
    case.refresh_from_db()
    assert case.handler == user
    assert Entry.objects.filter(kind="case.assigned").count() == 1
    assert "Neem over" not in page_of(staff, case)
    staff.post(address(case, "staff:case-assign"), {"handler": other.pk})
    case.refresh_from_db()
    assert case.handler == other
    refused = shown(staff.post(address(case, "staff:case-assign"), {"handler": make_user(Role.SCHOOL).pk}))
    assert "Dit klopt nog niet" in refused


def test_a_note_is_kept_once_however_often_the_button_is_pressed(staff):
    case = make_open_case()
    for _ in range(2):
        answer = staff.post(address(case, "staff:case-note"), {"text": "Gebeld."}, follow=True)
    assert answer.redirect_chain[-1][0] == f"{address(case)}#notities"
    assert case.notes.count() == 1
    assert "Dit klopt nog niet" in shown(staff.post(address(case, "staff:case-note"), {"text": "  "}))


def test_a_document_is_put_in_the_case_for_who_may_see_it(staff):
    case = make_open_case(school=make_school())
    member = make_school_user(case.school)
    where = address(case, "staff:case-paper")
    for seen_by in ("intern", "intern", "school"):
        given = {"file": SimpleUploadedFile("lijst.txt", TEXT), "kind": "evidence", "seen_by": seen_by}
        assert staff.post(where, given).status_code == 302
    seen = [paper.document.for_school for paper in case.papers.order_by("pk")]
    assert seen == [False, True]
    assert [paper.document.title for paper in case.papers.all()] == ["lijst.txt", "lijst.txt"]
    assert member.memberships.get().school == case.school


def test_a_file_that_may_not_be_one_is_refused_and_the_rest_is_kept(staff):
    case = make_open_case()
    given = {
        "file": SimpleUploadedFile("lijst.exe", b"MZ\x90"),
        "title": "De lijst van maart",
        "kind": "evidence",
        "seen_by": "school",
    }
    page = shown(staff.post(address(case, "staff:case-paper"), given))
    assert "Dit klopt nog niet" in page
    assert 'value="De lijst van maart"' in page
    assert case.papers.count() == 0


def test_a_task_is_ticked_once_with_a_note(staff, user):
    case = make_open_case()
    task = make_task(case)
    for note in ("Gedaan.", "Nog eens."):
        staff.post(address(case, "staff:case-task", task.public_id), {"note": note})
    task.refresh_from_db()
    assert (task.done_by, task.note) == (user, "Gedaan.")
    assert Entry.objects.filter(kind="task.done").count() == 1


def test_a_task_that_tells_another_body_asks_what_was_told(staff):
    case = make_open_case()
    task = make_task(case, code="duo_informeren", source="§7.8")
    answer = staff.post(address(case, "staff:case-task", task.public_id), {}, follow=True)
    page = shown(answer)
    assert 'value="duo" selected' in page
    assert 'value="§7.8"' in page
    assert case.school.kvk_number in page
    given = {"body": "duo", "what": "Geschorst.", "ground": "§7.8"}
    for _ in range(2):
        staff.post(address(case, "staff:case-task-disclose", task.public_id), given)
    task.refresh_from_db()
    assert (Disclosure.objects.get().task, task.done_on) == (task, timezone.localdate())


def test_a_disclosure_without_a_task_names_the_municipality(staff):
    case = make_open_case()
    where = address(case, "staff:case-disclose")
    given = {"body": "gemeente", "what": "Geschorst.", "ground": "§7.8"}
    page = shown(staff.post(where, given))
    assert "Vul in welke gemeente." in page
    assert "Geschorst." in page
    for _ in range(2):
        staff.post(where, given | {"body_name": "Utrecht"})
    assert Disclosure.objects.get().body_name == "Utrecht"


def test_a_task_of_the_school_is_not_ours_to_tick(staff):
    case = make_open_case()
    task = make_task(case, side=Side.SCHOOL)
    assert staff.get(address(case, "staff:case-task", task.public_id)).status_code == 404
    other = make_task(make_open_case())
    assert staff.post(address(case, "staff:case-task", other.public_id)).status_code == 404


def test_a_case_closes_when_nothing_runs_any_more(staff):
    case = make_open_case()
    task = make_task(case)
    where = address(case, "staff:case-close")
    assert "Er staat nog een taak open in deze zaak." in shown(staff.post(where))
    staff.post(address(case, "staff:case-task", task.public_id), {"note": ""})
    for _ in range(2):
        staff.post(where)
    case.refresh_from_db()
    assert case.closed_on == timezone.localdate()
    page = page_of(staff, case)
    assert "Deze zaak is gesloten" in page
    assert "Zaak gesloten" in page


def test_a_case_is_opened_from_the_page_of_a_school_once(staff, user):
    school = put_in(State.INDEFINITE).school
    where = reverse("staff:case-new", args=[school.public_id])
    period = shown(staff.get(where)).split('<option value="20', 1)[1].split('"', 1)[0]
    given = {"kind": "beoordeling", "title": "Meetperiode 2026", "period": f"20{period}"}
    for _ in range(2):
        answer = staff.post(where, given, follow=True)
    case = Case.objects.get()
    assert (case.handler, case.school) == (user, school)
    assert case.period_first is not None
    assert "Meetperiode 2026" in shown(answer)
    page = shown(staff.get(reverse("staff:school", args=[school.public_id])))
    assert f"Zaak {case.number}: Meetperiode 2026" in page


def test_a_status_from_before_is_taken_over_once(staff):
    school = make_school()
    where = reverse("staff:take-over", args=[school.public_id])
    here = reverse("staff:school", args=[school.public_id])
    assert "Status overnemen" in shown(staff.get(here))
    wrong = {"mark": "bepaalde_tijd_verlengd", "period_first": "3-1-2025", "source": "Besluit 12"}
    page = shown(staff.post(where, wrong))
    assert "Vul in met hoeveel maanden het Keurmerk is verlengd." in page
    assert 'value="Besluit 12"' in page
    page = shown(staff.post(where, wrong | {"extended_months": "2"}))
    assert "Dit klopt nog niet" in page
    right = wrong | {"mark": "bepaalde_tijd", "period_first": "1-1-2026"}
    assert "Vastgelegd: Keurmerk voor bepaalde tijd." in shown(staff.post(where, right, follow=True))
    assert "al een status vastgelegd" in shown(staff.post(where, right))
    assert "Status overnemen" not in shown(staff.get(here))


def test_nobody_else_sees_a_case(user):
    case = make_open_case()
    for role in (Role.SCHOOL, Role.AUDITOR):
        client = Client()
        client.force_login(make_user(role))
        assert client.get(address(case)).status_code == 403
        assert client.post(address(case, "staff:case-note"), {"text": "x"}).status_code == 403
    staff = Client()
    staff.force_login(user)
    assert staff.get(reverse("staff:case", args=[make_school().public_id])).status_code == 404


def test_every_line_of_the_journal_about_cases_has_words(user):
    make_thick_case(user)
    assert set(Entry.objects.values_list("kind", flat=True)) <= set(KINDS)
