"""Broken deliveries: each is a file or folder with one thing wrong, and what must be said about it.

`CASES` is for every door: the command line and the browser must both give these messages.
"""

import zipfile
from pathlib import Path

from tests.keurmerk.intake.broken_cells import CELL_CASES
from tests.keurmerk.intake.broken_packages import PACKAGE_CASES
from tests.keurmerk.intake.broken_texts import TEXT_CASES
from tests.keurmerk.intake.case import Case

CASES: tuple[Case, ...] = (*CELL_CASES, *TEXT_CASES, *PACKAGE_CASES)
UPLOADS: tuple[Case, ...] = tuple(case for case in CASES if case.upload)
"""The cases that a school can send through a browser."""


def upload_of(case: Case, folder: Path) -> Path:
    """Write the case as the one file that a browser sends: a folder becomes a zip."""
    path = case.write(folder)
    if not path.is_dir():
        return path
    packed = folder / "dossier.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(path.iterdir()):
            archive.write(file, file.name)
    return packed
