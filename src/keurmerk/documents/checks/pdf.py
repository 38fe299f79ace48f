"""A PDF that only shows something: no script, no program to start, no file inside, no password.

All its text is searched, not only what its own table of contents points at: readers repair a broken table
each in its own way. Names may be written with escapes and objects may lie packed; both are undone first.
"""

import re
import zlib

from keurmerk.documents.checks import polyglots
from keurmerk.documents.checks.refusal import RefusalError

ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
STREAM = re.compile(rb"\bstream\r?\n")
NUMBERS = re.compile(rb"\s*\d+\s+\d+\s")
FIRST_LOOK = 128
MOST_UNPACKED = 100_000_000
END_LOOKS = 2048
ENDING = rb"(?![A-Za-z0-9_.-])"

SAVE_AGAIN = "Open het, kies ‘Afdrukken’ en dan ‘Opslaan als PDF’, en kies het nieuwe bestand."
NOT_WHOLE = f"is geen hele PDF: het begin of het einde ontbreekt. {SAVE_AGAIN}"
UNREADABLE = f"is zo opgebouwd dat niet te controleren is wat erin zit. {SAVE_AGAIN}"
SECURED = "is beveiligd met een wachtwoord. Sla het zonder beveiliging op en kies het nieuwe bestand."
SCRIPT = f"bevat een script (JavaScript). {SAVE_AGAIN}"
STARTS = f"bevat een opdracht die iets anders opent of start. {SAVE_AGAIN}"
ATTACHED = f"bevat een ander bestand als bijlage. Voeg die bijlage zelf als document toe. {SAVE_AGAIN}"
ACTIVE_FORM = f"bevat een invulformulier of een onderdeel dat zelf iets uitvoert. {SAVE_AGAIN}"
FORBIDDEN = tuple(
    (re.compile(rb"/(?:" + names + rb")" + ENDING), reason)
    for names, reason in (
        (rb"Encrypt", SECURED),
        (rb"JavaScript", SCRIPT),
        (rb"Launch|ImportData|GoToE", STARTS),
        (rb"EmbeddedFiles?", ATTACHED),
        (rb"RichMedia|XFA", ACTIVE_FORM),
    )
)


def check_pdf(data: bytes) -> None:
    if b"startxref" not in data[-END_LOOKS:] or b"%%EOF" not in data[-END_LOOKS:]:
        raise RefusalError(NOT_WHOLE)
    polyglots.refuse_zip_inside(data)
    _search(data)
    room, before = MOST_UNPACKED, 0
    for found in STREAM.finditer(data):
        about = _dictionary(data[before : found.start()])
        before = end = data.find(b"endstream", found.end())
        if end < 0:
            raise RefusalError(NOT_WHOLE)
        contents = memoryview(data)[found.end() : end]
        if b"ObjStm" in about or _begins_as_objects(contents):
            unpacked = _unpacked(contents, about, room)
            room -= len(unpacked)
            _search(unpacked)


def _search(text: bytes) -> None:
    plain = ESCAPE.sub(lambda found: bytes.fromhex(found[1].decode()), text)
    for names, reason in FORBIDDEN:
        if names.search(plain):
            raise RefusalError(reason)


def _dictionary(before: bytes) -> bytes:
    """What stands between the last `obj` and `stream`, with escapes undone."""
    text = before[before.rfind(b"obj") + 1 :]
    return ESCAPE.sub(lambda found: bytes.fromhex(found[1].decode()), text)


def _begins_as_objects(contents: memoryview) -> bool:
    """Packed objects begin with a row of numbers, whatever their dictionary calls them."""
    try:
        start = zlib.decompressobj().decompress(contents[:FIRST_LOOK], FIRST_LOOK)
    except zlib.error:
        return False
    return bool(NUMBERS.match(start))


def _unpacked(contents: memoryview, about: bytes, room: int) -> bytes:
    """The objects of a packed stream. Packed otherwise than every program does, it cannot be looked into."""
    filters = re.findall(rb"/(\w+Decode|Crypt)\b", about)
    if not filters and b"/Filter" not in about:
        return bytes(contents)
    if filters != [b"FlateDecode"] or b"/Predictor" in about:
        raise RefusalError(UNREADABLE)
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(contents, room + 1)
    except zlib.error as error:
        raise RefusalError(UNREADABLE) from error
    if len(unpacked) > room or not unpacker.eof:
        raise RefusalError(UNREADABLE)
    return unpacked
