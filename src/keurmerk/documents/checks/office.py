"""Word, Excel and OpenDocument files without macros, without another file inside, and from nowhere else."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from keurmerk.documents.checks import archives
from keurmerk.documents.checks.refusal import RefusalError
from keurmerk.documents.enums import MediaType

MACRO_FREE = "Sla het op zonder macro's (als .docx, .xlsx of .odt, of als PDF) en kies het nieuwe bestand."
MACROS = f"bevat macro's: programma's die in het document meelopen. {MACRO_FREE}"
NESTED = "bevat een ander bestand ({name}). Haal het eruit en voeg het zelf als document toe."
REMOTE = "haalt bij het openen iets van internet. Sla het op als PDF en kies het nieuwe bestand."
ENTITIES = f"bevat opdrachten die een programma kunnen laten vastlopen. {archives.SAVE_AGAIN}"
NOT_WHOLE = f"mist onderdelen van een {{what}}-document. {archives.SAVE_AGAIN}"

MACRO_NAMES = re.compile(r"(?i)(^|/)(vbaproject\.bin|vbadata\.xml|macrosheets/|activex/|basic/|scripts/)")
MACRO_TYPE = re.compile(rb"(?i)macroenabled|vbaProject|ms-excel\.(?:intl)?macrosheet")
DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
RELATIONSHIP = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
ACTS_FROM_OUTSIDE = re.compile(rb"/(?:attachedTemplate|oleObject|frame|subDocument)[\"']")
FROM_INTERNET = re.compile(rb"(?i)Target\s*=\s*[\"'](?:https?:|ftp:|mhtml:|file:////|\\\\|//)")
ARCHIVE_STARTS = (
    b"PK\x03\x04",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"MZ",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"%PDF-",
)
"""Archives, programs, the container of embedded objects, and another document."""
CHART_WORKBOOK = re.compile(r"(?i)^(word|xl)/embeddings/[^/]+\.xlsx$")
MAIN_PART = {
    MediaType.DOCX: ("word/document.xml", b"wordprocessingml.document.main+xml"),
    MediaType.XLSX: ("xl/workbook.xml", b"spreadsheetml.sheet.main+xml"),
}


def check_docx(data: bytes) -> None:
    _check_ooxml(data, MediaType.DOCX, archives.Room())


def check_xlsx(data: bytes) -> None:
    _check_ooxml(data, MediaType.XLSX, archives.Room())


def check_odt(data: bytes) -> None:
    declared = b""
    for member in archives.members(data, archives.Room()):
        if member.name == "mimetype":
            declared = member.data
        _check_part(member, _no_workbook)
        if b"<script:event-listener" in member.data:
            raise RefusalError(MACROS)
    if declared != MediaType.ODT.value.encode():
        raise RefusalError(NOT_WHOLE.format(what=MediaType.ODT.label))


def _check_ooxml(data: bytes, media_type: MediaType, room: archives.Room, depth: int = 0) -> None:
    main, declares = MAIN_PART[media_type]
    names, types = set(), b""

    def workbook(member: archives.Member) -> bool:
        """A chart keeps its numbers in a workbook inside: that one is looked into, no deeper."""
        if depth or not CHART_WORKBOOK.match(member.name):
            return False
        _check_ooxml(member.data, MediaType.XLSX, room, depth + 1)
        return True

    for member in archives.members(data, room):
        names.add(member.name)
        if member.name == "[Content_Types].xml":
            types = member.data
        _check_part(member, workbook)
    if MACRO_TYPE.search(types):
        raise RefusalError(MACROS)
    if main not in names or declares not in types:
        raise RefusalError(NOT_WHOLE.format(what=media_type.label))


def _check_part(member: archives.Member, is_workbook: Callable[[archives.Member], bool]) -> None:
    if MACRO_NAMES.search(member.name):
        raise RefusalError(MACROS)
    if member.data.startswith(ARCHIVE_STARTS) and not is_workbook(member):
        raise RefusalError(NESTED.format(name=PurePosixPath(member.name).name))
    ending = PurePosixPath(member.name).suffix.lower()
    if ending in {".xml", ".rels", ".rdf"} and DECLARES.search(member.data):
        raise RefusalError(ENTITIES)
    if ending == ".rels" and any(map(_comes_from_outside, RELATIONSHIP.findall(member.data))):
        raise RefusalError(REMOTE)


def _comes_from_outside(relationship: bytes) -> bool:
    return bool(ACTS_FROM_OUTSIDE.search(relationship) and FROM_INTERNET.search(relationship))


def _no_workbook(_member: archives.Member) -> bool:
    return False
