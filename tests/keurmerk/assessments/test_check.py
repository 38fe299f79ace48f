"""The check of an upload: refused, checked or failed, and never half."""

from datetime import timedelta

import pytest

from keurmerk.assessments import service
from keurmerk.assessments.models import Assessment, Preview
from keurmerk.assessments.tasks import resume_checks, start_check
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.results import service as results
from keurmerk.results.enums import FileKind, UploadState
from keurmerk.results.errors import OvertakenError
from keurmerk.results.models import KeptFile
from keurmerk.results.queries import dossier_of
from keurmerk.results.registration import PARAMETERS_IGNORED
from tests.factories.files import on_disk
from tests.factories.organisations import make_school
from tests.factories.results import make_checked, receive, small_tables, workbook

pytestmark = pytest.mark.django_db

SATISFACTION = {"uitgenodigd": "9", "ingevuld": "9", "cijfers": "9", "gemiddelde": "8"}
PERSON = "Jansje Voorbeeld"
PARAMETER = {"naam": "slagingsnorm", "sleutel": "hoog", "waarde": "1"}


def kinds(upload):
    return sorted(upload.files.values_list("kind", flat=True))


def checked_with(school=None, **changed):
    school = school or make_school()
    return make_checked(school, workbook(small_tables(school, **changed)))


def test_a_sound_dossier_ends_in_a_dry_run():
    upload = make_checked()
    assert (upload.state, upload.progress, upload.check_token) == (UploadState.CHECKED, 100, None)
    assert kinds(upload) == ["original", "personal", "snapshot"]
    assert upload.row_counts["cursisten"] == 33
    assert next(iter(upload.row_counts)) == "organisatie"
    assert upload.preview.outcome["normen"][0]["norm"] == "1.5.8"
    assert upload.preview.outcome["waarschuwingen"] == upload.warnings
    assert not Assessment.objects.exists()
    assert Entry.objects.latest("number").kind == "upload.checked"


def test_names_stay_out_of_what_is_kept_for_years():
    school = make_school()
    tables = small_tables(school)
    tables["cursisten"][0] |= {"naam": "Jansje Voorbeeld", "geboortedatum": "1990-02-03"}
    upload = make_checked(school, workbook(tables))
    for frame in dossier_of(upload).tables.values():
        assert not any("Jansje" in str(row) for row in frame.iter_rows())
    learners = results.open_personal(upload, opened_by=SYSTEM, ground="toets")["learners"]
    assert learners.filter(name="Jansje Voorbeeld").height == 1


def test_errors_are_kept_apart_with_their_values():
    school = make_school()
    tables = small_tables(school)
    tables["cursisten"][1] |= {"geboortedatum": "Jansje"}
    tables["lessen"][0] |= {"datum": "3/4/25"}
    upload = make_checked(school, workbook(tables))
    assert (upload.state, upload.problem_counts) == (UploadState.REFUSED, {"cursisten": 1, "lessen": 1})
    assert kinds(upload) == ["original", "problems"]
    first, second = results.open_problems(upload, opened_by=SYSTEM)
    assert (first.table, first.row, first.column, first.value) == ("cursisten", 3, "geboortedatum", "Jansje")
    assert (second.table, second.value) == ("lessen", "3/4/25")
    assert Entry.objects.latest("number").data == {
        "what": "problems",
        "sha256": upload.files.get(kind="problems").sha256,
    }
    assert not Preview.objects.exists()


def test_a_school_may_not_bring_its_own_satisfaction():
    upload = checked_with(tevredenheid=[SATISFACTION])
    [problem] = results.open_problems(upload, opened_by=SYSTEM)
    assert (upload.state, problem.table) == (UploadState.REFUSED, "tevredenheid")
    assert "tevredenheidsonderzoek" in problem.message


def test_an_empty_table_of_satisfaction_is_no_offence():
    assert checked_with(tevredenheid=[]).state == UploadState.CHECKED


def test_pass_rates_of_a_school_do_not_count_and_it_is_told():
    upload = checked_with(parameters=[PARAMETER])
    assert PARAMETERS_IGNORED in upload.warnings
    assert not dossier_of(upload).has("parameters")
    limits = {row["grens"] for row in upload.preview.outcome["normen"] if row["norm"] == "2.15"}
    assert limits == {None}


def test_another_schools_dossier_is_refused():
    upload = make_checked(make_school(), workbook(small_tables(make_school())))
    [problem] = results.open_problems(upload, opened_by=SYSTEM)
    assert (upload.state, problem.column) == (UploadState.REFUSED, "kvk_nummer")


def test_the_kind_of_certificate_is_what_the_scheme_knows():
    school = make_school()
    tables = small_tables(school)
    tables["organisatie"][0]["keurmerk"] = "bepaalde_tijd"
    upload = make_checked(school, workbook(tables))
    [problem] = results.open_problems(upload, opened_by=SYSTEM)
    assert (upload.state, problem.column) == (UploadState.REFUSED, "keurmerk")


def test_a_registration_that_differs_is_a_warning():
    school = make_school(oval_member=True)
    tables = small_tables(school)
    tables["organisatie"][0]["oval_lid"] = "nee"
    upload = make_checked(school, workbook(tables))
    assert "organisatie: oval_lid is nee, maar bij Blik op Werk staat ja." in upload.warnings


def test_checking_again_does_nothing():
    upload = make_checked()
    told, files = Entry.objects.count(), on_disk()
    assert service.check_upload(upload.pk) is None
    assert (Entry.objects.count(), on_disk()) == (told, files)


def test_a_worker_killed_midway_is_resumed(monkeypatch):
    upload = receive()
    check = results.begin_check(upload.pk)
    results.report_progress(check, 40, "Het bestand wordt gelezen")
    upload.refresh_from_db()
    assert (upload.state, upload.progress) == (UploadState.CHECKING, 40)
    assert resume_checks(timedelta(hours=1)) == 0
    assert resume_checks(timedelta(0)) == 1
    upload.refresh_from_db()
    assert upload.state == UploadState.CHECKED


def test_a_check_that_was_overtaken_stops_and_leaves_nothing():
    upload = receive()
    slow = results.begin_check(upload.pk)
    service.check_upload(upload.pk)
    files = on_disk()
    with pytest.raises(OvertakenError):
        results.report_progress(slow, 50, "")
    with pytest.raises(OvertakenError):
        results.refuse(slow, [])
    assert on_disk() == files


def test_withdrawing_stops_a_running_check(django_capture_on_commit_callbacks):
    upload = receive()
    check = results.begin_check(upload.pk)
    with django_capture_on_commit_callbacks(execute=True):
        results.withdraw(upload, withdrawn_by=SYSTEM)
    with pytest.raises(OvertakenError):
        results.report_progress(check, 50, "")
    assert on_disk() == []


def test_a_fault_of_ours_is_no_fault_of_the_school(monkeypatch, caplog):
    def fail(*_given, **_named):
        raise RuntimeError(PERSON)

    upload = receive()
    monkeypatch.setattr("keurmerk.assessments.service.checking.judged_dossier", fail)
    service.check_upload(upload.pk)
    upload.refresh_from_db()
    assert (upload.state, kinds(upload)) == (UploadState.FAILED, ["original"])
    assert "Probeer het opnieuw" in upload.failure
    assert "RuntimeError" in caplog.text
    assert "Jansje" not in caplog.text
    monkeypatch.undo()
    service.check_upload(upload.pk)
    upload.refresh_from_db()
    assert (upload.state, upload.failure) == (UploadState.CHECKED, "")


def test_when_storing_the_dry_run_fails_its_files_go(monkeypatch):
    def fail(*_given, **_named):
        raise OSError("disk full")

    upload = receive()
    monkeypatch.setattr("keurmerk.assessments.service.checking.Preview.objects.update_or_create", fail)
    service.check_upload(upload.pk)
    assert on_disk() == [upload.files.get().name]
    assert KeptFile.objects.get().kind == FileKind.ORIGINAL


@pytest.mark.django_db(transaction=True)
def test_the_task_runs_after_the_upload_was_stored():
    upload = receive()
    start_check(upload)
    upload.refresh_from_db()
    assert upload.state == UploadState.CHECKED
