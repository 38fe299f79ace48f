"""Through which audience's door an outcome is looked at: its addresses and the path back up."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from keurmerk.assessments.models import Assessment
from keurmerk.results.enums import UploadState
from keurmerk.results.models import Upload
from keurmerk.web.components import dutch

type Crumb = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Door:
    """`namespace` has the addresses outcome, explanation, explanation-csv, explanation-xlsx and receipt."""

    namespace: str
    crumbs: tuple[Crumb, ...]

    def to(self, name: str, *args: Any) -> str:
        return reverse(f"{self.namespace}:{name}", args=args)

    def through(self, *crumbs: Crumb) -> "Door":
        return Door(self.namespace, (*self.crumbs, *crumbs))


@dataclass(frozen=True, slots=True)
class Judged:
    """What an outcome belongs to, in words."""

    school: str
    heading: str
    period_words: str
    delivery_words: str
    is_dry_run: bool = False
    is_withdrawn: bool = False
    is_overtaken: bool = False


def of_assessment(assessment: Assessment) -> Judged:
    delivery = assessment.delivery
    number = delivery.upload.number
    again = f", beoordeling {assessment.number}" if assessment.number > 1 else ""
    return Judged(
        school=delivery.school.name,
        heading="Uitkomst",
        period_words=period_words(delivery.period_first, delivery.period_last),
        delivery_words=f"Aanlevering {number}, ingediend op {dutch.day(delivery.created_at.date())}{again}",
    )


def of_preview(upload: Upload) -> Judged:
    return Judged(
        school=upload.school.name,
        heading="Proef",
        period_words=period_words(upload.period_first, upload.period_last),
        delivery_words=f"Aanlevering {upload.number}, nog niet ingediend",
        is_dry_run=upload.state != UploadState.WITHDRAWN,
        is_withdrawn=upload.state == UploadState.WITHDRAWN,
    )


def period_words(first: date, last: date) -> str:
    return f"Meetperiode {dutch.period(first, last)}"
