"""The dossier as it is judged: what the school delivered, with what Blik op Werk adds."""

from fractions import Fraction

import polars as pl

from keurmerk.intake.frames import TYPES
from keurmerk.intake.schema import BY_NAME
from keurmerk.organisations.models import School
from keurmerk.results.models import SurveyOutcome
from keurmerk.results.queries import pass_rates_on, survey_outcome_of
from keurmerk.results.registration import without_scheme_tables
from rulebook.kernel.numbers import BILLIONTHS
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.dossier import Dossier

SLAGINGSNORM = "slagingsnorm"


def added_tables(school: School, period: MeasuringPeriod) -> Dossier:
    """The pass rates announced when the period starts (§1.5.1, §4.20), and the survey's outcome."""
    tables = {}
    rates = pass_rates_on(period.first)
    if rates:
        rows = [{"name": SLAGINGSNORM, "key": profile, "value": rates[profile]} for profile in sorted(rates)]
        tables["parameters"] = _frame("parameters", rows)
    survey = survey_outcome_of(school, period)
    if survey:
        tables["satisfaction"] = _frame("tevredenheid", [_satisfaction(survey)])
    return Dossier(tables)


def together(delivered: Dossier, added: Dossier) -> Dossier:
    return Dossier({**without_scheme_tables(delivered).tables, **added.tables})


def _satisfaction(survey: SurveyOutcome) -> dict[str, int | None]:
    return {
        "invited": survey.invited,
        "completed": survey.completed,
        "grades": survey.grades,
        "mean_grade": _billionths(survey.mean_grade),
        "client_audit_grade": _billionths(survey.client_audit_grade),
    }


def _billionths(number: object) -> int | None:
    return None if number is None else int(Fraction(str(number)) * BILLIONTHS)


def _frame(table: str, rows: list[dict[str, int | None]] | list[dict[str, object]]) -> pl.DataFrame:
    schema = {column.field: TYPES[column.kind] for column in BY_NAME[table].judged()}
    return pl.DataFrame(rows, schema=schema)
