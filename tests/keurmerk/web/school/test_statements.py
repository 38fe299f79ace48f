"""Giving the yearly management statement in two looks, and the certificates of conduct beside it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from keurmerk.certification.models import Task
from keurmerk.journal.models import Entry
from keurmerk.reporting.models import Manager, Report, Statement, Vog
from keurmerk.reporting.service.statements import ask_all
from rulebook.application.statements import STATEMENTS
from rulebook.lifecycle.states import State
from tests.factories.case_rows import put_in
from tests.factories.file_contents import png
from tests.factories.organisations import make_school_user
from tests.factories.reporting import make_manager, make_vog
from tests.keurmerk.web.school.conftest import page_of

pytestmark = pytest.mark.django_db
SIGNER = {"name": "Maria de Vries", "function": "Directeur", "place": "Utrecht"}


@pytest.fixture
def holder(school):
    put_in(State.INDEFINITE, school=school)
    return school


def here(school):
    return reverse("school:statement", args=[school.public_id])


def filled(**given):
    return {**{each.code: "akkoord" for each in STATEMENTS}, **SIGNER, **given}


def test_every_sentence_is_asked(browser_of, holder):
    shown = page_of(browser_of.get(here(holder)))
    assert all(each.text in shown for each in STATEMENTS)


def test_the_first_press_shows_everything_once_more_and_signs_nothing(browser_of, holder):
    shown = page_of(browser_of.post(here(holder), filled(stap="nakijken")))
    assert "Er is nog niets verstuurd." in shown
    assert "Ik, Maria de Vries (Directeur)" in shown
    assert not Statement.objects.exists()


def test_signing_asks_a_tick_and_keeps_what_was_filled_in(browser_of, holder):
    answer = browser_of.post(here(holder), filled(stap="ondertekenen", place="Zwolle"))
    assert answer.status_code == 422
    shown = page_of(answer)
    assert "Zet hier een vinkje" in shown
    assert 'value="Zwolle"' in shown


def test_signed_it_stands_in_the_list_as_a_pdf(browser_of, holder):
    answer = browser_of.post(here(holder), filled(stap="ondertekenen", signed="on"), follow=True)
    statement = Statement.objects.get()
    shown = page_of(answer)
    assert "De Managementverklaring is ondertekend." in shown
    assert reverse("school:document", args=[statement.document.public_id]) in shown


def test_going_back_to_change_something_keeps_all(browser_of, holder):
    answer = browser_of.post(here(holder), filled(stap="wijzigen", place="Zwolle"))
    assert answer.status_code == 200
    assert 'value="Zwolle"' in page_of(answer)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"f": ""}, "Kies of dit klopt."),
        ({"f": "niet", "f_uitleg": "Premie."}, "Vul een dag in"),
        ({"f": "niet", "f_sinds": "2999-01-01", "f_uitleg": "Premie."}, "ligt in de toekomst"),
        ({"f": "niet", "f_sinds": "2026-01-05"}, "Leg uit wat er niet klopt."),
        ({"place": " "}, "Plaats"),
    ],
)
def test_a_mistake_is_told_and_the_rest_stays(browser_of, holder, given, told):
    answer = browser_of.post(here(holder), filled(stap="ondertekenen", signed="on", **given))
    assert answer.status_code == 422
    shown = page_of(answer)
    assert told in shown
    assert 'value="Directeur"' in shown
    assert not Statement.objects.exists()


def test_a_sentence_that_does_not_hold_is_a_report(browser_of, holder):
    wrong = {"f": "niet", "f_sinds": "2026-01-05", "f_uitleg": "Premie te laat."}
    shown = page_of(browser_of.post(here(holder), filled(stap="nakijken", **wrong)))
    assert "Premie te laat." in shown
    sent = filled(stap="ondertekenen", signed="on", **wrong)
    shown = page_of(browser_of.post(here(holder), sent, follow=True))
    assert "1 zin klopt niet: dat is als melding ontvangen." in shown
    assert Report.objects.get().text == "Premie te laat."


def test_the_task_leads_to_the_statement(browser_of, holder):
    ask_all(timezone.localdate())
    task = Task.objects.get()
    answer = browser_of.get(reverse("school:task", args=[task.public_id]))
    assert answer["Location"] == here(holder)
    home = page_of(browser_of.get(reverse("school:school", args=[holder.public_id])))
    assert "Doe dit nu" in home


def test_who_does_not_hold_gives_none(browser_of, school):
    listing = reverse("school:statements", args=[school.public_id])
    assert browser_of.get(here(school))["Location"] == listing
    assert "voor wie het Keurmerk heeft" in page_of(browser_of.get(listing))


# -- certificates of conduct


def vogs(school):
    return reverse("school:vogs", args=[school.public_id])


def scan():
    return SimpleUploadedFile("vog.png", png(), "image/png")


def test_a_member_is_entered_and_hands_in_a_certificate(browser_of, holder):
    assert "Nog niemand van het Management bekend" in page_of(browser_of.get(vogs(holder)))
    entering = reverse("school:manager-new", args=[holder.public_id])
    browser_of.post(entering, {"name": "Maria de Vries", "function": "Directeur"})
    manager = Manager.objects.get()
    assert "VOG ontbreekt" in page_of(browser_of.get(vogs(holder)))
    given = {
        "issued_on": timezone.localdate().isoformat(),
        "profile": "60",
        "name": manager.name,
        "papers": [scan()],
    }
    answer = browser_of.post(reverse("school:vog-new", args=[manager.public_id]), given, follow=True)
    assert "De VOG is ontvangen." in page_of(answer)
    assert "wordt bekeken" in page_of(answer)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"profile": "gva"}, "Gedragsverklaring aanbesteden geldt niet als VOG"),
        ({"profile": "ander"}, "Vraag een VOG aan met profiel 60"),
        ({"issued_on": "2999-01-01"}, "ligt in de toekomst"),
        ({"profile": ""}, "Kies het profiel"),
    ],
)
def test_a_certificate_that_never_counts_is_told_at_once(browser_of, holder, given, told):
    manager = make_manager(holder)
    sent = {
        "issued_on": timezone.localdate().isoformat(),
        "profile": "60",
        "name": "M. de Vries-Bakker",
        "papers": [scan()],
        **given,
    }
    answer = browser_of.post(reverse("school:vog-new", args=[manager.public_id]), sent)
    assert answer.status_code == 422
    assert told in page_of(answer)
    assert "M. de Vries-Bakker" in page_of(answer)
    assert not Vog.objects.exists()


def test_a_certificate_needs_its_file(browser_of, holder):
    manager = make_manager(holder)
    sent = {"issued_on": "2026-01-05", "profile": "60", "name": "Maria de Vries"}
    answer = browser_of.post(reverse("school:vog-new", args=[manager.public_id]), sent)
    assert "Kies een bestand." in page_of(answer)


def test_an_old_one_or_another_name_is_told_in_the_list(browser_of, holder):
    today = timezone.localdate()
    old = today.replace(year=today.year - 1, day=1)
    make_vog(make_manager(holder), today=today, issued_on=old, name="Jan Bakker")
    shown = page_of(browser_of.get(vogs(holder)))
    assert "ouder dan zes maanden" in shown
    assert "De naam op de VOG is een andere" in shown


def test_who_leaves_goes_from_the_list(browser_of, holder):
    manager = make_manager(holder)
    leaving = reverse("school:manager-end", args=[manager.public_id])
    assert browser_of.post(leaving, {"until": "2019-01-01"}).status_code == 422
    yesterday = timezone.localdate() - timedelta(days=1)
    shown = page_of(browser_of.post(leaving, {"until": yesterday.isoformat()}, follow=True))
    assert "Nog niemand van het Management bekend" in shown


def test_opening_a_certificate_is_told_in_the_journal(browser_of, holder):
    vog = make_vog(make_manager(holder), today=timezone.localdate())
    answer = browser_of.get(reverse("school:vog-file", args=[vog.public_id]))
    assert answer.status_code == 200
    assert Entry.objects.filter(kind="document.opened", subject_id=str(vog.document.public_id)).count() == 1


def test_a_statement_filled_in_when_the_session_ended_is_not_lost_and_not_signed(holder):
    user, client = make_school_user(holder), Client()
    client.force_login(user)
    client.get(here(holder))
    del client.cookies["sessionid"]
    client.post(here(holder), filled(stap="ondertekenen", signed="on", place="Zwolle"))
    client.force_login(user)
    shown = page_of(client.get(here(holder)))
    assert 'value="Zwolle"' in shown
    assert not Statement.objects.exists()
