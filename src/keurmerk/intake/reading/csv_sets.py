"""A set of CSV files, in a folder or in a zip: one file per table."""

import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from keurmerk.intake.problems import Problem, RefusedError
from keurmerk.intake.reading.csv_files import read_csv
from keurmerk.intake.reading.delivery import Delivery, Progress
from keurmerk.intake.reading.zip_guard import DAMAGED, is_archive

TWICE = "Twee bestanden heten zo (hoofdletters tellen niet mee). Voeg ze samen of verwijder er een."
UNREADABLE = "Dit bestand kan niet gelezen worden. Sluit het in Excel en controleer de rechten."
NO_CSV = "Er staan geen CSV-bestanden in. Verwacht: cursisten.csv, trajecten.csv, enzovoort."
SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
OPEN_DOCUMENT = "META-INF/manifest.xml"
ADDED_BY_MAC = ("__MACOSX/", "._")


@dataclass(frozen=True, slots=True)
class File:
    """One CSV file: its name without suffix, its size, and how to open it."""

    title: str
    size: int
    open: Callable[[], IO[bytes]]


def read_folder(folder: Path, progress: Progress) -> Delivery:
    try:
        paths = sorted(folder.iterdir())
        files = [csv_of(path) for path in paths if path.suffix.casefold() == ".csv"]
    except OSError:
        raise RefusedError(
            f"De map '{folder.name}' kan niet gelezen worden. Controleer de rechten."
        ) from None
    if not files and any(path.suffix.casefold() in SPREADSHEETS for path in paths):
        raise RefusedError(f"In de map '{folder.name}' staat een werkmap. Geef de werkmap zelf op.")
    return read_files(files, progress)


def csv_of(path: Path) -> File:
    return File(path.stem, path.stat().st_size, lambda: path.open("rb"))


def read_zip(archive: zipfile.ZipFile, progress: Progress) -> Delivery:
    if OPEN_DOCUMENT in archive.namelist():
        raise RefusedError("Dit is een OpenDocument-bestand (.ods). Bewaar het als Excel-werkmap (.xlsx).")
    members = [member for member in archive.infolist() if not member.is_dir() and of_school(member.filename)]
    for member in members:
        refuse_packed(member.filename)
    return read_files(
        [
            File(PurePosixPath(member.filename).stem, member.file_size, opener(archive, member))
            for member in members
            if member.filename.casefold().endswith(".csv")
        ],
        progress,
    )


def opener(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
    return lambda: archive.open(member)


def of_school(name: str) -> bool:
    return not name.startswith(ADDED_BY_MAC) and not PurePosixPath(name).name.startswith(ADDED_BY_MAC)


def refuse_packed(name: str) -> None:
    if is_archive(name):
        raise RefusedError(f"In de zip zit een andere zip ({name}). Lever één zip met CSV-bestanden.")
    if name.casefold().endswith(SPREADSHEETS):
        raise RefusedError(f"In de zip zit een werkmap ({name}). Lever de werkmap zelf in, zonder zip.")


def read_files(files: list[File], progress: Progress) -> Delivery:
    if not files:
        raise RefusedError(NO_CSV)
    delivery = Delivery()
    total = sum(file.size for file in files)
    done = 0
    for file in files:
        progress(file.title, done, total)
        take_file(file, delivery)
        done += file.size
    progress("gelezen", done, total)
    return delivery


def take_file(file: File, delivery: Delivery) -> None:
    table = delivery.claim(file.title, TWICE)
    if table is None:
        return
    try:
        with file.open() as stream:
            delivery.tables[table.name] = read_csv(stream, table, file.size)
    except RefusedError as error:
        delivery.refuse(error, table)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        delivery.problems.append(Problem(table.name, None, None, None, DAMAGED))
    except OSError:
        delivery.problems.append(Problem(table.name, None, None, None, UNREADABLE))
