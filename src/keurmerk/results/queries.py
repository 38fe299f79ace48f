"""Reads of deliveries that need a name. Nothing here holds names of persons."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from keurmerk.intake.differences import TableDifference
from keurmerk.organisations.models import School
from keurmerk.results.models import Delivery, SurveyOutcome, Upload, WarningTick
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.dossier import Dossier


@dataclass(frozen=True, slots=True)
class WarningLine:
    place: int
    text: str
    tick: WarningTick | None


def warnings_of(upload: Upload) -> tuple[WarningLine, ...]:
    """Every warning in order, with who confirmed it (one query)."""
    raise NotImplementedError


def all_ticked(upload: Upload) -> bool:
    raise NotImplementedError


def current_delivery(school: School, period: MeasuringPeriod) -> Delivery | None:
    """The delivery that holds for this period: the newest."""
    raise NotImplementedError


def newer_delivery(upload: Upload) -> Delivery | None:
    """What was committed for this period from an upload with a higher number; a commit asks to confirm."""
    raise NotImplementedError


def deliverable_periods(today: date) -> tuple[MeasuringPeriod, ...]:
    """The measuring periods that can be chosen on this day, newest first."""
    raise NotImplementedError


def dossier_of(upload: Upload) -> Dossier:
    """The rows as delivered, without names. Raises GoneError when they are not or no longer kept."""
    raise NotImplementedError


def compare_rows(before: Upload, after: Upload) -> tuple[TableDifference, ...]:
    """Rows added, changed and removed per table. Both must be of one school, and checked."""
    raise NotImplementedError


def pass_rates_on(day: date) -> Mapping[str, int]:
    """The announced pass rates by profile, in billionths of a percent."""
    raise NotImplementedError


def survey_outcome_of(school: School, period: MeasuringPeriod) -> SurveyOutcome | None:
    raise NotImplementedError
