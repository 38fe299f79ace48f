"""Every write of documents, and every reading of their contents. Messages of errors may be shown."""

from keurmerk.documents.examining import ExaminedFile, examine
from keurmerk.documents.queries import Opening, openings
from keurmerk.documents.service.adding import add, add_examined
from keurmerk.documents.service.keeping import discard, keep_longer, remove_due
from keurmerk.documents.service.opening import contents, read

__all__ = [
    "ExaminedFile",
    "Opening",
    "add",
    "add_examined",
    "contents",
    "discard",
    "examine",
    "keep_longer",
    "openings",
    "read",
    "remove_due",
]
