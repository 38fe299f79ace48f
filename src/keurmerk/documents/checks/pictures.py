"""Pictures that are whole, and nothing but a picture."""

import struct
import zlib

from keurmerk.documents.checks import polyglots
from keurmerk.documents.checks.refusal import RefusalError

PNG_START = 8
MOST_PIXELS = 100_000_000
"""Five times a good camera; what unpacks to more is meant to choke a program."""
DAMAGED = "is geen hele afbeelding. Open de afbeelding, sla haar opnieuw op en kies het nieuwe bestand."
TOO_MANY_PIXELS = "is een veel te grote afbeelding ({width} bij {height} punten). Sla haar kleiner op."
STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers of a JPEG that have no length."""
START_OF_FRAME = frozenset(set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC})
START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9


def check_png(data: bytes) -> None:
    """Chunk by chunk to its end, each with its check sum; nothing may follow."""
    at, first = PNG_START, True
    while True:
        if at + 12 > len(data):
            raise RefusalError(DAMAGED)
        (length,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        end = at + 12 + length
        if end > len(data) or struct.unpack_from(">I", data, end - 4)[0] != zlib.crc32(name + body):
            raise RefusalError(DAMAGED)
        if first != (name == b"IHDR") or (first and length != 13):  # noqa: PLR2004 (its size in the standard)
            raise RefusalError(DAMAGED)
        if first:
            _check_pixels(*struct.unpack_from(">II", body))
        at, first = end, False
        if name == b"IEND":
            break
    if at != len(data):
        raise RefusalError(DAMAGED)
    _nothing_else(data)


def check_jpeg(data: bytes) -> None:
    """Marker by marker to the picture itself. What telephones put behind it may stay."""
    at, seen = 2, False
    while True:
        marker, at = _marker(data, at)
        if marker in STANDALONE:
            continue
        length = _length(data, at)
        if marker in START_OF_FRAME:
            height, width = struct.unpack_from(">HH", data, at + 3)
            _check_pixels(width, height)
            seen = True
        at += length
        if marker == START_OF_SCAN:
            break
    if not seen or b"\xff\xd9" not in data[at:]:
        raise RefusalError(DAMAGED)
    _nothing_else(data)


def _marker(data: bytes, at: int) -> tuple[int, int]:
    if data[at : at + 1] != b"\xff":
        raise RefusalError(DAMAGED)
    while data[at : at + 1] == b"\xff":
        at += 1
    if at >= len(data) or data[at] == END_OF_IMAGE:
        raise RefusalError(DAMAGED)
    return data[at], at + 1


def _length(data: bytes, at: int) -> int:
    shortest = 2
    if at + 7 > len(data):
        raise RefusalError(DAMAGED)
    (length,) = struct.unpack_from(">H", data, at)
    if length < shortest or at + length > len(data):
        raise RefusalError(DAMAGED)
    return int(length)


def _check_pixels(width: int, height: int) -> None:
    if not width or not height:
        raise RefusalError(DAMAGED)
    if width * height > MOST_PIXELS:
        raise RefusalError(TOO_MANY_PIXELS.format(width=width, height=height))


def _nothing_else(data: bytes) -> None:
    polyglots.refuse_pdf_inside(data)
    polyglots.refuse_zip_inside(data)
    polyglots.refuse_markup_inside(data)
