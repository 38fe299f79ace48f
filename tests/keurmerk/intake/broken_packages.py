"""Workbooks and zips that are broken, hostile, or hold what may not be read."""

import struct
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from keurmerk.intake.example import EXAMPLE_MARK
from tests.keurmerk.intake.case import Case
from tests.keurmerk.intake.small_dossier import small_dossier, with_cells, write_folder, write_workbook

DOCTYPE = b'<!DOCTYPE x [<!ENTITY lol "lol"><!ENTITY laugh "&lol;&lol;&lol;">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MEGABYTE = 1_000_000


def good_workbook(folder: Path) -> Path:
    return write_workbook(small_dossier(), folder / "dossier.xlsx")


def with_part(name: str, content: bytes = b"") -> Callable[[Path], Path]:
    """A good workbook with one part more."""

    def write(folder: Path) -> Path:
        path = good_workbook(folder)
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        return path

    return write


def edited(change: Callable[[Any], None]) -> Callable[[Path], Path]:
    """A good workbook, changed as somebody would change it in a spreadsheet program."""

    def write(folder: Path) -> Path:
        path = good_workbook(folder)
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(path)
        return path

    return write


def rewritten(part: str, change: Callable[[bytes], bytes]) -> Callable[[Path], Path]:
    """A good workbook in which the bytes of one part are changed."""

    def write(folder: Path) -> Path:
        path = good_workbook(folder)
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts[part] = change(parts[part])
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return path

    return write


def plain(name: str, content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name
        path.write_bytes(content)
        return path

    return write


def zipped(members: dict[str, bytes], *, with_tables: bool = True) -> Callable[[Path], Path]:
    """A zip of the good CSV files and these members."""

    def write(folder: Path) -> Path:
        tables = write_folder(small_dossier(), folder / "csv")
        path = folder / "dossier.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(tables.iterdir()) if with_tables else ():
                archive.write(file, file.name)
            for name, content in members.items():
                archive.writestr(name, content)
        return path

    return write


def truncated(folder: Path) -> Path:
    path = good_workbook(folder)
    path.write_bytes(path.read_bytes()[:3000])
    return path


def flipped(folder: Path) -> Path:
    """A zip in which one byte of a stored CSV file changed on the way."""
    path = folder / "dossier.zip"
    tables = write_folder(small_dossier(), folder / "csv")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(tables.iterdir()):
            archive.write(file, file.name)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"D. Ocent", b"D. Ocemt", 1))
    return path


def patched(
    write: Callable[[Path], Path], offset: int, form: str, change: Callable[[int], int]
) -> Callable[[Path], Path]:
    """A package whose directory says something else about its first member than the truth."""

    def write_patched(folder: Path) -> Path:
        path = write(folder)
        content = bytearray(path.read_bytes())
        with zipfile.ZipFile(path) as archive:
            place = archive.start_dir + offset
        (value,) = struct.unpack_from(form, content, place)
        struct.pack_into(form, content, place, change(value))
        path.write_bytes(content)
        return path

    return write_patched


def locked(write: Callable[[Path], Path]) -> Callable[[Path], Path]:
    return patched(write, 8, "<H", lambda flags: flags | 1)


def claiming(write: Callable[[Path], Path], size: int) -> Callable[[Path], Path]:
    return patched(write, 24, "<I", lambda _: size)


def bomb(size: int, count: int) -> dict[str, bytes]:
    return {f"extra{number}.txt": bytes(size) for number in range(count)}


def two_sheets_alike(content: bytes) -> bytes:
    return content.replace(b'name="vogs"', b'name="Lessen"')


def binary(content: bytes) -> bytes:
    return content.replace(b"xl/workbook.xml", b"xl/workbook.bin")


def without_sheets(content: bytes) -> bytes:
    return content.replace(b"<sheet ", b"<page ")


def show_percent(book: Any) -> None:
    cell = book["parameters"].cell(2, 3, 0.75)
    cell.number_format = "0%"


def cells_of(table: str, **cells: Any) -> Callable[[Path], Path]:
    return lambda folder: write_workbook(with_cells(table, cells), folder / "dossier.xlsx")


def marked_row(book: Any) -> None:
    sheet = book["docenten"]
    sheet.cell(2, 3, EXAMPLE_MARK)
    sheet.cell(2, 2, "Een eigen docent")


def hide(book: Any) -> None:
    book["lessen"].sheet_state = "hidden"


def formula_elsewhere(book: Any) -> None:
    book.create_sheet("Overzicht")["B2"] = "=SUM(A1:A3)"


def beyond_everything(book: Any) -> None:
    book["docenten"]["XFD1048576"] = "ver weg"


PACKAGE_CASES: tuple[Case, ...] = (
    Case(
        name="a formula",
        write=cells_of("facturen", uren="=1+1"),
        table="facturen",
        row=2,
        column="uren",
        says="Hier staat een formule",
    ),
    Case(name="a formula on another sheet", write=edited(formula_elsewhere), says="Blad 'Overzicht'"),
    Case(name="macros", write=with_part("xl/vbaProject.bin", OLE), says="macro's"),
    Case(
        name="an external link",
        write=with_part("xl/externalLinks/externalLink1.xml"),
        says="andere werkmappen",
    ),
    Case(name="a data connection", write=with_part("xl/connections.xml"), says="andere gegevensbronnen"),
    Case(
        name="an embedded file", write=with_part("xl/embeddings/oleObject1.bin"), says="ingesloten bestanden"
    ),
    Case(
        name="a password on the workbook",
        write=plain("dossier.xlsx", OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)),
        says="wachtwoord",
    ),
    Case(name="an old workbook", write=plain("dossier.xls", OLE + bytes(1024)), says="oud Excel-bestand"),
    Case(
        name="an OpenDocument workbook",
        write=zipped({"mimetype": b"x", "META-INF/manifest.xml": b"<x/>"}, with_tables=False),
        says="(.ods)",
    ),
    Case(name="a binary workbook", write=rewritten("_rels/.rels", binary), says="(.xlsb)"),
    Case(name="a text document", write=rewritten("xl/workbook.xml", without_sheets), says="geen bladen"),
    Case(name="half a workbook", write=truncated, says="beschadigd"),
    Case(
        name="no workbook at all",
        write=plain("dossier.xlsx", b"Beste Keurmerk, hierbij"),
        says="geen Excel-werkmap",
    ),
    Case(name="nothing at all", write=plain("dossier.xlsx", b""), says="Het bestand is leeg"),
    Case(
        name="merged cells",
        write=edited(lambda book: book["lessen"].merge_cells("B2:C2")),
        table="lessen",
        row=2,
        column="groep",
        says="samengevoegd",
    ),
    Case(name="a hidden sheet", write=edited(hide), table="lessen", says="verborgen"),
    Case(
        name="two sheets for one table",
        write=rewritten("xl/workbook.xml", two_sheets_alike),
        table="lessen",
        says="Twee bladen heten zo",
    ),
    Case(
        name="an error of Excel",
        write=edited(lambda book: book["docenten"].cell(2, 2, "#N/A")),
        table="docenten",
        row=2,
        column="naam",
        says="foutmelding van Excel",
    ),
    Case(
        name="an id that Excel rounded",
        write=cells_of("klachten", klacht_id=12345678901234567890),
        table="klachten",
        row=2,
        column="klacht_id",
        says="afgerond",
    ),
    Case(
        name="a number in a date column",
        write=cells_of("vogs", datum=45474),
        table="vogs",
        row=2,
        column="datum",
        says="Maak de cel in Excel op als Datum",
    ),
    Case(
        name="a date cell with a time",
        write=cells_of("vogs", datum=datetime(2025, 3, 31, 14, 5)),  # noqa: DTZ001
        table="vogs",
        row=2,
        column="datum",
        says="Er staat een tijd bij de datum",
    ),
    Case(
        name="a percentage",
        write=edited(show_percent),
        table="parameters",
        row=2,
        column="waarde",
        says="procentteken",
    ),
    Case(
        name="a date cell in a number column",
        write=cells_of("facturen", uren=date(2025, 1, 2)),
        table="facturen",
        row=2,
        column="uren",
        says="Geen getal",
    ),
    Case(
        name="a far cell",
        write=edited(beyond_everything),
        table="docenten",
        row=1_048_576,
        column="XFD",
        says="rechts van de laatste kolom",
    ),
    Case(
        name="own data under the mark of the example",
        write=edited(marked_row),
        table="docenten",
        row=2,
        column="C",
        says="merkteken van de voorbeeldrij",
    ),
    Case(
        name="a document type",
        write=rewritten(
            "xl/workbook.xml", lambda part: part.replace(b"<workbook", DOCTYPE + b"<workbook", 1)
        ),
        says="documenttype",
    ),
    Case(
        name="broken XML",
        write=rewritten("xl/worksheets/sheet1.xml", lambda part: part[: len(part) // 2]),
        says="beschadigd",
    ),
    Case(name="a bomb that packs small", write=zipped(bomb(21 * MEGABYTE, 1)), says="250 keer zijn grootte"),
    Case(name="more than 200 MB", write=claiming(zipped({}), 201 * MEGABYTE), says="ten hoogste 200 MB"),
    Case(
        name="a workbook of more than 200 MB",
        write=claiming(good_workbook, 201 * MEGABYTE),
        says="ten hoogste 200 MB",
    ),
    Case(name="too many files", write=zipped(bomb(1, 2001)), says="ten hoogste 2000"),
    Case(
        name="a path that climbs out", write=zipped({"../../cursisten.csv": b"x"}), says="naar buiten wijst"
    ),
    Case(name="a path from the root", write=zipped({"/etc/cursisten.csv": b"x"}), says="naar buiten wijst"),
    Case(name="a zip in the zip", write=zipped({"meer.zip": b"PK"}), says="andere zip (meer.zip)"),
    Case(
        name="a workbook in the zip", write=zipped({"dossier.xlsx": b"PK"}), says="een werkmap (dossier.xlsx)"
    ),
    Case(
        name="a zip without tables",
        write=zipped({"lees.txt": b"x"}, with_tables=False),
        says="geen CSV-bestanden",
    ),
    Case(name="a password on the zip", write=locked(zipped({})), says="wachtwoord"),
    Case(name="a byte lost on the way", write=flipped, table="docenten", says="beschadigd"),
)
