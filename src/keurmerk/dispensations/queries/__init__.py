"""Reads of dispensations that need a name."""

from keurmerk.dispensations.queries.granted import (
    GrantedRow,
    allowances,
    granted_of,
    lawful_of,
    rows_of,
)
from keurmerk.dispensations.queries.lists import of_school, queue

__all__ = ["GrantedRow", "allowances", "granted_of", "lawful_of", "of_school", "queue", "rows_of"]
