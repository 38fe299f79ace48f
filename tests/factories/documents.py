"""Documents, and small files that may be one."""

from typing import Any

from keurmerk.documents import service
from keurmerk.documents.enums import DocumentKind
from keurmerk.documents.models import Document
from keurmerk.organisations.models import School
from tests.factories.organisations import make_school

TEXT = b"Geachte heer, mevrouw,\n\nHierbij mijn zienswijze.\n"


def make_document(school: School | None = None, **given: Any) -> Document:
    """A short text of a school, unless told otherwise."""
    fields: dict[str, Any] = {
        "data": TEXT,
        "filename": "zienswijze.txt",
        "title": "Zienswijze",
        "kind": DocumentKind.VIEW,
        "school": school or make_school(),
        "added_by": None,
    }
    return service.add(**(fields | given))
