"""The check of an upload, step by step; the worker may be killed between any two."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from keurmerk.intake.problems import Problem
from keurmerk.intake.reading import ReadResult
from keurmerk.results.models import Upload


@dataclass(frozen=True, slots=True)
class Check:
    """The right to finish this check, until a later one begins."""

    upload: Upload
    token: UUID


def begin_check(upload_id: int) -> Check | None:
    """Claim the upload; None when there is nothing to check any more. A later claim overtakes this one."""
    raise NotImplementedError


def report_progress(check: Check, percents: int, phase: str) -> None:
    """Show how far it is. Raises OvertakenError when this check is no longer the one that counts."""
    raise NotImplementedError


def original_on_disk(check: Check) -> AbstractContextManager[Path]:
    """The school's file in the clear, in a folder of our own that goes at the end."""
    raise NotImplementedError


def refuse(check: Check, problems: Sequence[Problem]) -> Upload:
    """End with errors: they are kept encrypted, because their values may hold names."""
    raise NotImplementedError


def finish_check(check: Check, result: ReadResult) -> Upload:
    """End with a dry run: rows without names and names apart are stored; the school may commit."""
    raise NotImplementedError


def fail_check(check: Check, message: str) -> Upload:
    """End without a result, through no fault of the school; it may be tried again."""
    raise NotImplementedError
