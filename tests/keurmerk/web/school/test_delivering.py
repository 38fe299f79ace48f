"""Handing in a file, confirming, committing, withdrawing: asked once, done once."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from keurmerk.journal.models import Entry
from keurmerk.results.models import Delivery, Upload
from tests.factories.results import PERIOD, make_checked, small_tables, tick_all, workbook
from tests.keurmerk.web.school.conftest import page_of

pytestmark = pytest.mark.django_db


def hand_in(client, school, data, **given):
    file = SimpleUploadedFile("dossier.xlsx", data)
    form = {"start": "2025-01-01", "until": "", "file": file, **given}
    answer = client.post(reverse("school:upload-new", args=[school.public_id]), form)
    return client.get(answer["Location"]) if answer.status_code == 302 else answer


def at(name, upload):
    return reverse(f"school:{name}", args=[upload.public_id])


def test_a_good_file_ends_in_a_dry_run(browser_of, school):
    answer = hand_in(browser_of, school, workbook(small_tables(school)))
    assert "Dit is een proef" in page_of(answer)
    assert Upload.objects.get().state == "checked"


def test_the_same_file_again_is_the_same_upload(browser_of, school):
    data = workbook(small_tables(school))
    hand_in(browser_of, school, data)
    again = hand_in(browser_of, school, data)
    assert "al aangeleverd: het is aanlevering 1" in page_of(again)
    assert Upload.objects.count() == 1


def test_an_extended_period_is_taken_and_a_wrong_one_refused(browser_of, school):
    data = workbook(small_tables(school))
    hand_in(browser_of, school, data, until="2026-03-31")
    assert str(Upload.objects.get().period_last) == "2026-03-31"
    wrong = hand_in(browser_of, school, data, until="2025-03-31")
    assert (wrong.status_code, Upload.objects.count()) == (422, 1)


def test_without_a_file_the_form_says_so(browser_of, school):
    answer = browser_of.post(reverse("school:upload-new", args=[school.public_id]), {"start": "2025-01-01"})
    assert (answer.status_code, "Kies een bestand." in page_of(answer)) == (422, True)


def test_a_file_of_two_gigabytes_is_refused_before_it_is_read(browser_of, school):
    body = BytesIO(b"x" * 1000)
    answer = browser_of.generic(
        "POST",
        reverse("school:upload-new", args=[school.public_id]),
        data="",
        content_type="multipart/form-data; boundary=x",
        **{"CONTENT_LENGTH": str(2 * 10**9), "wsgi.input": body},
    )
    assert (answer.status_code, "Het bestand is te groot" in page_of(answer)) == (413, True)
    assert Upload.objects.count() == 0


def test_commit_waits_for_every_warning(browser_of, school):
    upload = make_checked(school)
    assert upload.warnings
    browser_of.post(at("commit", upload))
    assert Delivery.objects.count() == 0
    assert "nog waarschuwingen die u niet heeft bevestigd" in page_of(browser_of.get(at("commit", upload)))


def test_ticks_are_kept_one_by_one_and_per_table(browser_of, school):
    upload = make_checked(school)
    browser_of.post(at("tick", upload), {"waarschuwing": ["0"]})
    assert list(upload.ticks.values_list("place", flat=True)) == [0]
    about = upload.warnings[0].split(" ", 1)[0]
    browser_of.post(at("tick", upload), {"groep": about})
    same = [place for place, text in enumerate(upload.warnings) if text.startswith(f"{about} ")]
    assert list(upload.ticks.values_list("place", flat=True)) == same


def test_committing_twice_delivers_once(browser_of, school):
    upload = make_checked(school)
    tick_all(upload)
    first = browser_of.post(at("commit", upload), follow=True)
    assert "is ingediend" in page_of(first)
    second = browser_of.post(at("commit", upload), follow=True)
    assert (second.status_code, Delivery.objects.count()) == (200, 1)


def test_an_older_upload_asks_before_it_takes_the_place_of_a_newer(browser_of, school):
    older = make_checked(school)
    newer = make_checked(school, workbook(small_tables(school, toezicht=[])))
    for upload in (older, newer):
        tick_all(upload)
    browser_of.post(at("commit", newer))
    browser_of.post(at("commit", older))
    assert Delivery.objects.count() == 1
    browser_of.post(at("commit", older), {"over_nieuwere": "ja"})
    assert Delivery.objects.newest_first().first().upload == older


def test_withdrawing_twice_is_told_once(browser_of, school):
    upload = make_checked(school)
    for _ in range(2):
        browser_of.post(at("withdraw", upload))
    upload.refresh_from_db()
    assert upload.state == "withdrawn"
    assert Entry.objects.filter(kind="upload.withdrawn").count() == 1


def test_what_was_committed_says_why_it_cannot_be_withdrawn(browser_of, school):
    upload = make_checked(school)
    tick_all(upload)
    browser_of.post(at("commit", upload))
    page = page_of(browser_of.get(at("withdraw", upload)))
    assert "Wat is ingediend, kan niet meer worden ingetrokken" in page


def test_a_check_that_broke_down_can_be_tried_again(browser_of, school):
    upload = make_checked(school)
    Upload.objects.filter(pk=upload.pk).update(state="failed", failure="Probeer het opnieuw.")
    assert "Controleer opnieuw" in page_of(browser_of.get(at("upload", upload)))
    browser_of.post(at("check-again", upload))
    upload.refresh_from_db()
    assert upload.state == "checked"


def test_while_it_is_checked_the_page_can_be_left_and_found_again(browser_of, school):
    upload = make_checked(school)
    Upload.objects.filter(pk=upload.pk).update(
        state="checking", progress=40, phase="Het bestand wordt gelezen"
    )
    page = page_of(browser_of.get(at("upload", upload)))
    assert "Het bestand wordt gelezen" in page
    assert "40 van 100" in page
    done = browser_of.get(at("upload", make_checked(school, period=PERIOD)), headers={"hx-request": "true"})
    assert done["HX-Refresh"] == "true"
