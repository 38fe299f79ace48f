from datetime import UTC, datetime, timedelta

import pytest

from keurmerk.shared.cipher import CannotOpenError, Cipher
from keurmerk.shared.files import EncryptedStore


@pytest.fixture
def store(tmp_path):
    return EncryptedStore(tmp_path, Cipher(["eerste"]))


def path_of(store, stored):
    return store._path(stored.name)


def test_what_goes_in_comes_out(store):
    stored = store.put(b"naam;postcode\n")
    assert store.get(stored.name) == b"naam;postcode\n"
    assert stored.size == 14


def test_disk_holds_no_readable_contents(store):
    stored = store.put(b"Sanne" * 100)
    assert b"Sanne" not in path_of(store, stored).read_bytes()


def test_only_the_owner_may_read_the_file(store):
    stored = store.put(b"x")
    assert path_of(store, stored).stat().st_mode & 0o077 == 0


def test_same_contents_twice_look_different_on_disk(store):
    first, second = store.put(b"x" * 50), store.put(b"x" * 50)
    assert first.sha256 == second.sha256
    assert path_of(store, first).read_bytes() != path_of(store, second).read_bytes()


@pytest.mark.parametrize("place", [0, 5, 15, 40, 75, 90, -1])
def test_a_changed_byte_anywhere_is_found(store, place):
    stored = store.put(b"x" * 50)
    sealed = bytearray(path_of(store, stored).read_bytes())
    sealed[place] ^= 1
    path_of(store, stored).write_bytes(bytes(sealed))
    with pytest.raises(CannotOpenError):
        store.get(stored.name)


@pytest.mark.parametrize("length", [0, 3, 71, 72, 83, 90])
def test_a_file_cut_short_is_found(store, length):
    stored = store.put(b"x" * 50)
    path_of(store, stored).write_bytes(path_of(store, stored).read_bytes()[:length])
    with pytest.raises(CannotOpenError):
        store.get(stored.name)


def test_one_file_cannot_stand_in_for_another(store):
    mine, other = store.put(b"mine"), store.put(b"other")
    path_of(store, mine).write_bytes(path_of(store, other).read_bytes())
    with pytest.raises(CannotOpenError):
        store.get(mine.name)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "a" * 31, "a/" * 16])
def test_a_name_the_store_never_gave_is_refused(store, name):
    with pytest.raises(ValueError, match="name"):
        store.get(name)


def test_deleted_is_gone_and_deleting_again_is_fine(store):
    stored = store.put(b"x")
    store.delete(stored.name)
    store.delete(stored.name)
    with pytest.raises(FileNotFoundError):
        store.get(stored.name)


def test_a_failure_leaves_no_file_behind(store):
    with pytest.raises(RuntimeError), store.putting(b"x"):
        raise RuntimeError
    assert store.names() == []


def test_a_new_master_key_opens_old_files_and_takes_them_over(store, tmp_path):
    stored = store.put(b"x")
    rotated = EncryptedStore(tmp_path, Cipher(["tweede", "eerste"]))
    assert rotated.rewrap_all() == 1
    assert rotated.rewrap_all() == 0
    assert EncryptedStore(tmp_path, Cipher(["tweede"])).get(stored.name) == b"x"
    with pytest.raises(CannotOpenError):
        store.get(stored.name)


def test_no_master_key_is_no_store():
    with pytest.raises(ValueError, match="master key"):
        Cipher([])


def test_sweep_takes_what_no_row_names_and_is_old_enough(store):
    known, orphan = store.put(b"known"), store.put(b"orphan")
    now = datetime.now(UTC)
    assert store.sweep({known.name}, written_before=now - timedelta(hours=1)) == 0
    assert store.sweep({known.name}, written_before=now + timedelta(hours=1)) == 1
    assert store.names() == [known.name]
    assert orphan.name not in store.names()
