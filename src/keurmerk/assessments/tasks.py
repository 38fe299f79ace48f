"""Background work: ids in, one verb called."""

from datetime import date, timedelta

from django.db import transaction
from django.tasks import task
from django.utils import timezone

from keurmerk.accounts.models import User
from keurmerk.assessments import service
from keurmerk.results.models import Upload
from keurmerk.results.service import silent_since

SILENCE = timedelta(minutes=5)
"""A running check reports far more often; after this its worker is taken for dead."""


@task
def check_upload(upload_id: int) -> None:
    service.check_upload(upload_id)


def start_check(upload: Upload) -> None:
    """Queue the check once the transaction that stored the upload has ended; also to try again."""
    transaction.on_commit(lambda: check_upload.enqueue(upload.pk))


@task
def assess_since(day: str, user_id: int) -> None:
    service.assess_since(date.fromisoformat(day), assessed_by=User.objects.get(pk=user_id))


def start_assessing_since(day: date, *, asked_by: User) -> None:
    """Queue the judging of every delivery that a pass rate from this day on touches."""
    transaction.on_commit(lambda: assess_since.enqueue(day.isoformat(), asked_by.pk))


def resume_checks(silence: timedelta = SILENCE) -> int:
    """Queue anew what a killed worker left; returns how many. Running it too often does no harm."""
    waiting = silent_since(timezone.now() - silence)
    for upload_id in waiting:
        check_upload.enqueue(upload_id)
    return len(waiting)
