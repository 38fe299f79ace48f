"""What is read is told first, and is what was added."""

import pytest

from keurmerk.accounts.enums import Role
from keurmerk.documents import service
from keurmerk.documents.errors import DamagedFileError, GoneError
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.shared.files import EncryptedStore
from tests.factories.accounts import make_user
from tests.factories.documents import TEXT, make_document
from tests.factories.organisations import make_school_user

pytestmark = pytest.mark.django_db


def kinds_of(document):
    lines = Entry.objects.filter(subject_id=str(document.public_id)).order_by("number")
    return list(lines.values_list("kind", flat=True))


def path_of(document):
    return EncryptedStore.configured()._path(document.stored_as)


def test_it_comes_back_as_it_was_added_and_the_journal_tells_who_opened_it():
    document = make_document()
    staff, school = make_user(Role.STAFF), make_school_user(document.school)
    assert service.read(document, opened_by=staff, ground="bezwaar 12") == TEXT
    assert service.read(document, opened_by=school) == TEXT
    told = [(opening.user, opening.who, opening.ground) for opening in service.openings(document)]
    assert told == [
        (school, "school", ""),
        (staff, "medewerker van Blik op Werk", "bezwaar 12"),
    ]


def test_who_opened_it_is_still_told_when_the_account_is_gone():
    document, staff = make_document(), make_user(Role.STAFF)
    service.read(document, opened_by=staff)
    service.read(document, opened_by=SYSTEM)
    staff.delete()
    told = [(opening.user, opening.who) for opening in service.openings(document)]
    assert told == [(None, "Keurmerk"), (None, "medewerker van Blik op Werk")]


def test_sending_it_is_not_opening_it():
    document = make_document()
    assert service.contents(document) == TEXT
    assert service.openings(document) == ()


def test_when_the_journal_cannot_be_written_nothing_is_given(monkeypatch):
    def fail(**_named):
        raise OSError("disk full")

    document = make_document()
    monkeypatch.setattr("keurmerk.documents.service.opening.journal.record", fail)
    with pytest.raises(OSError, match="disk full"):
        service.read(document, opened_by=SYSTEM)


@pytest.mark.parametrize("place", [0, 10, 40, -1])
def test_a_file_that_was_changed_on_disk_is_not_given(place):
    document = make_document()
    sealed = bytearray(path_of(document).read_bytes())
    sealed[place] ^= 1
    path_of(document).write_bytes(sealed)
    with pytest.raises(DamagedFileError, match=r"‘zienswijze\.txt’ is niet meer zoals het werd toegevoegd"):
        service.read(document, opened_by=SYSTEM)
    assert kinds_of(document) == ["document.added", "document.opened", "document.damaged"]


def test_another_document_in_its_place_is_not_given():
    mine, other = make_document(), make_document(data=b"iets anders")
    mine.stored_as = other.stored_as
    with pytest.raises(DamagedFileError):
        service.read(mine, opened_by=SYSTEM)


def test_a_file_that_is_missing_is_damage_and_not_a_term_that_is_over():
    document = make_document()
    path_of(document).unlink()
    with pytest.raises(DamagedFileError):
        service.read(document, opened_by=SYSTEM)


def test_what_was_removed_between_looking_and_reading_is_gone():
    document = make_document()
    seen = type(document).objects.get(pk=document.pk)
    type(document).objects.filter(pk=document.pk).update(
        stored_as=None, title="", filename="", removed_on="2033-01-01"
    )
    EncryptedStore.configured().delete(seen.stored_as)
    with pytest.raises(GoneError, match="bewaartermijn voorbij"):
        service.read(seen, opened_by=SYSTEM)
    seen.refresh_from_db()
    with pytest.raises(GoneError):
        service.read(seen, opened_by=SYSTEM)
