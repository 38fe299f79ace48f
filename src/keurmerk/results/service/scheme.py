"""What Blik op Werk adds to what schools deliver: announced pass rates and survey outcomes."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models

from keurmerk.journal import service as journal
from keurmerk.journal.party import Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.organisations.models import School
from keurmerk.results.errors import InvalidEntryError
from keurmerk.results.models import AnnouncedPassRate, SurveyOutcome
from keurmerk.results.service.committing import account
from rulebook.kernel.period import MeasuringPeriod


@dataclass(frozen=True, slots=True)
class SurveyNumbers:
    """The columns of `tevredenheid`; `mean_grade` is there exactly when there are grades."""

    invited: int
    completed: int
    grades: int
    mean_grade: Decimal | None = None
    client_audit_grade: Decimal | None = None


@journaled
def announce_pass_rate(
    *, profile: str, valid_from: date, percentage: Decimal, source: str, entered_by: Party | Recordable
) -> AnnouncedPassRate:
    """Raises InvalidEntryError. Entered again for the same day, the newest holds."""
    rate = AnnouncedPassRate(
        profile=profile,
        valid_from=valid_from,
        percentage=percentage,
        source=source,
        entered_by=account(entered_by),
    )
    _store(rate)
    journal.record(
        actor=entered_by,
        kind="pass_rate.announced",
        subject=rate,
        payload={"profile": profile, "valid_from": str(valid_from), "percentage": str(percentage)},
        ground=source,
    )
    return rate


@journaled
def add_survey_outcome(
    *,
    school: School,
    period: MeasuringPeriod,
    numbers: SurveyNumbers,
    source: str,
    entered_by: Party | Recordable,
) -> SurveyOutcome:
    """For staff only. Raises InvalidEntryError. Judge the delivery again afterwards (assessments.assess)."""
    told = asdict(numbers)
    outcome = SurveyOutcome(
        school=school,
        period_first=period.first,
        period_last=period.last,
        source=source,
        entered_by=account(entered_by),
        **told,
    )
    _store(outcome)
    journal.record(
        actor=entered_by,
        kind="survey_outcome.added",
        subject=outcome,
        payload={name: None if value is None else str(value) for name, value in told.items()},
        ground=source,
    )
    return outcome


def _store(row: models.Model) -> None:
    try:
        row.full_clean()
    except ValidationError as error:
        raise InvalidEntryError(" ".join(error.messages)) from error
    row.save()
