"""Deleting what may no longer be kept, and keeping longer what is disputed."""

from collections import defaultdict
from datetime import date, timedelta

from django.utils import timezone

from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM, Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.results.enums import HOLDS_PERSONS, UNDER_WAY, FileKind, UploadState
from keurmerk.results.errors import InvalidEntryError
from keurmerk.results.models import KeptFile, Upload
from keurmerk.results.storage import forget, locked, sweep_work

LEFT_BEHIND = timedelta(days=1)
CANNOT_GO_ON = frozenset({*UNDER_WAY, UploadState.CHECKED, UploadState.FAILED})
"""Without its original an upload in one of these can never be committed."""


def delete_due(today: date) -> int:
    """Delete files whose last day has passed, upload by upload; returns how many files went."""
    due: dict[int, list[KeptFile]] = defaultdict(list)
    for file in KeptFile.objects.filter(keep_until__lt=today).order_by("upload_id", "pk"):
        due[file.upload_id].append(file)
    for upload_id, files in due.items():
        _delete(upload_id, files)
    sweep_work(timezone.now() - LEFT_BEHIND)
    return sum(map(len, due.values()))


@journaled
def keep_longer(upload: Upload, *, until: date, ground: str, decided_by: Party | Recordable) -> None:
    """Hold original, problems and names while an objection runs (annex 5). Never shortens a term."""
    held = locked(Upload.objects.all(), upload.pk)
    files = list(held.files.filter(kind__in=HOLDS_PERSONS, keep_until__lt=until))
    if not ground.strip():
        raise InvalidEntryError("Zeg waarom dit langer bewaard moet blijven.")
    if not files:
        raise InvalidEntryError("Er is niets dat hierdoor langer bewaard blijft.")
    for file in files:
        file.keep_until = until
        file.save(update_fields=["keep_until"])
    journal.record(
        actor=decided_by,
        kind="upload.kept_longer",
        subject=held,
        payload={"until": str(until), "what": sorted(file.kind for file in files)},
        ground=ground,
    )


@journaled
def _delete(upload_id: int, files: list[KeptFile]) -> None:
    upload = locked(Upload.objects.all(), upload_id)
    forget(files)
    kinds = {file.kind for file in files}
    if FileKind.ORIGINAL in kinds:
        upload.filename = ""
        if upload.state in CANNOT_GO_ON:
            upload.state, upload.check_token = UploadState.WITHDRAWN, None
        upload.save(update_fields=["filename", "state", "check_token"])
    journal.record(actor=SYSTEM, kind="upload.files_deleted", subject=upload, payload={"what": sorted(kinds)})
