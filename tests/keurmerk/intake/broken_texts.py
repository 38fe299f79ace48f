"""Deliveries whose CSV files cannot be read, or whose columns are wrong."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.keurmerk.intake.broken_cells import folder_case
from tests.keurmerk.intake.case import Case
from tests.keurmerk.intake.small_dossier import (
    Files,
    small_dossier,
    with_cells,
    write_folder,
    write_workbook,
)

TWO_GIGABYTES = 2 * 1024**3


def renamed(table: str, column: str, name: str) -> Files:
    files = small_dossier()
    header = files[table][0]
    header[header.index(column)] = name
    return files


def without_column(table: str, column: str) -> Files:
    files = small_dossier()
    place = files[table][0].index(column)
    for row in files[table]:
        del row[place]
    return files


def without_table(table: str) -> Files:
    files = small_dossier()
    del files[table]
    return files


def longer_row() -> Files:
    files = small_dossier()
    files["docenten"][1] += ["", "nog iets"]
    return files


def lower_header() -> Files:
    files = small_dossier()
    files["docenten"].insert(0, [""])
    return files


def replaced(name: str, content: bytes) -> Callable[[Path], Path]:
    """A good folder in which one file holds these bytes."""

    def write(folder: Path) -> Path:
        path = write_folder(small_dossier(), folder / "dossier")
        (path / name).write_bytes(content)
        return path

    return write


def csv_case(name: str, file: str, content: bytes, says: str, **options: Any) -> Case:
    return Case(name=name, write=replaced(file, content), table=file.partition(".")[0], says=says, **options)


def hole_of_two_gigabytes(folder: Path) -> Path:
    path = write_folder(small_dossier(), folder / "dossier")
    os.truncate(path / "lessen.csv", TWO_GIGABYTES)
    return path


def only_a_csv_file(folder: Path) -> Path:
    return write_folder(small_dossier(), folder / "dossier") / "cursisten.csv"


def workbook_in_a_folder(folder: Path) -> Path:
    return write_workbook(small_dossier(), folder / "dossier" / "dossier.xlsx").parent


def windows_folder(folder: Path) -> Path:
    files = with_cells("lessen", {"groep": "Café één"})
    return write_folder(files, folder / "dossier", encoding="cp1252")


TEXT_CASES: tuple[Case, ...] = (
    Case(name="Windows-1252", write=windows_folder, table="lessen", says="geen UTF-8"),
    csv_case("UTF-16", "docenten.csv", "docent_id,naam\nD001,D. Ocent\n".encode("utf-16"), "UTF-16"),
    csv_case("tabs", "docenten.csv", b"docent_id\tnaam\nD001\tD. Ocent\n", "gescheiden met tabs", row=1),
    csv_case("an open quote", "docenten.csv", b'docent_id,naam\nD001,"D. Ocent\n', "niet gesloten", row=2),
    csv_case(
        "text after a quote", "docenten.csv", b'docent_id,naam\nD001,"D." O\n', "aanhalingsteken", row=2
    ),
    csv_case(
        "an endless cell",
        "docenten.csv",
        b"docent_id,naam\nD001," + b"x" * 140_000 + b"\n",
        "langer dan",
        row=2,
    ),
    csv_case("a picture named .csv", "docenten.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "geen tekstbestand"),
    csv_case("a zip named .csv", "docenten.csv", b"PK\x03\x04 and more", "naam van een CSV-bestand"),
    csv_case("an empty file", "lessen.csv", b"", "Rij 1 is leeg", row=1, column="les_id"),
    Case(
        name="a CSV of 2 GB",
        write=hole_of_two_gigabytes,
        table="lessen",
        says="2147 MB groot; ten hoogste 200 MB",
        upload=False,
    ),
    Case(
        name="two files for one table",
        write=replaced("Docenten.CSV", b"docent_id,naam\nD001,D. Ocent\n"),
        table="docenten",
        says="Twee bestanden heten zo",
    ),
    Case(name="one CSV file", write=only_a_csv_file, says="Dit is één CSV-bestand"),
    Case(
        name="a workbook in a folder",
        write=workbook_in_a_folder,
        says="Geef de werkmap zelf op",
        upload=False,
    ),
    Case(
        name="a path to nothing", write=lambda folder: folder / "weg", says="Er is geen bestand", upload=False
    ),
    folder_case(
        "a required table missing",
        lambda: without_table("trajecten"),
        ("trajecten", None, None),
        "Tabel trajecten ontbreekt",
    ),
    folder_case(
        "a required column missing",
        lambda: without_column("lessen", "vorm"),
        ("lessen", 1, "vorm"),
        "De verplichte kolom vorm ontbreekt",
    ),
    folder_case(
        "a column in English",
        lambda: renamed("lessen", "groep", "Group"),
        ("lessen", 1, "groep"),
        "Kolom 'Group' lijkt erop: noem die groep",
    ),
    folder_case(
        "a column in capitals",
        lambda: renamed("cursisten", "verblijf", "VERBLIJF"),
        ("cursisten", 1, "verblijf"),
        "Kolom 'VERBLIJF' lijkt erop",
    ),
    folder_case(
        "a column named twice",
        lambda: renamed("lessen", "vestiging", "datum"),
        ("lessen", 1, "datum"),
        "meer dan één keer",
    ),
    folder_case("a cell beyond the columns", longer_row, ("docenten", 2, "D"), "rechts van de laatste kolom"),
    folder_case("names in row 2", lower_header, ("docenten", 1, "docent_id"), "Rij 1 is leeg"),
)
