"""File, row and journal line come together or not at all, however deep the transaction."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import psycopg
import pytest
from django.db import OperationalError, connection, transaction
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.documents.enums import DocumentKind, MediaType, ScanState
from keurmerk.documents.errors import InvalidEntryError, RefusedFileError
from keurmerk.documents.models import Document
from keurmerk.documents.service import add_examined, examine
from keurmerk.journal.models import Entry
from keurmerk.shared.files import EncryptedStore, names_in_use, sweep_unnamed
from tests.databases import server_url
from tests.factories.accounts import make_user
from tests.factories.documents import make_document
from tests.factories.file_contents import TEXT, docx, pdf
from tests.factories.files import on_disk
from tests.factories.organisations import make_school
from tests.factories.results import receive

LATER = timedelta(hours=1)
AT_ONCE = 6


class OurError(Exception):
    pass


@transaction.atomic
def add_and_fail(*schools):
    before = len(on_disk())
    for school in schools:
        make_document(school)
    assert len(on_disk()) == before + len(schools)
    raise OurError


@transaction.atomic
def add_and_lose_the_connection():
    make_document()
    name = connection.settings_dict["NAME"]
    with psycopg.connect(server_url(), autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])


@pytest.mark.django_db
def test_what_is_added_is_known_by_its_contents():
    school, user = make_school(), make_user(Role.STAFF)
    found = make_document(
        school, data=docx(), filename="../Plan.docx", title=" Plan \n van aanpak ", added_by=user,
        kind=DocumentKind.IMPROVEMENT_PLAN,
    )  # fmt: skip
    found.refresh_from_db()
    assert (found.filename, found.title, found.media_type) == ("Plan.docx", "Plan van aanpak", MediaType.DOCX)
    assert (found.size, found.scan, found.added_by) == (len(docx()), ScanState.NOT_CONFIGURED, user)
    line = Entry.objects.get(kind="document.added")
    assert (line.actor_id, line.subject_id) == (str(user.pk), str(found.public_id))
    assert line.data["sha256"] == found.sha256
    assert "Plan van aanpak" not in line.payload + line.subject_label


@pytest.mark.django_db
def test_the_contents_on_disk_are_unreadable():
    found = make_document()
    [name] = on_disk()
    sealed = (EncryptedStore.configured()._path(name)).read_bytes()
    assert (found.stored_as, TEXT[:20] in sealed) == (name, False)


@pytest.mark.django_db
def test_without_a_title_the_filename_is_one_and_without_a_school_it_is_for_staff_only():
    assert make_document(title=" ").title == "zienswijze.txt"
    of_nobody = add_examined(
        examine(data=TEXT, filename="a.txt"), title="", kind=DocumentKind.OTHER, school=None, added_by=None
    )
    assert of_nobody.for_school is False


@pytest.mark.django_db
def test_only_a_pdf_is_sealed():
    assert make_document(data=pdf(), filename="a.pdf", sealed=True).sealed
    with pytest.raises(InvalidEntryError):
        make_document(sealed=True)


@pytest.mark.django_db
def test_a_refused_file_leaves_nothing():
    with pytest.raises(RefusedFileError):
        make_document(data=b"MZ", filename="besluit.pdf")
    assert (Document.objects.count(), on_disk()) == (0, [])
    assert not Entry.objects.filter(kind="document.added").exists()


@pytest.mark.django_db(transaction=True)
def test_when_the_transaction_around_it_fails_the_file_goes():
    school = make_school()
    with pytest.raises(OurError):
        add_and_fail(school, school)
    assert (Document.objects.count(), on_disk()) == (0, [])


@pytest.mark.django_db(transaction=True)
def test_when_a_part_of_the_transaction_fails_only_its_file_goes():
    school = make_school()
    with transaction.atomic():
        kept = make_document(school)
        with pytest.raises(OurError):
            add_and_fail(school)
        assert on_disk() == [kept.stored_as]
    assert on_disk() == [kept.stored_as]


@pytest.mark.django_db(transaction=True)
def test_when_the_row_cannot_be_written_the_file_goes(monkeypatch):
    def fail(**_named):
        raise OurError

    school = make_school()
    monkeypatch.setattr("keurmerk.documents.service.adding.journal.record", fail)
    with pytest.raises(OurError):
        make_document(school)
    assert (Document.objects.count(), on_disk()) == (0, [])


@pytest.mark.django_db(transaction=True)
def test_after_the_commit_the_file_stays():
    with transaction.atomic():
        found = make_document()
    assert on_disk() == [found.stored_as]


@pytest.mark.django_db(transaction=True)
def test_a_file_is_put_in_a_transaction_only():
    with pytest.raises(TransactionManagementError):
        EncryptedStore.configured().put_with_rows(b"a")
    assert on_disk() == []


@pytest.mark.django_db(transaction=True)
def test_when_nobody_knows_whether_the_commit_came_through_the_file_is_left_for_the_sweep():
    if connection.vendor != "postgresql":
        return  # a file on this machine has no connection to lose
    with pytest.raises(OperationalError):
        add_and_lose_the_connection()
    connection.close()
    assert (Document.objects.count(), len(on_disk())) == (0, 1)
    assert sweep_unnamed(timezone.now() + LATER) == 1


@pytest.mark.django_db(transaction=True)
def test_many_at_once_all_arrive():
    school = make_school()

    def bring(number):
        try:
            return make_document(school, data=b"stuk %d" % number).stored_as
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        names = sorted(pool.map(bring, range(AT_ONCE)))
    assert on_disk() == names
    assert Document.objects.count() == AT_ONCE


@pytest.mark.django_db
def test_the_sweep_spares_documents_and_deliveries_and_takes_orphans():
    document, upload = make_document(), receive()
    orphan = EncryptedStore.configured().put(b"van een proces dat stierf").name
    kept = {document.stored_as, upload.files.get().name}
    assert names_in_use() == kept
    assert sweep_unnamed(timezone.now() - LATER) == 0
    assert orphan in on_disk()
    assert sweep_unnamed(timezone.now() + LATER) == 1
    assert set(on_disk()) == kept
