from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from keurmerk.dispensations import service
from keurmerk.dispensations.enums import State as Stand
from keurmerk.dispensations.models import Dispensation
from keurmerk.organisations.enums import MembershipFunction
from keurmerk.web.outcomes.periods import code, recent
from rulebook.dispensations import Code, kinds_to_ask
from rulebook.lifecycle.states import State
from tests.factories.case_rows import put_in
from tests.factories.certification import make_staff
from tests.factories.dispensations import make_asked, make_granted
from tests.factories.organisations import make_school, make_school_user
from tests.keurmerk.web.school.conftest import page_of


@pytest.fixture
def held(school):
    put_in(State.INDEFINITE, school=school)
    return school


def listing(school):
    return reverse("school:dispensations", args=[school.public_id])


def form_of(school, kind=Code.ONA_TEACHER):
    return reverse("school:dispensation-new", args=[school.public_id, kind])


def a_file(name="bewijs.txt"):
    return SimpleUploadedFile(name, f"Bewijsstuk {name}\n".encode(), "text/plain")


def typed(**changed):
    given = {
        "named": "A. Voorbeeld",
        "wanted_from": timezone.localdate().isoformat(),
        "text": "Twaalf jaar ervaring met ONA.",
        "stuk_diplomas": a_file("diploma.txt"),
        "stuk_cv": a_file("cv.txt"),
    }
    return {name: value for name, value in {**given, **changed}.items() if value is not None}


def test_the_list_says_what_can_be_asked_and_that_nothing_was(browser_of, held):
    page = page_of(browser_of.get(listing(held)))
    for kind in kinds_to_ask(timezone.localdate()):
        assert kind.title in page
    assert "Addendum" not in page
    assert "U hebt nog niets gevraagd" in page
    assert "verzoeken/zeggenschap/" in page


@pytest.mark.parametrize("kind", kinds_to_ask(timezone.localdate()), ids=lambda kind: kind.code)
def test_the_form_says_what_is_judged_and_what_must_be_handed_in(browser_of, held, kind):
    page = page_of(browser_of.get(form_of(held, kind.code)))
    for each in (*kind.conditions, *kind.evidence):
        assert each.text in page


def test_asked_with_its_evidence_it_has_a_reference_and_a_term(browser_of, held):
    answer = browser_of.post(form_of(held), typed(), follow=True)
    made = Dispensation.objects.get()
    assert made.reference in page_of(answer)
    assert made.evidence.count() == 2
    assert "cv.txt" in page_of(answer)
    assert "Beslis op het verzoek om ontheffing" in page_of(answer)


def test_what_is_missing_is_told_at_its_place_and_what_was_typed_stays(browser_of, held):
    answer = browser_of.post(form_of(held), typed(named="", stuk_cv=None, text="Blijft staan."))
    page = page_of(answer)
    assert answer.status_code == 422
    assert 'href="#id_named"' in page
    assert 'href="#id_stuk_cv"' in page
    assert "Blijft staan." in page
    assert not Dispensation.objects.exists()


def test_a_day_that_is_over_is_told_at_its_field(browser_of, held):
    yesterday = timezone.localdate() - timedelta(days=1)
    answer = browser_of.post(form_of(held), typed(wanted_from=yesterday.isoformat()))
    assert answer.status_code == 422
    assert "Een ontheffing werkt niet terug" in page_of(answer)


def test_a_file_of_a_wrong_kind_is_refused_by_name(browser_of, held):
    wrong = SimpleUploadedFile("macro.exe", b"MZ", "application/octet-stream")
    answer = browser_of.post(form_of(held), typed(stuk_cv=wrong))
    assert answer.status_code == 422
    assert "macro.exe" in page_of(answer)


def test_a_shrinking_school_chooses_period_and_norms(browser_of, held):
    period = next(one for one in reversed(recent(timezone.localdate())) if one.last >= timezone.localdate())
    given = {
        "period": code(period),
        "norms": ["2.13", "2.14"],
        "text": "Het aantal Cursisten halveert.",
        "late_because": "De gemeente stopte pas laat.",
        "stuk_aantallen": a_file(),
        "stuk_verwachting": a_file("verwachting.txt"),
    }
    answer = browser_of.post(form_of(held, Code.SHRINKING), given, follow=True)
    assert answer.status_code == 200
    made = Dispensation.objects.get()
    assert sorted(made.norms.values_list("norm", flat=True)) == ["2.13", "2.14"]
    assert made.period == period


def test_a_measure_that_ended_says_so_and_takes_nothing(browser_of, held):
    address = form_of(held, Code.ADDENDUM_GROUPS)
    assert "Dit is niet meer te vragen" in page_of(browser_of.get(address))
    assert browser_of.post(address, typed(stuk_melding=a_file())).status_code == 422
    assert not Dispensation.objects.exists()


def test_a_kind_that_does_not_exist_is_not_there(browser_of, held):
    assert browser_of.get(form_of(held, "vrije_dag")).status_code == 404


def test_completing_is_offered_while_it_is_asked(browser_of, held):
    made = make_asked(held)
    address = reverse("school:dispensation-complete", args=[made.public_id])
    assert browser_of.get(address).status_code == 302
    service.ask_more(made.pk, "Het diploma ontbreekt.", by=make_staff(), today=timezone.localdate())
    here = reverse("school:dispensation", args=[made.public_id])
    assert "Het diploma ontbreekt." in page_of(browser_of.get(here))
    assert browser_of.post(address, {"text": ""}).status_code == 422
    browser_of.post(address, {"text": "Hierbij.", "papers": a_file("diploma.txt")})
    made.refresh_from_db()
    assert made.state_ is Stand.ASKED
    assert "diploma.txt" in page_of(browser_of.get(here))


def test_withdrawing_twice_is_once(browser_of, held):
    made = make_asked(held)
    address = reverse("school:dispensation-withdraw", args=[made.public_id])
    for _ in range(2):
        assert browser_of.post(address).status_code == 302
    made.refresh_from_db()
    assert made.state_ is Stand.WITHDRAWN
    assert "ingetrokken" in page_of(browser_of.get(listing(held)))


def test_granted_the_page_has_its_days_conditions_and_letter(browser_of, held):
    made = make_granted(held)
    page = page_of(browser_of.get(reverse("school:dispensation", args=[made.public_id])))
    assert "zonder einddatum" in page
    assert made.conditions in page
    assert str(made.letter.public_id) in page
    assert "Trek het verzoek in" not in page


def test_who_does_not_sign_reads_along(client, held):
    made = make_asked(held)
    client.force_login(make_school_user(held, MembershipFunction.ADMINISTRATION))
    assert "tekent, kan dit vragen" in page_of(client.get(listing(held)))
    assert "Trek het verzoek in" not in page_of(
        client.get(reverse("school:dispensation", args=[made.public_id]))
    )
    assert client.post(form_of(held), typed()).status_code == 403


def test_of_another_school_it_does_not_exist(client, held):
    made = make_asked(held)
    client.force_login(make_school_user(make_school()))
    assert client.get(reverse("school:dispensation", args=[made.public_id])).status_code == 404
    for name in ("complete", "withdraw"):
        address = reverse(f"school:dispensation-{name}", args=[made.public_id])
        assert client.post(address).status_code == 404


def test_the_list_asks_as_much_of_the_database_for_many_as_for_one(
    browser_of, held, django_assert_max_num_queries, django_assert_num_queries
):
    make_asked(held)
    with django_assert_max_num_queries(30) as one:
        browser_of.get(listing(held))
    for number in range(3):
        make_asked(held, named=f"Docent {number}")
    with django_assert_num_queries(len(one)):
        browser_of.get(listing(held))
