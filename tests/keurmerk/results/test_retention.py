"""Files go when their date has come: from the database and from the disk."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.results import service
from keurmerk.results.enums import FileKind, UploadState
from keurmerk.results.errors import GoneError, InvalidEntryError
from keurmerk.results.models import KeptFile
from keurmerk.results.storage import WORK
from keurmerk.results.terms import AFTER_JUDGEMENT_DAYS, DRAFT_DAYS, committed_until, draft_until
from keurmerk.shared import retention
from rulebook.kernel.period import MeasuringPeriod
from tests.factories.files import on_disk
from tests.factories.results import make_assessment, make_checked, receive

pytestmark = pytest.mark.django_db
YEAR_2025 = MeasuringPeriod.starting(date(2025, 1, 1))
DAY = timedelta(days=1)


@pytest.fixture
def purge(django_capture_on_commit_callbacks):
    def run(today):
        with django_capture_on_commit_callbacks(execute=True):
            return service.delete_due(today)

    return run


def kinds():
    return sorted(KeptFile.objects.values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("committed_on", "until"),
    [
        (date(2026, 1, 10), date(2026, 5, 1) + timedelta(days=42)),
        (date(2026, 9, 1), date(2026, 9, 1) + timedelta(days=42)),
    ],
    ids=["in time", "after the day of judgement"],
)
def test_names_live_six_weeks_after_the_judgement(committed_on, until):
    for kind in (FileKind.ORIGINAL, FileKind.PERSONAL, FileKind.PROBLEMS):
        assert committed_until(kind, YEAR_2025, committed_on) == until


@pytest.mark.parametrize("kind", [FileKind.SNAPSHOT, FileKind.ADDED, FileKind.EXPLANATION])
def test_rows_without_names_live_seven_years(kind):
    assert committed_until(kind, YEAR_2025, date(2025, 12, 20)) == date(2032, 12, 31)


def test_every_file_has_a_date_from_the_first_day():
    upload = receive()
    assert upload.files.get().keep_until == draft_until(timezone.localdate())


def test_a_draft_goes_whole(purge):
    upload = make_checked()
    last_day = draft_until(timezone.localdate())
    assert purge(last_day) == 0
    assert purge(last_day + DAY) == 3
    upload.refresh_from_db()
    assert (kinds(), on_disk()) == ([], [])
    assert (upload.state, upload.filename) == (UploadState.WITHDRAWN, "")
    line = Entry.objects.latest("number")
    assert (line.kind, line.data["what"]) == (
        "upload.files_deleted",
        ["original", "personal", "snapshot"],
    )


def test_of_a_delivery_the_rows_without_names_stay(purge):
    assessment = make_assessment()
    upload = assessment.delivery.upload
    until = upload.files.get(kind=FileKind.ORIGINAL).keep_until
    assert until >= timezone.localdate() + timedelta(days=AFTER_JUDGEMENT_DAYS)
    purge(timezone.localdate() + timedelta(days=DRAFT_DAYS + 1))
    assert "original" in kinds()
    purge(until + DAY)
    assert kinds() == ["added", "explanation", "snapshot"]
    assert len(on_disk()) == 3
    with pytest.raises(GoneError, match="bewaartermijn"):
        service.open_original(upload, opened_by=SYSTEM)
    with pytest.raises(GoneError):
        service.open_personal(upload, opened_by=SYSTEM, ground="toets")
    upload.refresh_from_db()
    assert upload.state == UploadState.COMMITTED


def test_in_the_end_the_rows_go_too_and_the_outcome_stays(purge):
    assessment = make_assessment()
    purge(timezone.localdate() + timedelta(days=366 * 8))
    assessment.refresh_from_db()
    assert (kinds(), on_disk()) == ([], [])
    assert (assessment.explanation, assessment.added) == (None, None)
    assert assessment.outcome["normen"]


def test_an_objection_keeps_names_longer(purge):
    upload = make_assessment().delivery.upload
    until = timezone.localdate() + timedelta(days=400)
    service.keep_longer(upload, until=until, ground="bezwaar 12", decided_by=SYSTEM)
    purge(until)
    assert {"original", "personal"} <= set(kinds())
    assert Entry.objects.filter(kind="upload.kept_longer").get().ground == "bezwaar 12"
    purge(until + DAY)
    assert kinds() == ["added", "explanation", "snapshot"]


@pytest.mark.parametrize(("days", "ground"), [(400, " "), (-1, "bezwaar")])
def test_keeping_longer_needs_a_ground_and_a_later_day(days, ground):
    upload = make_assessment().delivery.upload
    with pytest.raises(InvalidEntryError):
        service.keep_longer(
            upload, until=timezone.localdate() + timedelta(days=days), ground=ground, decided_by=SYSTEM
        )


def test_what_a_killed_worker_left_in_the_clear_is_swept(purge, settings, monkeypatch):
    left = settings.FILES_ROOT / WORK / "left"
    left.mkdir(parents=True)
    (left / "dossier.xlsx").write_bytes(b"namen")
    purge(timezone.localdate())
    assert left.exists()
    monkeypatch.setattr("keurmerk.results.service.keeping.LEFT_BEHIND", -DAY)
    purge(timezone.localdate())
    assert not left.exists()


def test_the_daily_purge_knows_these_files(purge):
    receive()
    assert retention.purge_due(draft_until(timezone.localdate()) + DAY)["results.KeptFile"] == 1
