"""A whole dossier: what a fictional school delivers over one measuring period."""

from datetime import date

from keurmerk.demo.generator.cohorts import Cohort, cohorts_around
from keurmerk.demo.generator.exams import attempt_rows
from keurmerk.demo.generator.learners import Member, members_of
from keurmerk.demo.generator.office import (
    complaint_rows,
    delivery_day,
    inspection_rows,
    organisation_row,
    parameter_rows,
    satisfaction_row,
)
from keurmerk.demo.generator.papers import invoice_rows, practice_rows, statement_rows
from keurmerk.demo.generator.people import learner_rows, track_rows
from keurmerk.demo.generator.schools import school_named
from keurmerk.demo.generator.staff import staff_tables
from keurmerk.demo.generator.tables import Row, Tables
from keurmerk.demo.generator.teaching import teach
from keurmerk.intake.schema import TABLES
from rulebook.kernel.period import MeasuringPeriod


class UnknownSchoolError(ValueError):
    """No fictional school has this name."""


def demo_dossier(school: str, period_start: date, seed: int) -> dict[str, list[Row]]:
    """Give the tables of one school over the period from `period_start`, every cell a text.

    The same school, period and seed give the same rows. The periods of one school tell one story: who is
    in course at the end of one is found again in the next. Raises UnknownSchoolError and PeriodError.
    """
    profile = school_named(school)
    if profile is None:
        raise UnknownSchoolError(f"Er is geen voorbeeldschool {school!r}.")
    period = MeasuringPeriod.starting(period_start)
    tables = _empty() | staff_tables(profile, period)
    delivered = delivery_day(period)
    for cohort in cohorts_around(profile, seed, period):
        _add(tables, cohort, period, delivered)
    tables["organisatie"] = [organisation_row(profile, period)]
    tables["klachten"] = list(complaint_rows(profile, seed, period))
    tables["toezicht"] = list(inspection_rows(profile, delivered))
    tables["tevredenheid"] = [satisfaction_row(profile, period, tables["cursisten"], tables["trajecten"])]
    tables["parameters"] = parameter_rows(period)
    return tables


def _empty() -> Tables:
    return {table.name: [] for table in TABLES}


def _add(tables: Tables, cohort: Cohort, period: MeasuringPeriod, delivered: date) -> None:
    members = _registered(members_of(cohort), delivered)
    tables["cursisten"] += learner_rows(cohort, members, delivered)
    tables["trajecten"] += track_rows(cohort, members, delivered)
    tables["examenpogingen"] += attempt_rows(cohort, members, delivered)
    if cohort.last < period.first:
        return
    teaching = teach(cohort, members, period.last)
    tables["lessen"] += teaching.lessons
    tables["aanwezigheid"] += teaching.attendance
    tables["praktijkuren"] += practice_rows(cohort, members, teaching.attended, delivered)
    tables["urenverklaringen"] += statement_rows(cohort, members, teaching.attended, period)
    tables["facturen"] += invoice_rows(members, teaching.attended, period, delivered)


def _registered(members: list[Member], delivered: date) -> list[Member]:
    return [member for member in members if member.registered <= delivered]
