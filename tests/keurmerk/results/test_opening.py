"""Names are read through functions that tell the journal first."""

from io import BytesIO

import openpyxl
import pytest

from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.results import service
from keurmerk.results.storage import WORK
from tests.factories.organisations import make_school, make_school_user
from tests.factories.results import make_checked, receive, small_tables, workbook

pytestmark = pytest.mark.django_db


def opened():
    lines = Entry.objects.filter(kind="upload.opened").order_by("number")
    return [(line.actor_id, line.data["what"], line.ground) for line in lines]


def test_the_original_comes_back_as_it_was_sent():
    school = make_school()
    user, data = make_school_user(school), workbook(small_tables(school))
    upload = receive(school, data)
    assert service.open_original(upload, opened_by=user, ground="eigen bestand") == data
    assert opened() == [(str(user.pk), "original", "eigen bestand")]


def test_when_the_journal_cannot_be_written_nothing_is_opened(monkeypatch):
    def fail(**_named):
        raise OSError("disk full")

    upload = receive()
    monkeypatch.setattr("keurmerk.results.service.opening.journal.record", fail)
    with pytest.raises(OSError, match="disk full"):
        service.open_original(upload, opened_by=SYSTEM)


def test_errors_come_back_in_the_schools_own_workbook(settings):
    school = make_school()
    tables = small_tables(school)
    tables["organisatie"][0]["kvk_nummer"] = "11111111"
    upload = make_checked(school, workbook(tables))
    book = openpyxl.load_workbook(BytesIO(service.open_error_workbook(upload, opened_by=SYSTEM)))
    [_header, told] = book["Fouten"].iter_rows(values_only=True)
    assert told[0] == "organisatie"
    assert "niet het KvK-nummer van uw school" in told[4]
    assert [what for _actor, what, _ground in opened()] == ["problems", "original"]
    assert list((settings.FILES_ROOT / WORK).iterdir()) == []
