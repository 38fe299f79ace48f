"""The files of an upload: put away together with their rows, and deleted together."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from django.conf import settings

from keurmerk.results.enums import FileKind
from keurmerk.results.errors import GoneError
from keurmerk.results.models import KeptFile, Upload
from keurmerk.results.models.upload import UploadQuerySet
from keurmerk.shared.files import EncryptedStore, StoredFile

type Stored = Mapping[FileKind, StoredFile]

WORK = ".work"
"""Beside the encrypted files: what a reader needs on disk for a moment."""

GONE = "Dit bestand is verwijderd, omdat de bewaartermijn voorbij is of de aanlevering is ingetrokken."


@contextmanager
def keeping(contents: Mapping[FileKind, bytes]) -> Iterator[Stored]:
    """Files for the rows written inside; when that fails they go too. Put it around the transaction."""
    store = EncryptedStore.configured()
    with ExitStack() as stack:
        yield {kind: stack.enter_context(store.putting(data)) for kind, data in contents.items()}


def remember(upload: Upload, stored: Stored, keep_until: Mapping[FileKind, date]) -> dict[FileKind, KeptFile]:
    return {
        kind: KeptFile.objects.create(
            upload=upload,
            kind=kind,
            name=file.name,
            sha256=file.sha256,
            size=file.size,
            keep_until=keep_until[kind],
        )
        for kind, file in stored.items()
    }


def forget(files: Iterable[KeptFile]) -> None:
    """Delete rows now, and the files once that is certain."""
    store = EncryptedStore.configured()
    for file in files:
        file.delete()
        store.delete_on_commit(file.name)


def kept_file(upload: Upload, kind: FileKind) -> KeptFile:
    """Raises GoneError when it is not there any more."""
    found = KeptFile.objects.filter(upload=upload, kind=kind).order_by("-pk").first()
    if found is None:
        raise GoneError(GONE)
    return found


def contents_of(file: KeptFile | None) -> bytes:
    if file is None:
        raise GoneError(GONE)
    try:
        return EncryptedStore.configured().get(file.name)
    except FileNotFoundError:
        raise GoneError(GONE) from None


def locked(uploads: UploadQuerySet, pk: int) -> Upload:
    """The upload as it is now, held until the transaction ends."""
    return uploads.select_for_update(of=("self",), no_key=True).select_related("school").get(pk=pk)


@contextmanager
def in_the_clear(data: bytes, name: str) -> Iterator[Path]:
    """A file that only we can read, gone at the end; what a killed worker leaves is swept later."""
    work = Path(settings.FILES_ROOT) / WORK
    work.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=work) as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


def sweep_work(written_before: datetime) -> int:
    """Delete what a killed worker left in the clear; returns how many folders."""
    left = [
        folder
        for folder in (Path(settings.FILES_ROOT) / WORK).glob("*")
        if folder.stat().st_mtime < written_before.timestamp()
    ]
    for folder in left:
        rmtree(folder, ignore_errors=True)
    return len(left)
