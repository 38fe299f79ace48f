"""Reading what holds names of persons: every opening is a line in the journal, written before it is given.

Raise GoneError (Dutch) when the retention date has come.
"""

import json
from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from keurmerk.intake.error_workbook import write_error_workbook
from keurmerk.intake.problems import Problem
from keurmerk.intake.reading import read_dossier
from keurmerk.journal import service as journal
from keurmerk.journal.party import Party, Recordable
from keurmerk.journal.unit import journaled
from keurmerk.results.enums import FileKind
from keurmerk.results.models import Upload
from keurmerk.results.snapshot import ENDING, from_parquet, unpacked
from keurmerk.results.storage import contents_of, in_the_clear, kept_file


def open_original(upload: Upload, *, opened_by: Party | Recordable, ground: str = "") -> bytes:
    """The file as the school sent it."""
    return _open(upload, FileKind.ORIGINAL, opened_by, ground)


def open_problems(upload: Upload, *, opened_by: Party | Recordable, ground: str = "") -> tuple[Problem, ...]:
    """All errors with their values, in the order of the tables."""
    told = json.loads(_open(upload, FileKind.PROBLEMS, opened_by, ground))
    return tuple(
        Problem(line["tabel"], line["rij"], line["kolom"], line["waarde"], line["melding"]) for line in told
    )


def open_error_workbook(upload: Upload, *, opened_by: Party | Recordable, ground: str = "") -> bytes:
    """The school's own rows as .xlsx with a column of errors."""
    problems = open_problems(upload, opened_by=opened_by, ground=ground)
    original = open_original(upload, opened_by=opened_by, ground=ground)
    with in_the_clear(original, upload.filename or "dossier") as path:
        read = read_dossier(path, from_school=True)
        book = path.with_name("errors.xlsx")
        write_error_workbook(replace(read, problems=problems), book)
        return book.read_bytes()


def open_personal(
    upload: Upload, *, opened_by: Party | Recordable, ground: str
) -> Mapping[str, pl.DataFrame]:
    """Names and contact data per table (English names), with the key of each row."""
    files = unpacked(_open(upload, FileKind.PERSONAL, opened_by, ground))
    return {name.removesuffix(ENDING): from_parquet(name, data) for name, data in files.items()}


def _open(upload: Upload, kind: FileKind, opened_by: Party | Recordable, ground: str) -> bytes:
    file = kept_file(upload, kind)
    with journaled():
        journal.record(
            actor=opened_by,
            kind="upload.opened",
            subject=upload,
            payload={"what": kind.value, "sha256": file.sha256},
            ground=ground,
        )
    return contents_of(file)
