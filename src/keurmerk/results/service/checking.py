"""The check of an upload, step by step; the worker may be killed between any two.

Whoever begins holds a token. Beginning again gives another one, and whoever holds the old one finds out at
its next step and stops: so a check that hangs can be run again without two results.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID, uuid4

import polars as pl
from django.utils import timezone

from keurmerk.intake.problems import Problem
from keurmerk.intake.schema import TABLES
from keurmerk.journal import service as journal
from keurmerk.journal.party import SYSTEM
from keurmerk.journal.unit import journaled
from keurmerk.results.enums import TO_BE_CHECKED, UNDER_WAY, FileKind, UploadState
from keurmerk.results.errors import GoneError, OvertakenError
from keurmerk.results.models import KeptFile, Upload
from keurmerk.results.snapshot import packed, parquet, snapshot_files, snapshot_hash
from keurmerk.results.storage import contents_of, forget, in_the_clear, keeping, kept_file, locked, remember
from rulebook.norms.dossier import Dossier

OF_A_CHECK = (FileKind.PROBLEMS, FileKind.SNAPSHOT, FileKind.PERSONAL)
EVERYTHING = 100


@dataclass(frozen=True, slots=True)
class Check:
    """The right to finish this check, until a later one begins."""

    upload: Upload
    token: UUID


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check without errors found: rows without names, names apart, and warnings to confirm."""

    dossier: Dossier
    personal: Mapping[str, pl.DataFrame]
    warnings: Sequence[str]


@journaled
def begin_check(upload_id: int) -> Check | None:
    """Claim the upload; None when there is nothing to check any more. A later claim overtakes this one."""
    upload = locked(Upload.objects.all(), upload_id)
    if upload.state not in TO_BE_CHECKED:
        return None
    upload.state = UploadState.CHECKING
    upload.check_token = uuid4()
    upload.progress, upload.phase, upload.failure = 0, "", ""
    upload.touched_at = timezone.now()
    upload.save()
    return Check(upload, upload.check_token)


def report_progress(check: Check, percents: int, phase: str) -> None:
    """Show how far it is. Raises OvertakenError when this check is no longer the one that counts."""
    mine = Upload.objects.filter(
        pk=check.upload.pk, check_token=check.token, state=UploadState.CHECKING
    ).update(progress=percents, phase=phase, touched_at=timezone.now())
    if not mine:
        raise OvertakenError


@contextmanager
def original_on_disk(check: Check) -> Iterator[Path]:
    """The school's file in the clear, in a folder of our own that goes at the end."""
    data = contents_of(kept_file(check.upload, FileKind.ORIGINAL))
    with in_the_clear(data, check.upload.filename or "dossier") as path:
        yield path


def refuse(check: Check, problems: Sequence[Problem]) -> Upload:
    """End with errors: they are kept encrypted, because their values may hold names."""
    lines = json.dumps([problem.as_json() for problem in problems], ensure_ascii=False).encode()
    counts: dict[str, int] = {}
    for problem in problems:
        counts[problem.table or ""] = counts.get(problem.table or "", 0) + 1
    with keeping({FileKind.PROBLEMS: lines}) as stored, _ending(check, UploadState.REFUSED) as upload:
        upload.problems_by_table = counts
        remember(upload, stored, {FileKind.PROBLEMS: _until(upload)})
        _tell(upload, "upload.refused", {"problems": len(problems)})
    return upload


def finish_check(check: Check, found: Checked, *, then: Callable[[Upload], None]) -> Upload:
    """End with a dry run: what was found is stored, and the school may commit.

    `then` writes what belongs to it, in the same transaction.
    """
    contents = {FileKind.SNAPSHOT: packed(snapshot_files(found.dossier))}
    if found.personal:
        contents[FileKind.PERSONAL] = packed(
            {f"{name}.parquet": parquet(frame) for name, frame in found.personal.items()}
        )
    with keeping(contents) as stored, _ending(check, UploadState.CHECKED) as upload:
        upload.warnings = list(found.warnings)
        upload.rows_by_table = _row_counts(found.dossier)
        upload.snapshot_hash = snapshot_hash(found.dossier)
        remember(upload, stored, dict.fromkeys(stored, _until(upload)))
        then(upload)
        _tell(upload, "upload.checked", {"snapshot": upload.snapshot_hash, "warnings": len(upload.warnings)})
    return upload


def fail_check(check: Check, message: str) -> Upload:
    """End without a result, through no fault of the school; it may be tried again."""
    with _ending(check, UploadState.FAILED) as upload:
        upload.failure = message
        _tell(upload, "upload.check_failed", {})
    return upload


def silent_since(moment: datetime) -> list[int]:
    """Uploads whose check gave no sign of life since then: the worker was killed, or the queue was lost."""
    waiting = Upload.objects.filter(state__in=UNDER_WAY, touched_at__lt=moment)
    return list(waiting.order_by("pk").values_list("pk", flat=True))


@contextmanager
def _ending(check: Check, state: UploadState) -> Iterator[Upload]:
    """One transaction in which the check ends; what an earlier check of this upload left is replaced."""
    with journaled():
        upload = locked(Upload.objects.all(), check.upload.pk)
        if upload.state != UploadState.CHECKING or upload.check_token != check.token:
            raise OvertakenError
        forget(upload.files.filter(kind__in=OF_A_CHECK))
        upload.state, upload.check_token = state, None
        upload.progress, upload.phase = EVERYTHING, ""
        upload.problems_by_table, upload.warnings, upload.rows_by_table = {}, [], {}
        upload.touched_at = timezone.now()
        yield upload
        upload.save()


def _until(upload: Upload) -> date:
    """Everything of a draft goes with its original."""
    original = KeptFile.objects.filter(upload=upload, kind=FileKind.ORIGINAL).first()
    if original is None:
        raise GoneError
    return original.keep_until


def _row_counts(dossier: Dossier) -> dict[str, int]:
    return {
        table.name: dossier.tables[table.field].height for table in TABLES if table.field in dossier.tables
    }


def _tell(upload: Upload, kind: str, payload: dict[str, str | int]) -> None:
    journal.record(actor=SYSTEM, kind=kind, subject=upload, payload=payload)
