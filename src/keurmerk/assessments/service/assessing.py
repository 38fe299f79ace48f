"""Judging a delivery and storing what came out.

The judging is done before the transaction: it takes long enough to hold up others.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from django.db.models import Max
from django.utils import timezone

from keurmerk.assessments.facts import added_tables, together
from keurmerk.assessments.models import Assessment, NormResult
from keurmerk.assessments.queries import newest_assessment
from keurmerk.assessments.receipts import Receipt, make_receipt, receipt_text
from keurmerk.journal import service as journal
from keurmerk.journal.party import Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.results import service as results
from keurmerk.results.enums import FileKind
from keurmerk.results.errors import GoneError
from keurmerk.results.models import Delivery, Upload
from keurmerk.results.queries import current_deliveries_since, dossier_of
from keurmerk.results.snapshot import packed, parquet, snapshot_files
from keurmerk.results.storage import Stored, keeping, remember
from keurmerk.results.terms import committed_until
from rulebook.judgement import Outcome, judge
from rulebook.kernel.norm import NormRow
from rulebook.kernel.numbers import rounded
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.dossier import Dossier


@dataclass(frozen=True)
class Judged:
    """What came out, before anything is stored."""

    added: Dossier
    dossier: Dossier
    outcome: Outcome

    @cached_property
    def receipt(self) -> Receipt:
        """Made when it is asked for: a dry run needs none."""
        return make_receipt(self.dossier, self.outcome)

    def files(self) -> dict[FileKind, bytes]:
        return {
            FileKind.ADDED: packed(snapshot_files(self.added)),
            FileKind.EXPLANATION: parquet(self.outcome.explanation),
        }


def commit_upload(
    upload: Upload, *, committed_by: Party | Recordable, over_newer: bool = False
) -> Assessment:
    """Deliver for good and judge, in one transaction. Raises what results.service.commit raises."""
    upload.refresh_from_db()
    results.must_be_ready(upload, over_newer=over_newer)
    judged = judged_dossier(dossier_of(upload), upload.school, upload.period)
    with keeping(judged.files()) as stored, journaled():
        delivery = results.commit(upload, committed_by=committed_by, over_newer=over_newer)
        return _store(delivery, judged, stored, committed_by)


def assess(delivery: Delivery, *, assessed_by: Party | Recordable) -> Assessment:
    """Judge a delivery again, with the pass rates and the survey outcome of now.

    When nothing differs from the newest assessment, that one is given and nothing is stored.
    """
    judged = judged_dossier(dossier_of(delivery.upload), delivery.school, delivery.period)
    newest = newest_assessment(delivery)
    if newest and newest.receipt_text == receipt_text(judged.receipt):
        return newest
    with keeping(judged.files()) as stored, journaled():
        Delivery.objects.select_for_update(of=("self",), no_key=True).get(pk=delivery.pk)
        return _store(delivery, judged, stored, assessed_by)


def assess_since(day: date, *, assessed_by: Party | Recordable) -> int:
    """Judge again what holds for periods from this day on, as an announced pass rate asks.

    Returns how many came out anew. What is no longer kept is passed over: its outcome stays as it is.
    """
    made = 0
    for delivery in current_deliveries_since(day):
        before = newest_assessment(delivery)
        with suppress(GoneError):
            made += assess(delivery, assessed_by=assessed_by) != before
    return made


def judged_dossier(delivered: Dossier, school: School, period: MeasuringPeriod) -> Judged:
    added = added_tables(school, period)
    dossier = together(delivered, added)
    return Judged(added, dossier, judge(dossier, period))


def outcome_text(outcome: Outcome, warnings: Sequence[str]) -> str:
    return json.dumps(outcome.as_json(warnings=list(warnings)), ensure_ascii=False)


def _store(delivery: Delivery, judged: Judged, stored: Stored, by: Party | Recordable) -> Assessment:
    outcome, receipt = judged.outcome, judged.receipt
    today = timezone.localdate()
    until = {kind: committed_until(kind, delivery.period, today) for kind in stored}
    files = remember(delivery.upload, stored, until)
    last = delivery.assessments.aggregate(last=Max("number"))["last"]
    assessment = Assessment.objects.create(
        delivery=delivery,
        number=(last or 0) + 1,
        edition=outcome.edition,
        rulebook_version=receipt["regels"]["versie"],
        snapshot_hash=receipt["momentopname"]["sha256"],
        outcome_hash=receipt["uitkomst"]["sha256"],
        outcome_text=outcome_text(outcome, delivery.upload.warnings),
        receipt_text=receipt_text(receipt),
        explanation_rows=outcome.explanation.height,
        explanation=files[FileKind.EXPLANATION],
        added=files[FileKind.ADDED],
    )
    NormResult.objects.bulk_create(
        _norm_result(assessment, place, row) for place, row in enumerate(outcome.rows)
    )
    journal.record(
        actor=by,
        kind="assessment.made",
        subject=assessment,
        payload={
            "snapshot": assessment.snapshot_hash,
            "outcome": assessment.outcome_hash,
            "rulebook": receipt["regels"],
            "advice": outcome.advice.advice,
        },
    )
    return assessment


def _norm_result(assessment: Assessment, place: int, row: NormRow) -> NormResult:
    return NormResult(
        assessment=assessment,
        place=place,
        norm=row.norm,
        group=row.group or "",
        verdict=row.verdict.value,
        numerator=row.numerator,
        denominator=row.denominator,
        value_exact=_exact(row.value),
        limit_exact=_exact(row.limit),
        value=None if row.value is None else rounded(row.value),
        limit=None if row.limit is None else rounded(row.limit),
        unit=row.unit.value if row.unit else "",
        material=row.material,
        readings=list(row.readings),
        edition=row.edition,
    )


def _exact(number: Fraction | None) -> str:
    return "" if number is None else f"{number.numerator}/{number.denominator}"
