"""Uploads of a small school, in any state a test needs."""

import random
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from keurmerk.assessments import service as assessments
from keurmerk.assessments.models import Assessment
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.models import School
from keurmerk.results import service
from keurmerk.results.models import Upload
from rulebook.kernel.period import MeasuringPeriod
from tests.factories.organisations import make_school
from tests.generators.columns import Tables
from tests.generators.files import read_csv_folder, write_xlsx

EXAMPLE = Path(__file__).parents[1] / "examples" / "dossiers" / "9001"
PERIOD = MeasuringPeriod.starting(date(2025, 1, 1))
SCHEME_TABLES = {"tevredenheid", "parameters"}


def small_tables(school: School, **changed: list[dict[str, str]]) -> Tables:
    """The rows of the contract's second example, as this school would deliver them."""
    tables = read_csv_folder(EXAMPLE)
    for table in SCHEME_TABLES:
        del tables[table]
    tables["organisatie"][0] |= {
        "kvk_nummer": school.kvk_number,
        "keurmerk": school.certificate,
        "zzp": "ja" if school.self_employed else "nee",
        "oval_lid": "ja" if school.oval_member else "nee",
    }
    return {**tables, **changed}


def workbook(tables: Tables, **spelling: Any) -> bytes:
    with TemporaryDirectory() as folder:
        return write_xlsx(tables, Path(folder) / "dossier.xlsx", **spelling).read_bytes()


def shuffled_workbook(tables: Tables, seed: int = 1) -> bytes:
    """The same rows in another order and other columns first."""
    return workbook(tables, rng=random.Random(seed), date_cells=True)


def receive(school: School | None = None, data: bytes | None = None, **given: Any) -> Upload:
    """A new upload of the small dossier, not checked yet."""
    school = school or make_school()
    data = workbook(small_tables(school)) if data is None else data
    asked = {"period": PERIOD, "filename": "dossier.xlsx", "size": len(data), "uploaded_by": SYSTEM, **given}
    return service.receive(school=school, content=BytesIO(data), **asked).upload


def make_checked(school: School | None = None, data: bytes | None = None, **given: Any) -> Upload:
    """An upload whose check has ended, in whatever state that left it."""
    upload = receive(school, data, **given)
    assessments.check_upload(upload.pk)
    upload.refresh_from_db()
    return upload


def tick_all(upload: Upload) -> None:
    service.tick_warnings(upload, places=range(len(upload.warnings)), ticked_by=SYSTEM)


def make_assessment(school: School | None = None, data: bytes | None = None, **given: Any) -> Assessment:
    """A committed upload with its first assessment."""
    upload = make_checked(school, data)
    tick_all(upload)
    return assessments.commit_upload(upload, committed_by=SYSTEM, **given)
