"""What the bytes are, whatever the name says."""

import codecs
import re
from collections.abc import Callable
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import puremagic

from keurmerk.documents.enums import MediaType

HEAD = 4096
ZIP = b"PK\x03\x04"
EVERYDAY_WORDS: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "een programma voor Windows"),
    (b"\x7fELF", "een programma"),
    (b"\xcf\xfa\xed\xfe", "een programma"),
    (b"#!", "een script"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een bestand van een oude Office-versie (.doc of .xls)"),
    (b"{\\rtf", "een RTF-bestand"),
    (b"Rar!", "een ingepakt bestand (.rar)"),
    (b"7z\xbc\xaf", "een ingepakt bestand (.7z)"),
    (b"\x1f\x8b", "een ingepakt bestand (.gz)"),
    (b"GIF8", "een GIF-afbeelding"),
)
MARKUP = re.compile(rb"(?i)<(!doctype|html|head|body|script|svg|iframe|\?xml|\?php|meta|object|embed)\b")
HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?[^\r\n]*\r?\n")
MAIL_HEADERS = re.compile(rb"(?im)^(from|received|return-path|delivered-to|message-id):")
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")


def media_type_of(data: bytes) -> MediaType | None:
    """Of the types that may be a document; None for any other."""
    for recognised, media_type in _BY_START:
        if recognised(data):
            return media_type
    if data.startswith(ZIP):
        return _office_type(data)
    if not is_text(data):
        return None
    if is_email(data):  # first: in a mail, HTML is nothing strange
        return MediaType.EMAIL
    return None if MARKUP.search(data[:HEAD]) else MediaType.TEXT


def in_words(data: bytes) -> str:
    """What a file is that may not be a document, for a message."""
    for start, words in EVERYDAY_WORDS:
        if data.startswith(start):
            return words
    if data.startswith(ZIP):
        return "een ingepakt bestand (.zip)"
    if found := MARKUP.search(data[:HEAD]):
        return "een SVG-afbeelding" if found[1].lower() == b"svg" else "een webpagina"
    if ending := _ending_by_signature(data[:HEAD]):
        return f"een {ending}-bestand"
    return "een bestand van een andere soort"


def is_text(data: bytes) -> bool:
    """UTF-8, or the Windows letters of older programs; nothing that only a program reads."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or CONTROL.search(data):
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return _is_windows_text(data)
    return True


def is_email(data: bytes) -> bool:
    """Begins with header lines, among them one that only a mail has."""
    head = re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0]
    return bool(HEADER_LINE.match(data) and MAIL_HEADERS.search(head))


def _is_windows_text(data: bytes) -> bool:
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True


def _office_type(data: bytes) -> MediaType | None:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = {info.filename for info in archive.infolist()[:10_000]}
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return None
    if "[Content_Types].xml" in names:
        if "word/document.xml" in names:
            return MediaType.DOCX
        return MediaType.XLSX if "xl/workbook.xml" in names else None
    return MediaType.ODT if {"mimetype", "content.xml"} <= names else None


def _ending_by_signature(head: bytes) -> str:
    """An opinion of the library, which stumbles over some broken files."""
    try:
        found = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError, LookupError, OverflowError):
        return ""
    return found[0].extension if found else ""


def _starts_with(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(starts)


_BY_START: tuple[tuple[Callable[[bytes], bool], MediaType], ...] = (
    (_starts_with(b"%PDF-"), MediaType.PDF),
    (_starts_with(b"\x89PNG\r\n\x1a\n"), MediaType.PNG),
    (_starts_with(b"\xff\xd8\xff"), MediaType.JPEG),
)
