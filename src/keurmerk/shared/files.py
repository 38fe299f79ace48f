"""Files of schools on disk: encrypted, whole or absent, never overwritten."""

import hashlib
import os
import uuid
import weakref
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.transaction import TransactionManagementError

from keurmerk.shared.cipher import Cipher
from keurmerk.shared.models import StoredName


@dataclass(frozen=True)
class StoredFile:
    """What a row keeps of its file; the hash is over the contents as they were given."""

    name: str
    sha256: str
    size: int


class EncryptedStore:
    def __init__(self, root: Path, cipher: Cipher) -> None:
        self._root = root
        self._cipher = cipher

    @classmethod
    def configured(cls) -> "EncryptedStore":
        return cls(Path(settings.FILES_ROOT), Cipher(settings.FILE_KEYS))

    def put(self, data: bytes) -> StoredFile:
        name = uuid.uuid4().hex
        self._write(name, self._cipher.seal(data, name))
        return StoredFile(name, hashlib.sha256(data).hexdigest(), len(data))

    @contextmanager
    def putting(self, data: bytes) -> Iterator[StoredFile]:
        """Store a file for the rows written inside; when they fail, the file goes too.

        Put it around `transaction.atomic()`, so that it sees the commit fail.
        """
        stored = self.put(data)
        try:
            yield stored
        except BaseException:
            self.delete(stored.name)
            raise

    def put_with_rows(self, data: bytes) -> StoredFile:
        """Store a file inside the transaction of its rows, however deep; when that fails, it goes too."""
        connection = transaction.get_connection()
        if not connection.in_atomic_block:
            raise TransactionManagementError("a file is put in the transaction of the rows that name it")
        stored = self.put(data)

        def undo() -> None:
            # With the connection gone nobody knows whether the commit came through: the sweep finds out.
            if not getattr(connection.connection, "closed", False):
                self.delete(stored.name)

        transaction.on_commit(_Undoable(undo))
        return stored

    def get(self, name: str) -> bytes:
        """The contents; raises FileNotFoundError, or CannotOpenError when they are not what was stored."""
        return self._cipher.open(self._path(name).read_bytes(), name)

    def delete(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)

    def delete_on_commit(self, name: str) -> None:
        """Delete once the rows that named it are gone for good."""
        transaction.on_commit(lambda: self.delete(name))

    def rewrap_all(self) -> int:
        """After a new master key was put in front: wrap every data key anew; returns how many changed."""
        changed = 0
        for name in self.names():
            sealed = self._path(name).read_bytes()
            if not self._cipher.is_current(sealed):
                self._write(name, self._cipher.rewrap(sealed, name))
                changed += 1
        return changed

    def names(self) -> list[str]:
        return sorted(path.name for path in self._root.glob("??/*") if not path.name.startswith("."))

    def sweep(self, known: Collection[str], *, written_before: datetime) -> int:
        """Delete what no row names, as a crash between file and row leaves it; returns how many."""
        orphans = [path for path in self._root.glob("??/*") if path.name not in known]
        old = [path for path in orphans if path.stat().st_mtime < written_before.timestamp()]
        for path in old:
            path.unlink()
        return len(old)

    def _path(self, name: str) -> Path:
        if len(name) != 32 or not name.isalnum():  # noqa: PLR2004 (a uuid in hex)
            raise ValueError("not a name this store gave")
        return self._root / name[:2] / name

    def _write(self, name: str, sealed: bytes) -> None:
        """Beside its place first, then moved into it: a reader finds all of it or nothing."""
        path = self._path(name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = path.with_name(f".{name}.{os.getpid()}")
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                out.write(sealed)
                out.flush()
                os.fsync(out.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        _sync_folder(path.parent)


class _Undoable:
    """A hook for on_commit that undoes something when Django drops it unused, as it does on a rollback."""

    def __init__(self, undo: Callable[[], None]) -> None:
        self._undo = weakref.finalize(self, undo)
        self._undo.atexit = False  # a process that ends in the middle leaves it to the sweep

    def __call__(self) -> None:
        self._undo.detach()


def names_in_use() -> set[str]:
    """Every stored file that a row of any app names."""
    fields = chain.from_iterable(model._meta.local_fields for model in apps.get_models())  # noqa: SLF001
    found: set[str] = set()
    for field in fields:
        if isinstance(field, StoredName):
            names = field.model._base_manager.exclude(**{field.name: None})  # noqa: SLF001
            found.update(names.values_list(field.name, flat=True))
    return found


def sweep_unnamed(written_before: datetime) -> int:
    """Delete the stored files that no row of any app names, as a crash leaves them; returns how many."""
    return EncryptedStore.configured().sweep(names_in_use(), written_before=written_before)


def _sync_folder(folder: Path) -> None:
    """The name of a new file is itself written in its folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
