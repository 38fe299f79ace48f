"""A list of schools, each with its newest judgement: one query however many schools."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, Exists, OuterRef, QuerySet, Subquery, Value, When

from keurmerk.assessments.models import Assessment, NormResult
from keurmerk.organisations.models import School
from keurmerk.web.components.verdicts import ADVICE, Look
from rulebook.kernel.period import MeasuringPeriod
from rulebook.kernel.verdict import Verdict
from rulebook.terms.delivery import delivery_calendar

NONE_YET = Look("nog geen uitkomst", "minus", "quiet")
MISSING = (Verdict.NO_DATA.value, Verdict.INSUFFICIENT_DATA.value)


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """`advice` is empty without a judgement; `judged_by` is the last day for Blik op Werk (table 1)."""

    school: School
    advice: str
    period: MeasuringPeriod | None

    @property
    def look(self) -> Look:
        return ADVICE.get(self.advice, NONE_YET)

    @property
    def judged_by(self) -> date | None:
        return delivery_calendar(self.period).judgement if self.period else None


def with_newest(schools: QuerySet[School]) -> QuerySet[School]:
    """The advice follows from the verdicts, as in the rulebook: one not met makes it negative."""
    newest = Assessment.objects.filter(delivery__school=OuterRef("pk")).order_by(
        "-delivery__period_last", "-delivery_id", "-number"
    )
    norms = NormResult.objects.filter(assessment=OuterRef("newest"))
    return schools.annotate(
        newest=Subquery(newest.values("pk")[:1]),
        newest_first=Subquery(newest.values("delivery__period_first")[:1]),
        newest_last=Subquery(newest.values("delivery__period_last")[:1]),
    ).annotate(
        advice=Case(
            When(newest=None, then=Value("")),
            When(Exists(norms.filter(verdict=Verdict.NOT_MET.value)), then=Value("negatief")),
            When(Exists(norms.filter(verdict__in=MISSING)), then=Value("onvolledig")),
            default=Value("positief"),
            output_field=CharField(),
        )
    )


def school_lines(schools: Iterable[School]) -> list[SchoolLine]:
    """From schools that went through `with_newest`."""
    return [
        SchoolLine(
            school,
            school.advice,  # type: ignore[attr-defined]
            MeasuringPeriod(school.newest_first, school.newest_last)  # type: ignore[attr-defined]
            if school.newest  # type: ignore[attr-defined]
            else None,
        )
        for school in schools
    ]
