"""A file that is two things at once: one program shows a letter, another runs what is hidden in it."""

import re
from io import BytesIO
from zipfile import is_zipfile

from keurmerk.documents.checks.refusal import RefusalError

PDF_READERS_LOOK = 1024
"""Readers accept a PDF that begins this far into a file."""
MARKUP = re.compile(rb"(?i)<(!doctype\s+html|html|script|iframe|\?php)[\s>]")
MARKUP_READERS_LOOK = 4096
TWO_THINGS = (
    "is twee soorten bestanden tegelijk ({what}) en wordt daarom niet aangenomen. Open het, sla het opnieuw "
    "op en kies het nieuwe bestand."
)


def refuse_pdf_inside(data: bytes) -> None:
    if b"%PDF-" in data[:PDF_READERS_LOOK]:
        _refuse("er begint ook een PDF in")


def refuse_zip_inside(data: bytes) -> None:
    if is_zipfile(BytesIO(data)):
        _refuse("er zit ook een ingepakt bestand in")


def refuse_markup_inside(data: bytes) -> None:
    """At the start, where a browser that guesses looks, and at the end, where it is easily put."""
    if MARKUP.search(data[:MARKUP_READERS_LOOK]) or MARKUP.search(data[-MARKUP_READERS_LOOK:]):
        _refuse("er zit ook een webpagina in")


def _refuse(what: str) -> None:
    raise RefusalError(TWO_THINGS.format(what=what))
