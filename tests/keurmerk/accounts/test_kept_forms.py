"""A session that ends in the middle: what was typed is there again after signing in, and nowhere else."""

from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from keurmerk.accounts import kept_forms
from keurmerk.accounts.models import KeptForm
from keurmerk.accounts.service import close_account
from keurmerk.accounts.typed import KEY
from keurmerk.certification.models import Request
from keurmerk.journal.party import SYSTEM
from tests.factories.accounts import PASSWORD
from tests.factories.organisations import make_school, make_school_user
from tests.factories.school_papers import case_of

pytestmark = pytest.mark.django_db
TEXT = "Wij stoppen, want de directeur gaat met pensioen."


@pytest.fixture
def school():
    school = make_school()
    case_of(school)
    return school


@pytest.fixture
def user(school):
    return make_school_user(school)


@pytest.fixture
def form(school):
    return reverse("school:request-new", args=[school.public_id, "opzegging"])


def page_of(answer):
    return " ".join(unescape(answer.content.decode()).split())


def sign_in(client, user, after=""):
    client.post(f"/account/login/?next={after}", {"login": user.email, "password": PASSWORD})


def ended(client):
    """The session is over; the browser keeps its other cookies."""
    del client.cookies["sessionid"]


@pytest.fixture
def browser(client, user):
    sign_in(client, user)
    client.get("/start/")
    ended(client)
    return client


def test_the_text_is_in_the_form_again_and_nothing_was_sent(browser, user, form):
    answer = browser.post(form, {"text": TEXT, "wanted_on": "2030-01-31"})
    assert answer["Location"] == f"/account/login/?next={form}"
    sign_in(browser, user)
    page = page_of(browser.get(form))
    assert TEXT in page
    assert 'value="2030-01-31"' in page
    assert "maar is nog niet verstuurd" in page
    assert not Request.objects.exists()


def test_it_stays_until_it_is_sent_again(browser, user, form):
    browser.post(form, {"text": TEXT, "wanted_on": ""})
    sign_in(browser, user)
    for _ in range(2):
        assert TEXT in page_of(browser.get(form))
    browser.post(form, {"text": TEXT, "wanted_on": "2030-01-31"})
    assert not KeptForm.objects.exists()
    assert TEXT not in page_of(browser.get(form))


def test_no_file_password_or_tick_that_signs_is_kept(browser, user, form):
    paper = SimpleUploadedFile("brief.pdf", b"%PDF-1.7 geheime inhoud")
    given = {"text": TEXT, "signed": "on", "password": "geheim-woord", "papers": paper}
    browser.post(form, given)
    [kept] = kept_forms.found(user, browser.cookies[KEY].value, now=timezone.now())
    assert kept.typed == {"text": [TEXT]}


def test_what_is_kept_cannot_be_read_in_the_database(browser, form):
    browser.post(form, {"text": TEXT})
    row = KeptForm.objects.get()
    assert TEXT.encode() not in bytes(row.sealed)
    assert browser.cookies[KEY].value not in str(vars(row))


def test_another_person_in_the_same_browser_does_not_see_it(browser, school, user, form):
    browser.post(form, {"text": TEXT})
    sign_in(browser, make_school_user(school))
    assert TEXT not in page_of(browser.get(form))
    assert TEXT not in page_of(browser.get("/getypt/"))


def test_the_same_person_in_another_browser_does_not_either(browser, user, form):
    browser.post(form, {"text": TEXT})
    other = Client()
    sign_in(other, user)
    assert TEXT not in page_of(other.get(form))


def test_in_another_form_it_does_not_appear(browser, school, user, form):
    browser.post(form, {"text": TEXT})
    sign_in(browser, user)
    assert TEXT not in page_of(
        browser.get(reverse("school:request-new", args=[school.public_id, "meetperiode"]))
    )


def test_after_two_hours_it_is_gone(browser, user, form):
    browser.post(form, {"text": TEXT})
    KeptForm.objects.update(created_at=timezone.now() - timedelta(hours=2))
    sign_in(browser, user)
    assert TEXT not in page_of(browser.get(form))
    assert kept_forms.delete_old(timezone.now()) == 1


def test_a_form_that_cannot_be_filled_again_gives_the_text_to_copy(browser, user, school):
    address = reverse("school:invite", args=[school.public_id])
    answer = browser.post(address, {"email": "noor@voorbeeld.example", "function": "manager"})
    assert answer["Location"] == "/account/login/?next=/getypt/"
    sign_in(browser, user)
    assert "noor@voorbeeld.example" in page_of(browser.get("/getypt/"))
    browser.post("/getypt/")
    assert not KeptForm.objects.exists()
    assert "geen tekst meer bewaard" in page_of(browser.get("/getypt/"))


def test_two_forms_that_were_open_are_both_kept(browser, user, school, form):
    browser.post(form, {"text": TEXT})
    browser.post(reverse("school:request-new", args=[school.public_id, "meetperiode"]), {"text": "Een ander"})
    sign_in(browser, user)
    page = page_of(browser.get("/getypt/"))
    assert TEXT in page
    assert "Een ander" in page


def test_sent_twice_without_a_session_the_newest_is_kept(browser, form):
    for text in ("eerst", "later"):
        browser.post(form, {"text": text})
    assert KeptForm.objects.count() == 1


def test_of_somebody_who_was_never_here_nothing_is_kept(client, form):
    assert client.post(form, {"text": TEXT})["Location"] == f"/account/login/?next={form}"
    assert not KeptForm.objects.exists()


def test_nor_of_a_closed_account(browser, user, form):
    close_account(user, closed_by=SYSTEM, today=timezone.localdate())
    browser.post(form, {"text": TEXT})
    assert not KeptForm.objects.exists()


def test_nor_with_a_cookie_of_ones_own_making(browser, user, form):
    browser.cookies["wie"] = str(user.pk)
    browser.post(form, {"text": TEXT})
    assert not KeptForm.objects.exists()


def test_nor_with_a_forged_form(user, form):
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    client.get("/start/")
    ended(client)
    assert client.post(form, {"text": TEXT}).status_code == 403
    assert not KeptForm.objects.exists()


def test_more_than_a_form_can_hold_is_not_kept(browser, form):
    browser.post(form, {"text": "x" * (kept_forms.MOST_BYTES + 1)})
    assert not KeptForm.objects.exists()


def test_not_more_than_ten_at_once(browser, user, form):
    for number in range(12):
        browser.post(f"{form}?n={number}", {"text": TEXT})
    assert KeptForm.objects.count() == 10


def test_signing_in_with_a_wrong_password_keeps_nothing(browser, user):
    browser.post("/account/login/", {"login": user.email, "password": "mis"})
    assert not KeptForm.objects.exists()
