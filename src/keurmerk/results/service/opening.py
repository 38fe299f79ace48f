"""Reading what holds names of persons: every opening is a line in the journal, written before it is given.

Raise GoneError (Dutch) when the retention date has come.
"""

from collections.abc import Mapping

import polars as pl

from keurmerk.intake.problems import Problem
from keurmerk.journal.party import Party, Recordable
from keurmerk.results.models import Upload


def open_original(upload: Upload, *, opened_by: Party | Recordable, ground: str = "") -> bytes:
    """The file as the school sent it."""
    raise NotImplementedError


def open_problems(upload: Upload, *, opened_by: Party | Recordable, ground: str = "") -> tuple[Problem, ...]:
    """All errors with their values, in the order of the tables."""
    raise NotImplementedError


def open_error_workbook(upload: Upload, *, opened_by: Party | Recordable, ground: str = "") -> bytes:
    """The school's own rows as .xlsx with a column of errors."""
    raise NotImplementedError


def open_personal(
    upload: Upload, *, opened_by: Party | Recordable, ground: str
) -> Mapping[str, pl.DataFrame]:
    """Names and contact data per table (English names), with the key of each row."""
    raise NotImplementedError
