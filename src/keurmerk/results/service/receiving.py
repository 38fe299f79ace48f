"""Taking in a file: whole or not at all, numbered, never over an earlier one."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO

from django.db.models import Max, Q
from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.intake.reading.sources import why_no_zip
from keurmerk.journal import service as journal
from keurmerk.journal.party import Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.results.enums import IN_USE, FileKind, UploadState
from keurmerk.results.errors import NotReceivedError
from keurmerk.results.limits import MAX_FILENAME, MAX_UPLOAD_BYTES, MEGABYTE
from keurmerk.results.models import Upload
from keurmerk.results.storage import in_the_clear, keeping, remember
from keurmerk.results.terms import draft_until
from rulebook.kernel.period import MeasuringPeriod

ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
TOO_LARGE = (
    f"Het bestand is groter dan {MAX_UPLOAD_BYTES // MEGABYTE} MB en is niet gelezen. Lever één Meetperiode "
    "van één school in, als Excel-werkmap (.xlsx) of als zip met CSV-bestanden."
)
CUT_OFF = "Het bestand is niet helemaal aangekomen. Er is niets bewaard; probeer het nog eens."
EMPTY = "Het bestand is leeg. Er is niets bewaard."


@dataclass(frozen=True, slots=True)
class Received:
    """`already_there`: the same file was delivered before for this period, and that upload is given."""

    upload: Upload
    already_there: bool


class _AlreadyThereError(Exception):
    def __init__(self, upload: Upload) -> None:
        self.upload = upload


def receive(
    *,
    school: School,
    period: MeasuringPeriod,
    filename: str,
    content: IO[bytes],
    size: int,
    uploaded_by: Party | Recordable,
) -> Received:
    """Store a new upload, encrypted. Start its check with `assessments.tasks.start_check(upload)`.

    Raises NotReceivedError (Dutch) for a file that is too large, empty, cut off or of another kind than a
    workbook or zip; the size is looked at before anything is read.
    """
    data = _whole(content, size, filename)
    try:
        with keeping({FileKind.ORIGINAL: data}) as stored, journaled():
            upload = _numbered(school, period, hashlib.sha256(data).hexdigest())
            upload.filename = _plain_name(filename)
            upload.size = len(data)
            upload.uploaded_by = uploaded_by if isinstance(uploaded_by, User) else None
            upload.save()
            remember(upload, stored, {FileKind.ORIGINAL: draft_until(timezone.localdate())})
            journal.record(
                actor=uploaded_by,
                kind="upload.received",
                subject=upload,
                payload={"number": upload.number, "period": str(period.first), "sha256": upload.sha256},
            )
    except _AlreadyThereError as found:
        return Received(found.upload, already_there=True)
    return Received(upload, already_there=False)


def _whole(content: IO[bytes], size: int, filename: str) -> bytes:
    if size > MAX_UPLOAD_BYTES:
        raise NotReceivedError(TOO_LARGE)
    data = content.read(MAX_UPLOAD_BYTES + 1)
    if len(data) > MAX_UPLOAD_BYTES:
        raise NotReceivedError(TOO_LARGE)
    if len(data) != size:
        raise NotReceivedError(CUT_OFF)
    if not data:
        raise NotReceivedError(EMPTY)
    if not data.startswith(ZIP_STARTS):
        raise NotReceivedError(_why_not(data, filename))
    return data


def _why_not(data: bytes, filename: str) -> str:
    """What the file is instead; the reader tells by looking at its first bytes."""
    with in_the_clear(data, f"upload{PurePath(filename).suffix}") as path:
        return why_no_zip(path)


def _numbered(school: School, period: MeasuringPeriod, sha256: str) -> Upload:
    """A new upload with the next number of this school. The school is held, so that no number comes twice."""
    held = School.objects.select_for_update(no_key=True).get(pk=school.pk)
    earlier = Upload.objects.filter(
        Q(files__kind=FileKind.ORIGINAL) | ~Q(state=UploadState.REFUSED),
        school=held,
        period_first=period.first,
        period_last=period.last,
        sha256=sha256,
        state__in=IN_USE,
    )
    if same := earlier.order_by("-number").first():
        raise _AlreadyThereError(same)
    last = Upload.objects.filter(school=held).aggregate(last=Max("number"))["last"]
    return Upload(
        school=held,
        number=(last or 0) + 1,
        period_first=period.first,
        period_last=period.last,
        sha256=sha256,
    )


def _plain_name(filename: str) -> str:
    """The last part, without what cannot be printed; it is only ever shown."""
    name = PurePath(filename.replace("\\", "/")).name
    return "".join(letter for letter in name if letter.isprintable())[:MAX_FILENAME]
