"""The skeleton of a workbook: its sheets in order, where their parts lie, and what makes it unsafe."""

import posixpath
import zipfile
from dataclasses import dataclass

from keurmerk.intake.problems import RefusedError
from keurmerk.intake.reading.workbook.xml import DamagedError, attribute, local, walk

UNSAFE_PARTS = {
    "vbaproject.bin": "macro's. Bewaar de werkmap als gewone Excel-werkmap (.xlsx)",
    "/macrosheets/": "macro's. Bewaar de werkmap als gewone Excel-werkmap (.xlsx)",
    "/activex/": "besturingselementen. Haal ze eruit",
    "/externallinks/": "koppelingen naar andere werkmappen. Verbreek ze (Gegevens, Koppelingen bewerken)",
    "/querytables/": "koppelingen naar andere gegevensbronnen. Verwijder ze",
    "xl/connections.xml": "koppelingen naar andere gegevensbronnen. Verwijder ze",
    "/embeddings/": "ingesloten bestanden. Haal ze eruit",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Book:
    sheets: tuple[Sheet, ...]
    strings: str | None
    styles: str | None
    from_1904: bool


def refuse_unsafe(archive: zipfile.ZipFile) -> None:
    for name in archive.namelist():
        for part, reason in UNSAFE_PARTS.items():
            if part in f"/{name.casefold()}":
                raise RefusedError(f"In de werkmap staan {reason}.")


def read_book(archive: zipfile.ZipFile) -> Book:
    main = next((part for kind, part in relations(archive, "").values() if kind == "officeDocument"), None)
    if main is not None and main.endswith(".bin"):
        raise RefusedError("Dit is een binaire werkmap (.xlsb). Bewaar hem als Excel-werkmap (.xlsx).")
    if main is None or main not in archive.namelist():
        raise DamagedError
    targets = relations(archive, main)
    listed: list[dict[str, str]] = []
    from_1904 = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal from_1904
        match local(name):
            case "sheet":
                listed.append(attributes)
            case "workbookPr":
                from_1904 = attributes.get("date1904", "0") in ("1", "true")

    with archive.open(main) as stream:
        for _ in walk(stream, start):
            pass
    if not listed:
        raise RefusedError("Dit is geen Excel-werkmap: er staan geen bladen in. Bewaar hem als .xlsx.")
    parts = {kind: part for kind, part in targets.values() if part in archive.namelist()}
    return Book(
        sheets=tuple(sheet for entry in listed if (sheet := found_sheet(entry, targets))),
        strings=parts.get("sharedStrings"),
        styles=parts.get("styles"),
        from_1904=from_1904,
    )


def found_sheet(entry: dict[str, str], targets: dict[str, tuple[str, str]]) -> Sheet | None:
    kind, part = targets.get(attribute(entry, "id") or "", ("", ""))
    if kind != "worksheet":
        return None
    return Sheet(entry.get("name", ""), part, entry.get("state", "visible") != "visible")


def relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Give, by relation id, the kind and the part that another part points to."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in archive.namelist():
        raise DamagedError
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = attributes.get("Target", "")
            place = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[attributes.get("Id", "")] = (kind, posixpath.normpath(place))

    with archive.open(path) as stream:
        for _ in walk(stream, start):
            pass
    return found
