"""Whether a file may be a document: its name, its contents, and what the virus scanner says."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.conf import settings

from keurmerk.documents import scanner
from keurmerk.documents.checks import names, office, pdf, pictures, text
from keurmerk.documents.checks.refusal import RefusalError
from keurmerk.documents.checks.sniffing import in_words, media_type_of
from keurmerk.documents.enums import MediaType, ScanState
from keurmerk.documents.errors import RefusedFileError, ScannerDownError

MEGABYTE = 1_000_000
ALLOWED: Mapping[str, MediaType] = {
    "pdf": MediaType.PDF,
    "docx": MediaType.DOCX,
    "odt": MediaType.ODT,
    "xlsx": MediaType.XLSX,
    "png": MediaType.PNG,
    "jpg": MediaType.JPEG,
    "jpeg": MediaType.JPEG,
    "txt": MediaType.TEXT,
    "eml": MediaType.EMAIL,
}
NOT_ALLOWED: Mapping[str, str] = {
    "doc": "is van een oude Office-versie. Sla het op als .docx of PDF en kies het nieuwe bestand.",
    "xls": "is van een oude Office-versie. Sla het op als .xlsx of PDF en kies het nieuwe bestand.",
    "docm": office.MACROS,
    "dotm": office.MACROS,
    "xlsm": office.MACROS,
    "zip": "is een ingepakt bestand. Pak het uit en voeg de bestanden los toe.",
    "heic": "is een foto die niet overal te openen is. Sla de foto op als JPG en kies het nieuwe bestand.",
    "msg": "is een e-mail van Outlook. Sla de e-mail op als PDF of .eml en kies het nieuwe bestand.",
}
EMPTY = "is leeg. Controleer of het bestand te openen is en kies een bestand met inhoud."
TOO_BIG = "is groter dan {most} MB. Maak het kleiner, bijvoorbeeld met kleinere afbeeldingen, of splits het."
WRONG_KIND = "is geen bestand dat u kunt toevoegen. Kies {allowed}."
SOMETHING_ELSE = (
    "heet .{extension}, maar is {what}. Kies het goede bestand, of sla de inhoud op als PDF en kies die."
)
INFECTED = "bevat een virus ({found}) en is niet bewaard. Laat de computer controleren waar het vandaan komt."
SCANNER_DOWN = "kon niet op virussen worden gecontroleerd. Er is niets bewaard; probeer het later opnieuw."

MAILS_IN_MAILS = 4

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ExaminedFile:
    """A file that may be taken in. Only `examine` makes one."""

    data: bytes = field(repr=False)
    filename: str
    media_type: MediaType
    scan: ScanState


def examine(*, data: bytes, filename: str, made_here: bool = False) -> ExaminedFile:
    """A file that may be taken in; raises RefusedFileError (Dutch, names the file and the remedy).

    With a scanner that is down it raises ScannerDownError. What was `made_here` is not scanned.
    """
    name = names.cleaned(filename)
    try:
        name, media_type = _named(name, data)
        _check_contents(data, media_type)
    except RefusalError as refusal:
        raise RefusedFileError(name, str(refusal)) from refusal
    scan = ScanState.MADE_HERE if made_here else _scanned(name, data)
    return ExaminedFile(data, name, media_type, scan)


def allowed_in_words(extensions: tuple[str, ...] = tuple(ALLOWED)) -> str:
    """.pdf, .docx of .txt."""
    *rest, last = [f".{extension}" for extension in extensions]
    return " of ".join(filter(None, [", ".join(rest), last]))


def check_size(size: int) -> None:
    """Before anything is read."""
    if not size:
        raise RefusalError(EMPTY)
    if size > settings.DOCUMENT_MAX_BYTES:
        raise RefusalError(TOO_BIG.format(most=settings.DOCUMENT_MAX_BYTES // MEGABYTE))


def _named(name: str, data: bytes) -> tuple[str, MediaType]:
    """The name with one ending, and the type that name and contents agree on."""
    check_size(len(data))
    name = names.with_one_extension(name)
    extension = names.extension(name)
    if extension not in ALLOWED:
        raise RefusalError(NOT_ALLOWED.get(extension) or WRONG_KIND.format(allowed=allowed_in_words()))
    found, expected = media_type_of(data), ALLOWED[extension]
    if found == expected or (found, expected) == (MediaType.EMAIL, MediaType.TEXT):
        return name, expected
    what = f"een bestand van de soort {found.label}" if found else in_words(data)
    raise RefusalError(SOMETHING_ELSE.format(extension=extension, what=what))


def _check_contents(data: bytes, media_type: MediaType, depth: int = 0) -> None:
    """`depth`: how many mails lie around it."""
    if media_type != MediaType.EMAIL:
        CHECKS[media_type](data)
    elif depth < MAILS_IN_MAILS:
        text.check_email(data, lambda inside: _check_attachment(inside, depth + 1))
    else:
        raise RefusalError(text.TOO_MANY)


def _check_attachment(data: bytes, depth: int) -> None:
    if found := media_type_of(data):
        _check_contents(data, found, depth)


def _scanned(name: str, data: bytes) -> ScanState:
    if not scanner.is_configured():
        return ScanState.NOT_CONFIGURED
    try:
        found = scanner.infection_in(data)
    except scanner.UnreachableError as error:
        logger.warning("the virus scanner gave no answer: %s", error)
        raise ScannerDownError(name, SCANNER_DOWN) from error
    if found is not None:
        logger.warning("an infected file was refused: %s", found)
        raise RefusedFileError(name, INFECTED.format(found=found))
    return ScanState.CLEAN


CHECKS: Mapping[MediaType, Callable[[bytes], None]] = {
    MediaType.PDF: pdf.check_pdf,
    MediaType.DOCX: office.check_docx,
    MediaType.ODT: office.check_odt,
    MediaType.XLSX: office.check_xlsx,
    MediaType.PNG: pictures.check_png,
    MediaType.JPEG: pictures.check_jpeg,
    MediaType.TEXT: text.check_text,
}
