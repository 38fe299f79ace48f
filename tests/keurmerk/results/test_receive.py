"""Taking in a file: whole or not at all, numbered, the same file once."""

from datetime import date
from io import BytesIO

import pytest
from django.conf import settings

from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.results import limits, service
from keurmerk.results.enums import UploadState
from keurmerk.results.errors import NotReceivedError
from keurmerk.results.models import KeptFile, Upload
from keurmerk.shared.files import EncryptedStore
from rulebook.kernel.period import MeasuringPeriod
from tests.factories.files import on_disk
from tests.factories.organisations import make_school, make_school_user
from tests.factories.results import PERIOD, receive, small_tables, workbook

pytestmark = pytest.mark.django_db


class NeverRead(BytesIO):
    def read(self, _size=-1):
        raise AssertionError("was read")


def test_a_file_is_kept_encrypted_with_a_date_to_go():
    school = make_school()
    data = workbook(small_tables(school))
    user = make_school_user(school)
    upload = receive(school, data, uploaded_by=user, filename="C:\\map\\dossier\x00 2025.xlsx")
    kept = upload.files.get()
    assert (upload.number, upload.filename, upload.size) == (1, "dossier 2025.xlsx", len(data))
    assert (upload.state, upload.uploaded_by) == (UploadState.RECEIVED, user)
    assert kept.keep_until > upload.created_at.date()
    [name] = on_disk()
    assert name == kept.name
    assert data not in (settings.FILES_ROOT / name[:2] / name).read_bytes()
    assert EncryptedStore.configured().get(name) == data
    assert Entry.objects.latest("number").kind == "upload.received"


def test_numbers_rise_per_school_and_are_not_used_again():
    school = make_school()
    first = receive(school)
    service.withdraw(first, withdrawn_by=SYSTEM)
    assert receive(school).number == 2
    assert receive().number == 1


def test_the_same_file_for_the_same_period_is_the_earlier_upload():
    school = make_school()
    data = workbook(small_tables(school))
    upload = receive(school, data)
    again = service.receive(
        school=school,
        period=PERIOD,
        filename="anders.xlsx",
        content=BytesIO(data),
        size=len(data),
        uploaded_by=SYSTEM,
    )
    assert (again.upload, again.already_there) == (upload, True)
    assert on_disk() == [upload.files.get().name]
    assert receive(school, data, period=MeasuringPeriod.starting(date(2024, 1, 1))).number == 2
    assert receive(make_school(), data).number == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "leeg"),
        (b"naam;kvk\n", "geen Excel-werkmap"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, ".xls"),
        (b"%PDF-1.7", "geen Excel-werkmap"),
    ],
)
def test_what_is_no_workbook_or_zip_is_refused_with_the_reason(data, message):
    with pytest.raises(NotReceivedError, match=message):
        receive(data=data)
    assert (on_disk(), Upload.objects.count()) == ([], 0)


def test_what_is_too_large_is_not_read():
    with pytest.raises(NotReceivedError, match="50 MB"):
        service.receive(
            school=make_school(),
            period=PERIOD,
            filename="groot.csv",
            content=NeverRead(),
            size=2_000_000_000,
            uploaded_by=SYSTEM,
        )


def test_a_size_that_lies_does_not_help(monkeypatch):
    monkeypatch.setattr("keurmerk.results.service.receiving.MAX_UPLOAD_BYTES", 100)
    with pytest.raises(NotReceivedError, match=str(limits.MAX_UPLOAD_BYTES // limits.MEGABYTE)):
        receive(data=b"PK\x03\x04" + b"x" * 200, size=50)


def test_a_connection_lost_midway_leaves_nothing():
    data = b"PK\x03\x04" + b"x" * 200
    with pytest.raises(NotReceivedError, match="niet helemaal aangekomen"):
        receive(data=data, size=len(data) + 1)
    assert (on_disk(), Upload.objects.count()) == ([], 0)


@pytest.mark.parametrize("broken", ["journal.record", "remember"])
def test_when_storing_fails_halfway_nothing_stays(monkeypatch, broken):
    def fail(*_given, **_named):
        raise OSError("disk full")

    school, data = make_school(), b"PK\x03\x04"
    monkeypatch.setattr(f"keurmerk.results.service.receiving.{broken}", fail)
    with pytest.raises(OSError, match="disk full"):
        receive(school, data)
    assert (on_disk(), Upload.objects.count(), KeptFile.objects.count()) == ([], 0, 0)
