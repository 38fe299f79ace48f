"""Seven years after it came, and as long after the school lost the mark; longer while it is disputed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from keurmerk.documents import service, terms
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.errors import GoneError, InvalidEntryError
from keurmerk.documents.models import Document
from keurmerk.documents.service import add, keep_longer
from keurmerk.documents.terms import years_after
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.shared import retention
from tests.factories.documents import TEXT, make_document
from tests.factories.files import on_disk

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def ended(monkeypatch):
    """The schools (ids) that hold the mark no more, with the day it ended; as certificates will tell."""
    days = {}
    monkeypatch.setattr(terms, "_known", [])
    terms.tell_ends_with(lambda schools: {school: days[school] for school in schools if school in days})
    return days


@pytest.fixture
def purge(django_capture_on_commit_callbacks):
    def run(today):
        with django_capture_on_commit_callbacks(execute=True):
            return service.remove_due(today)

    return run


def last_day():
    return years_after(timezone.localdate())


def test_of_a_school_without_the_mark_it_goes_after_seven_years(ended, purge):
    document = make_document()
    ended[document.school_id] = timezone.localdate() - 100 * DAY
    assert purge(last_day()) == 0
    assert purge(last_day() + DAY) == 1
    document.refresh_from_db()
    assert (document.title, document.filename, document.stored_as) == ("", "", None)
    assert (document.removed_on, on_disk()) == (last_day() + DAY, [])
    assert Entry.objects.latest("number").kind == "document.removed"
    with pytest.raises(GoneError):
        service.read(document, opened_by=SYSTEM)
    assert purge(last_day() + DAY) == 0


def test_while_the_school_holds_the_mark_it_stays(ended, purge):
    make_document()
    assert purge(last_day() + 5000 * DAY) == 0
    assert len(on_disk()) == 1


def test_the_seven_years_count_from_the_end_of_the_mark_when_that_is_later(ended, purge):
    document = make_document()
    ended[document.school_id] = timezone.localdate() + 1000 * DAY
    until = years_after(ended[document.school_id])
    assert (purge(until), purge(until + DAY)) == (0, 1)


def test_until_certificates_are_known_nothing_of_a_school_goes(monkeypatch, purge):
    monkeypatch.setattr(terms, "_known", [])
    make_document()
    assert purge(last_day() + 5000 * DAY) == 0


def test_what_is_of_no_school_goes_by_its_own_term(purge):
    add(data=TEXT, filename="a.txt", title="", kind=DocumentKind.OTHER, school=None, added_by=None)
    assert purge(last_day() + DAY) == 1


def test_an_objection_keeps_it_longer(ended, purge):
    document = make_document()
    ended[document.school_id] = timezone.localdate()
    until = last_day() + 100 * DAY
    keep_longer(document, until=until, ground="beroep 4", decided_by=SYSTEM)
    assert Entry.objects.get(kind="document.kept_longer").ground == "beroep 4"
    assert (purge(until), purge(until + DAY)) == (0, 1)
    with pytest.raises(GoneError):
        keep_longer(document, until=until + 9 * DAY, ground="te laat", decided_by=SYSTEM)


@pytest.mark.parametrize(("days", "ground"), [(1, " "), (0, "bezwaar"), (-9, "bezwaar")])
def test_keeping_longer_needs_a_ground_and_a_later_day(days, ground):
    with pytest.raises(InvalidEntryError):
        keep_longer(make_document(), until=last_day() + days * DAY, ground=ground, decided_by=SYSTEM)


def test_when_removing_fails_the_file_stays(ended, purge, monkeypatch):
    def fail(**_named):
        raise OSError("disk full")

    document = make_document()
    ended[document.school_id] = timezone.localdate()
    monkeypatch.setattr("keurmerk.documents.service.keeping.journal.record", fail)
    with pytest.raises(OSError, match="disk full"):
        purge(last_day() + DAY)
    assert (Document.objects.present().count(), on_disk()) == (1, [document.stored_as])


def test_the_daily_purge_knows_documents(ended):
    document = make_document()
    ended[document.school_id] = timezone.localdate()
    assert retention.purge_due(last_day() + DAY)["documents.Document"] == 1
