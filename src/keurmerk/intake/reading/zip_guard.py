"""Looking at a zip before anything is unpacked: bombs, climbing paths, passwords, archives in archives."""

import zipfile
from pathlib import Path, PurePosixPath

from keurmerk.intake.limits import MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED, MEGABYTE, SUSPECT_UNPACKED
from keurmerk.intake.problems import RefusedError

ENCRYPTED = 0x1
ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".tar", ".xz", ".bz2")
DAMAGED = "Het bestand is beschadigd of niet helemaal aangekomen. Bewaar het opnieuw en probeer het nog eens."


def open_guarded(path: Path) -> zipfile.ZipFile:
    """Open a zip or workbook that is safe to read; refuse every other one with its reason."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        raise RefusedError(DAMAGED) from None
    try:
        guard(archive.infolist())
    except RefusedError:
        archive.close()
        raise
    return archive


def guard(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise RefusedError(
            f"Er zitten {len(members)} bestanden in; ten hoogste {MAX_MEMBERS} worden gelezen."
        )
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED:
        raise RefusedError(
            f"Uitgepakt is dit {unpacked // MEGABYTE} MB; "
            f"ten hoogste {MAX_UNPACKED // MEGABYTE} MB wordt gelezen."
        )
    for member in members:
        guard_member(member)


def guard_member(member: zipfile.ZipInfo) -> None:
    if member.flag_bits & ENCRYPTED:
        raise RefusedError("Het bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf.")
    if climbs(member.filename) or climbs(member.orig_filename):
        raise RefusedError(
            f"In de zip staat een pad dat naar buiten wijst ({member.filename!r}). Maak de zip opnieuw."
        )
    if member.file_size > SUSPECT_UNPACKED and member.file_size > MAX_RATIO * max(member.compress_size, 1):
        raise RefusedError(
            f"'{member.filename}' pakt uit tot meer dan {MAX_RATIO} keer zijn grootte. "
            "Zo'n bestand wordt niet gelezen."
        )


def climbs(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name.split("/", maxsplit=1)[0]


def is_archive(name: str) -> bool:
    return name.casefold().endswith(ARCHIVES)
