"""Reads of deliveries that need a name. Nothing here holds names of persons."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from keurmerk.intake.differences import TableDifference
from keurmerk.intake.differences import compare as compare_dossiers
from keurmerk.organisations.models import School
from keurmerk.results.enums import FileKind
from keurmerk.results.models import (
    AnnouncedPassRate,
    Delivery,
    DeliveryQuerySet,
    SurveyOutcome,
    Upload,
    WarningTick,
)
from keurmerk.results.snapshot import dossier_of as dossier_of_files
from keurmerk.results.snapshot import unpacked
from keurmerk.results.storage import contents_of, kept_file
from rulebook.kernel.numbers import BILLIONTHS
from rulebook.kernel.period import STARTS, MeasuringPeriod
from rulebook.norms.dossier import Dossier
from rulebook.terms.delivery import delivery_calendar

YEARS_BACK = 4
"""The cycle of audits (§6.1): older periods are not delivered any more."""


@dataclass(frozen=True, slots=True)
class WarningLine:
    place: int
    text: str
    tick: WarningTick | None


def warnings_of(upload: Upload) -> tuple[WarningLine, ...]:
    """Every warning in order, with who confirmed it (one query)."""
    ticks = {tick.place: tick for tick in upload.ticks.select_related("ticked_by")}
    return tuple(WarningLine(place, text, ticks.get(place)) for place, text in enumerate(upload.warnings))


def all_ticked(upload: Upload) -> bool:
    return set(upload.ticks.values_list("place", flat=True)) >= set(range(len(upload.warnings)))


def current_delivery(school: School, period: MeasuringPeriod) -> Delivery | None:
    """The delivery that holds for this period: the newest."""
    return _of_period(school, period).select_related("upload").newest_first().first()


def current_deliveries_since(day: date) -> DeliveryQuerySet:
    """Of every school and period that starts on this day or later: the delivery that holds."""
    periods = Delivery.objects.filter(period_first__gte=day).order_by()
    newest = periods.values("school", "period_first", "period_last").annotate(newest=Max("pk"))
    return Delivery.objects.filter(pk__in=newest.values("newest")).select_related("school", "upload")


def newer_delivery(upload: Upload) -> Delivery | None:
    """What was committed for this period from an upload with a higher number; a commit asks to confirm."""
    found = _of_period(upload.school, upload.period).filter(upload__number__gt=upload.number)
    return found.select_related("upload").newest_first().first()


def deliverable_periods(today: date) -> tuple[MeasuringPeriod, ...]:
    """The measuring periods whose delivery is open or has been, newest first."""
    periods = (
        MeasuringPeriod.starting(date(year, *start))
        for year in range(today.year - YEARS_BACK, today.year + 1)
        for start in STARTS
    )
    open_ones = (period for period in periods if delivery_calendar(period).results_from <= today)
    return tuple(sorted(open_ones, key=lambda period: period.first, reverse=True))


def dossier_of(upload: Upload) -> Dossier:
    """The rows as delivered, without names. Raises GoneError when they are not or no longer kept."""
    return dossier_of_files(unpacked(contents_of(kept_file(upload, FileKind.SNAPSHOT))))


def compare_rows(before: Upload, after: Upload) -> tuple[TableDifference, ...]:
    """Rows added, changed and removed per table. Both must be of one school, and checked."""
    if before.school_id != after.school_id:
        raise ValueError("only uploads of one school are compared")
    return compare_dossiers(dossier_of(before), dossier_of(after))


def pass_rates_on(day: date) -> Mapping[str, int]:
    """The announced pass rates by profile, in billionths of a percent."""
    oldest_first = AnnouncedPassRate.objects.filter(valid_from__lte=day).order_by("valid_from", "pk")
    return {rate.profile: int(rate.percentage * BILLIONTHS) for rate in oldest_first}


def survey_outcome_of(school: School, period: MeasuringPeriod) -> SurveyOutcome | None:
    return (
        SurveyOutcome.objects.filter(school=school, period_first=period.first, period_last=period.last)
        .order_by("-pk")
        .first()
    )


def _of_period(school: School, period: MeasuringPeriod) -> DeliveryQuerySet:
    return Delivery.objects.filter(school=school, period_first=period.first, period_last=period.last)
