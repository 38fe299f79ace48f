"""Background work: ids in, one verb called."""

from django.db import transaction
from django.tasks import task

from keurmerk.assessments import service
from keurmerk.results.models import Upload


@task
def check_upload(upload_id: int) -> None:
    service.check_upload(upload_id)


def start_check(upload: Upload) -> None:
    """Queue the check once the transaction that stored the upload has ended."""
    transaction.on_commit(lambda: check_upload.enqueue(upload.pk))
