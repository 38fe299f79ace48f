"""How many pages a document has, and whether its text can be read by a machine."""

from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from keurmerk.documents.enums import MediaType
from keurmerk.documents.examining import ExaminedFile

LOOK_AT = 3
"""Pages in which text is looked for: a long scan must not keep somebody waiting."""
ENOUGH_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Looked:
    """Unknown for what has no fixed pages, and for a PDF that the reader cannot follow."""

    pages: int | None = None
    has_text: bool | None = None


def looked_into(file: ExaminedFile) -> Looked:
    if file.media_type in (MediaType.PNG, MediaType.JPEG):
        return Looked(1, has_text=False)
    if file.media_type != MediaType.PDF:
        return Looked()
    try:
        reader = PdfReader(BytesIO(file.data))
        pages = len(reader.pages)
        letters = sum(len(reader.pages[at].extract_text().strip()) for at in range(min(pages, LOOK_AT)))
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError):
        return Looked()
    return Looked(pages, has_text=letters >= ENOUGH_LETTERS)
