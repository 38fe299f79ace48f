"""Opening what was delivered: a folder of CSV files, a zip of them, or a workbook."""

import zipfile
import zlib
from pathlib import Path

from keurmerk.intake.problems import RefusedError
from keurmerk.intake.reading.csv_sets import read_folder, read_zip
from keurmerk.intake.reading.delivery import Delivery, Progress
from keurmerk.intake.reading.workbook.tables import Advance, read_workbook
from keurmerk.intake.reading.workbook.xml import DamagedError
from keurmerk.intake.reading.zip_guard import DAMAGED, open_guarded

FORMS = "Lever een map met CSV-bestanden, een zip daarvan, of een Excel-werkmap (.xlsx)."
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_WORKBOOK = "EncryptedPackage".encode("utf-16-le")
WHERE_NAMES_STAND = 4_000_000
CONTENT_TYPES = "[Content_Types].xml"
DAMAGE = (DamagedError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)


def open_delivery(path: Path, progress: Progress) -> Delivery:
    """Read every table as text; raise `RefusedError` when the whole cannot be read."""
    if not path.exists():
        raise RefusedError(f"Er is geen bestand of map '{path.name}'. {FORMS}")
    if path.is_dir():
        return read_folder(path, progress)
    if not path.is_file():
        raise RefusedError(f"'{path.name}' is geen gewoon bestand. {FORMS}")
    if zipfile.is_zipfile(path):
        return read_packed(path, progress)
    raise RefusedError(why_no_zip(path))


def why_no_zip(path: Path) -> str:
    """Say what a file that should have been a workbook or zip really is."""
    with path.open("rb") as stream:
        head = stream.read(WHERE_NAMES_STAND)
    if head.startswith(OLD_EXCEL):
        if ENCRYPTED_WORKBOOK in head:
            return "De werkmap is met een wachtwoord beveiligd. Haal het wachtwoord eraf en bewaar opnieuw."
        return "Dit is een oud Excel-bestand (.xls). Bewaar het als Excel-werkmap (.xlsx)."
    if head.startswith(b"PK"):
        return DAMAGED
    if not head:
        return f"Het bestand is leeg. {FORMS}"
    if path.suffix.casefold() == ".csv":
        return "Dit is één CSV-bestand. Lever de map of een zip met alle tabellen in."
    return f"Dit is geen Excel-werkmap (.xlsx) en geen zip. {FORMS}"


def read_packed(path: Path, progress: Progress) -> Delivery:
    with open_guarded(path) as archive:
        try:
            if CONTENT_TYPES in archive.namelist():
                return read_workbook(archive, counted(progress, archive))
            return read_zip(archive, progress)
        except DAMAGE:
            raise RefusedError(DAMAGED) from None


def counted(progress: Progress, archive: zipfile.ZipFile) -> Advance:
    """Turn pieces read into a share of the whole."""
    total = sum(member.file_size for member in archive.infolist())
    done = 0

    def advance(label: str, size: int) -> None:
        nonlocal done
        done += size
        progress(label, done, total)

    return advance
