"""The check of an upload from start to dry run; run by a task, safe to run again."""

import logging
import traceback

from polars.exceptions import PanicException

from keurmerk.assessments.models import Preview
from keurmerk.assessments.service.assessing import judged_dossier, outcome_text
from keurmerk.intake.checks.improbable import everybody_passed
from keurmerk.intake.reading import ReadResult, read_dossier
from keurmerk.results import service as results
from keurmerk.results.errors import GoneError, OvertakenError
from keurmerk.results.models import Upload
from keurmerk.results.registration import (
    problems_with_registration,
    warnings_about_registration,
    without_scheme_tables,
)

logger = logging.getLogger(__name__)

READING, JUDGING, STORING = 70, 75, 95
"""Percents of the bar at which each of these ends or begins."""
STEP = 5
READ, JUDGE, STORE = "Het bestand wordt gelezen", "De normen worden berekend", "De uitkomst wordt bewaard"
FAILED = (
    "De controle is door een fout in Keurmerk niet gelukt; aan uw bestand hoeft niets te mankeren. "
    "Probeer het opnieuw. Lukt het weer niet, neem dan contact op met Blik op Werk."
)


def check_upload(upload_id: int) -> Upload | None:
    """Read, check, judge as a trial: ends in refused, checked or failed.

    None when there was nothing to do, or another check took over.
    """
    check = results.begin_check(upload_id)
    if check is None:
        return None
    try:
        return _carry_out(check)
    except (OvertakenError, GoneError):
        return None
    except (Exception, PanicException) as error:  # noqa: BLE001 (a check always ends in a state)
        return _failed(check, error)


def _carry_out(check: results.Check) -> Upload:
    read = _read(check)
    problems = read.problems
    if read.dossier is not None:
        problems = problems_with_registration(check.upload.school, read.dossier)
    if read.dossier is None or problems:
        return results.refuse(check, problems)
    results.report_progress(check, JUDGING, JUDGE)
    school, period = check.upload.school, check.upload.period
    delivered = without_scheme_tables(read.dossier)
    outcome = judged_dossier(delivered, school, period).outcome
    warnings = sorted(
        [
            *read.warnings,
            *warnings_about_registration(school, read.dossier),
            *everybody_passed(outcome.as_json()["normen"]),
        ]
    )
    results.report_progress(check, STORING, STORE)

    def keep_preview(upload: Upload) -> None:
        text = outcome_text(outcome, warnings)
        Preview.objects.update_or_create(upload=upload, defaults={"outcome_text": text})

    found = results.Checked(delivered, read.personal, warnings)
    return results.finish_check(check, found, then=keep_preview)


def _read(check: results.Check) -> ReadResult:
    shown = 0

    def report(_label: str, done: int, total: int) -> None:
        nonlocal shown
        percents = READING * done // max(total, 1)
        if percents >= shown + STEP:
            shown = min(percents, READING)
            results.report_progress(check, shown, READ)

    results.report_progress(check, 0, READ)
    with results.original_on_disk(check) as path:
        return read_dossier(path, from_school=True, progress=report)


def _failed(check: results.Check, error: BaseException) -> Upload | None:
    """Tell where it went wrong, but not what the error says: that may hold values of persons."""
    where = "".join(traceback.format_tb(error.__traceback__))
    logger.error("check of upload %s failed: %s\n%s", check.upload.pk, type(error).__name__, where)
    try:
        return results.fail_check(check, FAILED)
    except OvertakenError:
        return None
