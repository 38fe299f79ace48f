"""The check of an upload from start to dry run; run by a task, safe to run again."""

from keurmerk.results.models import Upload


def check_upload(upload_id: int) -> Upload | None:
    """Read, check, judge as a trial: ends in refused, checked or failed.

    None when there was nothing to do, or another check took over.
    """
    raise NotImplementedError
