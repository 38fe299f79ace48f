"""An intended decision: written, looked at, sent once; what the school says to it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from keurmerk.certification.models import Intention
from keurmerk.certification.service import intending
from tests.factories.certification import FACTS, make_case, make_staff
from tests.factories.documents import TEXT
from tests.factories.files import own_store
from tests.factories.organisations import make_school_user
from tests.factories.school_papers import make_intention
from tests.keurmerk.web.staff.pages import address, client_of, fields_of, shown

__all__ = ["own_store"]
pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def case():
    return make_case(today=TODAY)


@pytest.fixture
def staff():
    return client_of(make_staff())


def form_of(case):
    return address("intention-new", case, "schorsen_onderzoek")


def send(staff, case, button, **more):
    page = staff.get(form_of(case))
    given = {"grond-grounds": ["onregelmatigheden"], "facts_text": FACTS}
    return staff.post(form_of(case), fields_of(page) | given | more | {"doe": button})


def test_looking_at_the_letter_sends_nothing_and_keeps_what_was_typed(staff, case):
    page = send(staff, case, "bekijk")
    assert "CONCEPT. Dit voornemen is niet verzonden." in shown(page)
    assert FACTS in page.text
    assert '<input type="hidden" name="facts_text"' in page.text
    assert not Intention.objects.exists()


def test_back_to_the_form_nothing_is_lost(staff, case):
    given = fields_of(send(staff, case, "terug"))
    assert given["facts_text"] == FACTS
    assert given["grond-grounds"] == ["onregelmatigheden"]


def test_the_concept_is_a_pdf(staff, case):
    answer = send(staff, case, "pdf")
    assert answer["Content-Type"] == "application/pdf"


def test_another_norm_is_another_row_and_one_without_a_norm_is_said(staff, case):
    page = send(staff, case, "norm", **{"norm0-norm": "2.15"})
    assert 'name="norm1-norm"' in page.text
    wrong = send(staff, case, "bekijk", **{"norm0-value": "41 procent"})
    assert "Kies bij welke Norm dit hoort." in shown(wrong)


def test_without_grounds_or_facts_it_is_not_sent(staff, case):
    page = shown(
        staff.post(form_of(case), {"doe": "verzend", "weeks": "2", "normen": "1", "facts_text": FACTS})
    )
    assert "Kies de gronden" in page
    assert FACTS in page
    assert not Intention.objects.exists()


def test_sent_with_a_sentence_that_names_who_gets_it(staff, case):
    user = make_school_user(case.school)
    asked = shown(send(staff, case, "bekijk"))
    assert f"U laat {case.school} weten" in asked
    assert user.name in asked
    reason = {
        "norm": "2.15",
        "value": "41 procent",
        "limit": "50 procent",
        "rows": "12 rijen",
        "facts": FACTS,
    }
    done = send(staff, case, "verzend", **{f"norm0-{name}": text for name, text in reason.items()})
    intention = Intention.objects.get()
    assert done["Location"] == address("intention", intention)
    assert intention.motivations[0]["norm"] == "2.15"
    page = shown(staff.get(done["Location"]))
    assert "wacht op de zienswijze" in page
    assert "Zienswijze geven op het voornemen" in page


def test_a_norm_that_is_half_filled_in_is_said_before_it_is_sent(staff, case):
    page = shown(send(staff, case, "verzend", **{"norm0-norm": "2.15", "norm0-value": "41 procent"}))
    assert "2.15" in page
    assert "41 procent" in page
    assert not Intention.objects.exists()


def test_sending_twice_sends_once(staff, case):
    send(staff, case, "verzend")
    assert "Er loopt al een voornemen" in shown(send(staff, case, "verzend"))
    assert Intention.objects.count() == 1


def test_a_hearing_has_a_day_and_a_time(staff, case):
    day = TODAY + timedelta(days=10)
    page = shown(send(staff, case, "bekijk", hearing_day=f"{day:%d-%m-%Y}"))
    assert "Vul de dag en de tijd allebei in." in page
    send(staff, case, "verzend", hearing_day=f"{day:%d-%m-%Y}", hearing_time="10:30", hearing_place="Utrecht")
    assert timezone.localtime(Intention.objects.get().hearing_on).hour == 10


def test_a_decision_without_an_intention_has_no_such_form(staff, case):
    answer = staff.get(address("intention-new", case, "compenseren"))
    assert "hoort bij de status van nu geen voornemen" in shown(answer, 409)


def test_a_concept_of_the_decision_is_taken_over(staff, case):
    staff.post(address("decision-new", case, "schorsen_onderzoek"))
    concept = case.decisions.get()
    page = staff.get(address("decision", concept))
    staff.post(address("decision", concept), fields_of(page) | {"tekst-facts_text": FACTS})
    assert fields_of(staff.get(form_of(case)))["facts_text"] == FACTS


@pytest.fixture
def sent(case):
    return make_intention(case, sent_on=TODAY - timedelta(days=5))


def act(staff, intention, name, **given):
    return staff.post(address("intention-act", intention, name), given)


def test_a_view_by_post_is_entered_with_its_document_and_day(staff, sent):
    received = TODAY - timedelta(days=1)
    file = SimpleUploadedFile("zienswijze.txt", TEXT)
    answer = act(staff, sent, "zienswijze", received_on=f"{received:%d-%m-%Y}", view="", document=file)
    assert answer.status_code == 302
    sent.refresh_from_db()
    assert (sent.state, sent.view_on) == ("zienswijze", received)
    assert "Zienswijze bij" in shown(staff.get(address("intention", sent)))


@pytest.mark.parametrize("days", [1, -6])
def test_a_view_from_before_the_letter_or_from_tomorrow_is_refused(staff, sent, days):
    day = TODAY + timedelta(days=days)
    page = shown(act(staff, sent, "zienswijze", received_on=f"{day:%d-%m-%Y}", view="Wij zijn het oneens."))
    assert "De dag van ontvangst ligt na het verzenden en niet na vandaag." in page
    assert "Wij zijn het oneens." in page


def test_an_executable_as_view_is_refused_by_name(staff, sent):
    file = SimpleUploadedFile("view.pdf", b"MZ\x90\x00 not a pdf")
    page = shown(act(staff, sent, "zienswijze", received_on=f"{TODAY:%d-%m-%Y}", view="Tekst", document=file))
    assert "view.pdf" in page
    sent.refresh_from_db()
    assert sent.state == "verzonden"


def test_the_report_of_a_hearing_is_kept(staff, sent):
    act(staff, sent, "hoorzitting", report="De school lichtte haar plan toe.")
    assert "De school lichtte haar plan toe." in shown(staff.get(address("intention", sent)))


def test_silence_counts_only_after_the_term(staff, sent):
    assert "De school kan nog reageren." in shown(act(staff, sent, "voorbij"), 409)
    late = make_intention(sent.case, sent_on=TODAY - timedelta(days=30))
    assert act(staff, late, "voorbij").status_code == 302
    late.refresh_from_db()
    assert late.state == "voorbij"


def test_withdrawn_it_bears_no_decision(staff, sent):
    act(staff, sent, "intrekken")
    assert "Dit voornemen is ingetrokken." in shown(staff.get(address("intention", sent)))


def test_an_act_that_does_not_exist_is_not_there(staff, sent):
    assert act(staff, sent, "verzinsel").status_code == 404


def test_a_hearing_that_the_school_asks_gets_its_day_from_the_page_of_the_case(staff, sent):
    intending.ask_hearing(sent.pk, asked_by=make_school_user(sent.case.school), today=TODAY)
    page = shown(staff.get(address("case", sent.case)))
    assert "De school vraagt om een hoorzitting." in page
    assert f"{address('intention', sent)}#hoorzitting" in staff.get(address("case", sent.case)).text
    day = TODAY + timedelta(days=8)
    given = {"hearing_day": f"{day:%d-%m-%Y}", "hearing_time": "10:30", "hearing_place": "Stationsplein 1"}
    assert act(staff, sent, "hoorzitting-plannen", **given).status_code == 302
    page = staff.get(address("intention", sent))
    assert "10:30 uur, Stationsplein 1" in shown(page)
    assert "Verzet de hoorzitting" in shown(page)
    assert fields_of(page)["hearing_place"] == ["Stationsplein 1"]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("hearing_day", f"{TODAY:%d-%m-%Y}", "De hoorzitting ligt na vandaag."),
        ("hearing_place", "", "Dit veld is verplicht."),
        ("hearing_time", "half elf", "Voer een geldige tijd in."),
    ],
)
def test_a_hearing_without_a_coming_day_a_time_or_a_place_is_refused_and_nothing_is_lost(
    staff, sent, name, value, told
):
    day = TODAY + timedelta(days=8)
    given = {"hearing_day": f"{day:%d-%m-%Y}", "hearing_time": "10:30", "hearing_place": "Stationsplein 1"}
    page = act(staff, sent, "hoorzitting-plannen", **given | {name: value})
    assert told in shown(page)
    kept = fields_of(page)
    assert all(kept[each] == [text] for each, text in given.items() if each != name)


def test_what_is_withdrawn_has_no_form_for_a_hearing(staff, sent):
    act(staff, sent, "intrekken")
    assert "Plan de hoorzitting" not in shown(staff.get(address("intention", sent)))
    day = TODAY + timedelta(days=8)
    given = {"hearing_day": f"{day:%d-%m-%Y}", "hearing_time": "10:30", "hearing_place": "Stationsplein 1"}
    page = shown(act(staff, sent, "hoorzitting-plannen", **given))
    assert "geen hoorzitting meer plannen" in page
