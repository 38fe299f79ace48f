"""The rows of a dossier as they are kept for years: Parquet per table, and a hash over what they say.

Pure: needs no database, so that a receipt can be checked anywhere.
"""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import polars as pl
from polars.exceptions import PanicException, PolarsError

from keurmerk.intake.frames import TYPES
from keurmerk.intake.schema import TABLES, Table
from keurmerk.results.canonical import tables_hash
from rulebook.norms.dossier import Dossier

FORM = "keurmerk-snapshot-1"
"""Of the text that is hashed; another way of writing it is another form."""

ENDING = ".parquet"
NO_TIME = (1980, 1, 1, 0, 0, 0)
BY_FIELD = {table.field: table for table in TABLES}


class SnapshotError(ValueError):
    """These files are not a snapshot; the message is Dutch."""


def snapshot_hash(dossier: Dossier) -> str:
    return tables_hash(dossier.tables, FORM)


def write_snapshot(dossier: Dossier, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in snapshot_files(dossier).items():
        (folder / name).write_bytes(data)


def read_snapshot(folder: Path) -> Dossier:
    """Raises SnapshotError for anything that is not exactly the tables of the schema."""
    try:
        return dossier_of({path.name: path.read_bytes() for path in sorted(folder.iterdir())})
    except OSError as error:
        raise SnapshotError(f"De map {folder.name} met de momentopname is niet te lezen.") from error


def snapshot_files(dossier: Dossier) -> dict[str, bytes]:
    """The file of every table by its name."""
    return {f"{name}{ENDING}": parquet(frame) for name, frame in sorted(dossier.tables.items())}


def dossier_of(files: Mapping[str, bytes]) -> Dossier:
    tables: dict[str, pl.DataFrame] = {}
    for filename, data in files.items():
        table = BY_FIELD.get(filename.removesuffix(ENDING))
        if table is None or not filename.endswith(ENDING):
            raise SnapshotError(f"{filename} hoort niet in een momentopname.")
        tables[table.field] = in_schema(table, from_parquet(filename, data))
    return Dossier(tables)


def in_schema(table: Table, frame: pl.DataFrame) -> pl.DataFrame:
    expected = {column.field: TYPES[column.kind] for column in table.judged()}
    if dict(frame.schema) != expected:
        raise SnapshotError(f"De kolommen van {table.name} zijn niet die van een dossier.")
    return frame.select(list(expected))


def parquet(frame: pl.DataFrame) -> bytes:
    out = BytesIO()
    frame.write_parquet(out)
    return out.getvalue()


def from_parquet(filename: str, data: bytes) -> pl.DataFrame:
    try:
        return pl.read_parquet(BytesIO(data), use_pyarrow=False)
    except (PolarsError, PanicException, OSError) as error:
        raise SnapshotError(f"{filename} is beschadigd.") from error


def packed(files: Mapping[str, bytes]) -> bytes:
    """All files in one zip, for the store and for downloads; the same files give the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, NO_TIME), files[name])
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Only for what `packed` made itself; a zip from outside goes through intake's guard first."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
