"""The one declaration of the dossier: template, reader, checks, messages and reference come from it."""

from keurmerk.intake.schema.administration import COMPLAINTS, INSPECTIONS, INVOICES, PARAMETERS, SATISFACTION
from keurmerk.intake.schema.learners import ATTEMPTS, LEARNERS, ORGANISATION
from keurmerk.intake.schema.lessons import ATTENDANCE, HOURS_STATEMENTS, LESSONS, PRACTICE_HOURS
from keurmerk.intake.schema.model import Column, Kind, Rows, Table
from keurmerk.intake.schema.teachers import ENGAGEMENTS, QUALIFICATIONS, TEACHERS, VOGS
from keurmerk.intake.schema.tracks import TRACKS

TABLES = (
    ORGANISATION,
    LEARNERS,
    TRACKS,
    ATTEMPTS,
    TEACHERS,
    QUALIFICATIONS,
    ENGAGEMENTS,
    VOGS,
    LESSONS,
    ATTENDANCE,
    PRACTICE_HOURS,
    HOURS_STATEMENTS,
    INVOICES,
    COMPLAINTS,
    SATISFACTION,
    INSPECTIONS,
    PARAMETERS,
)
BY_NAME = {table.name: table for table in TABLES}

__all__ = ["BY_NAME", "TABLES", "Column", "Kind", "Rows", "Table"]
