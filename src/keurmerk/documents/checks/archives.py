"""The zip inside an Office file: unpacked within bounds, so that no bomb goes off here or at a reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from keurmerk.documents.checks import polyglots
from keurmerk.documents.checks.refusal import RefusalError

MOST_MEMBERS = 2_000
MOST_UNPACKED = 200_000_000
SUSPECT_UNPACKED = 20_000_000
MOST_RATIO = 200
"""A part that unpacks to more than the suspect size and more than so many times its own is a bomb."""
AT_ONCE = 1_000_000
PASSWORD_BIT = 0x1
LINK = 0xA000
END_RECORD = 22
"""How long the end of a zip is when no remark follows it."""

SAVE_AGAIN = "Open het, sla het opnieuw op en kies het nieuwe bestand."
DAMAGED = f"is beschadigd of niet helemaal aangekomen. {SAVE_AGAIN}"
PASSWORD = "is beveiligd met een wachtwoord. Sla het zonder wachtwoord op en kies het nieuwe bestand."  # noqa: S105
BOMB = "pakt uit tot veel meer dan een document ooit bevat. Sla de inhoud op als PDF en kies dat bestand."
STRANGE_NAMES = f"bevat onderdelen met namen die buiten het bestand wijzen. {SAVE_AGAIN}"
NOT_ONLY_ZIP = f"bevat gegevens die niet bij het document horen. {SAVE_AGAIN}"


@dataclass(slots=True)
class Room:
    """What may still be unpacked, of a file and all that lies inside it."""

    left: int = MOST_UNPACKED


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    data: bytes


def members(data: bytes, room: Room) -> Iterator[Member]:
    """Every part, really unpacked: the sizes that a zip tells of itself may be lies."""
    polyglots.refuse_pdf_inside(data)
    if data[-END_RECORD:][:4] != b"PK\x05\x06":
        raise RefusalError(NOT_ONLY_ZIP)
    try:
        with ZipFile(BytesIO(data)) as archive:
            found = [info for info in archive.infolist() if not info.is_dir()]
            _check_listing(found, room)
            for info in found:
                yield Member(info.filename, _unpacked(archive, info, room))
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise RefusalError(DAMAGED) from error
    except RuntimeError as error:
        raise RefusalError(PASSWORD) from error


def _check_listing(found: list[ZipInfo], room: Room) -> None:
    if any(info.flag_bits & PASSWORD_BIT for info in found):
        raise RefusalError(PASSWORD)
    if len(found) > MOST_MEMBERS or sum(info.file_size for info in found) > room.left:
        raise RefusalError(BOMB)
    if any(map(_is_suspect, found)):
        raise RefusalError(BOMB)
    if any(info.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for info in found):
        raise RefusalError(DAMAGED)
    names = [info.filename.lower() for info in found]
    if len(set(names)) != len(names) or any(map(_points_outside, found)):
        raise RefusalError(STRANGE_NAMES)


def _is_suspect(info: ZipInfo) -> bool:
    return info.file_size > SUSPECT_UNPACKED and info.file_size > MOST_RATIO * max(1, info.compress_size)


def _points_outside(info: ZipInfo) -> bool:
    # orig_filename: the library cuts a name at its first null byte
    name = info.orig_filename
    parts = name.replace("\\", "/").split("/")
    is_link = (info.external_attr >> 16) & 0xF000 == LINK
    return is_link or ".." in parts or name.startswith(("/", "\\")) or ":" in name or "\x00" in name


def _unpacked(archive: ZipFile, info: ZipInfo, room: Room) -> bytes:
    parts = []
    with archive.open(info) as source:
        while part := source.read(AT_ONCE):
            room.left -= len(part)
            if room.left < 0:
                raise RefusalError(BOMB)
            parts.append(part)
    return b"".join(parts)
