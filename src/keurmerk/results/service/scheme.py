"""What Blik op Werk adds to what schools deliver: announced pass rates and survey outcomes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from keurmerk.journal.party import Party, Recordable
from keurmerk.organisations.models import School
from keurmerk.results.models import AnnouncedPassRate, SurveyOutcome
from rulebook.kernel.period import MeasuringPeriod


@dataclass(frozen=True, slots=True)
class SurveyNumbers:
    """The columns of `tevredenheid`; `mean_grade` is there exactly when there are grades."""

    invited: int
    completed: int
    grades: int
    mean_grade: Decimal | None = None
    client_audit_grade: Decimal | None = None


def announce_pass_rate(
    *, profile: str, valid_from: date, percentage: Decimal, source: str, entered_by: Party | Recordable
) -> AnnouncedPassRate:
    """Raises InvalidEntryError. Entered again for the same day, the newest holds."""
    raise NotImplementedError


def add_survey_outcome(
    *,
    school: School,
    period: MeasuringPeriod,
    numbers: SurveyNumbers,
    source: str,
    entered_by: Party | Recordable,
) -> SurveyOutcome:
    """For staff only. Raises InvalidEntryError. Judge the delivery again afterwards (assessments.assess)."""
    raise NotImplementedError
