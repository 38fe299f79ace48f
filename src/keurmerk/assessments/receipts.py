"""The receipt of a judgement: what is needed to compute it again, and what must come out then.

Pure: no database, so that anybody with the receipt and its snapshot can check it, years later.
"""

import json
from pathlib import Path
from typing import Any

from keurmerk.assessments.hashing import FORM as OUTCOME_FORM
from keurmerk.assessments.hashing import outcome_hash
from keurmerk.assessments.rules_used import parameters_of, rulebook_hash, rulebook_version
from keurmerk.intake.problems import RefusedError
from keurmerk.intake.reading.zip_guard import open_guarded
from keurmerk.intake.schema import TABLES
from keurmerk.results.snapshot import FORM as SNAPSHOT_FORM
from keurmerk.results.snapshot import (
    packed,
    snapshot_files,
    snapshot_hash,
    write_snapshot,
)
from rulebook.judgement import Outcome
from rulebook.norms.dossier import Dossier

KIND, VERSION = "keurmerk-ontvangstbewijs", 1
RECEIPT, SNAPSHOT = "ontvangstbewijs.json", "momentopname"
PARTS = ("organisatie", "meetperiode", "edities", "regels", "parameters", "momentopname", "uitkomst")

type Receipt = dict[str, Any]


class ReceiptError(ValueError):
    """There is no receipt here that can be read; the message is Dutch."""


def make_receipt(dossier: Dossier, outcome: Outcome, *, edition: str | None = None) -> Receipt:
    """`dossier` as it was judged; `edition` when every norm was made to follow one handbook."""
    used = {row.label: row.edition for row in outcome.rows}
    return {
        "soort": KIND,
        "versie": VERSION,
        "organisatie": dict(outcome.organisation),
        "meetperiode": {"van": str(outcome.period.first), "tot_en_met": str(outcome.period.last)},
        "handleiding": edition,
        "edities": used,
        "regels": {"versie": rulebook_version(), "sha256": rulebook_hash()},
        "parameters": parameters_of(used.values()),
        "momentopname": {
            "vorm": SNAPSHOT_FORM,
            "sha256": snapshot_hash(dossier),
            "rijen": {
                table.name: dossier.tables[table.field].height
                for table in TABLES
                if table.field in dossier.tables
            },
        },
        "uitkomst": {"vorm": OUTCOME_FORM, "sha256": outcome_hash(outcome)},
    }


def receipt_text(receipt: Receipt) -> str:
    return json.dumps(receipt, ensure_ascii=False, indent=2) + "\n"


def write_receipt(folder: Path, dossier: Dossier, outcome: Outcome, *, edition: str | None = None) -> None:
    """The receipt with its snapshot beside it, for `keurmerk beoordeel --bewijs FOLDER`."""
    folder.mkdir(parents=True, exist_ok=True)
    write_snapshot(dossier, folder / SNAPSHOT)
    text = receipt_text(make_receipt(dossier, outcome, edition=edition))
    (folder / RECEIPT).write_text(text, encoding="utf-8")


def receipt_zip(text: str, dossier: Dossier) -> bytes:
    files = {f"{SNAPSHOT}/{name}": data for name, data in snapshot_files(dossier).items()}
    return packed({RECEIPT: text.encode(), **files})


def read_receipt(path: Path) -> tuple[Receipt, dict[str, bytes]]:
    """The receipt and the files of its snapshot. Raises ReceiptError."""
    return _read_zip(path) if path.is_file() and path.suffix != ".json" else _read_folder(path)


def _read_folder(path: Path) -> tuple[Receipt, dict[str, bytes]]:
    receipt = path / RECEIPT if path.is_dir() else path
    snapshot = receipt.parent / SNAPSHOT
    try:
        text = receipt.read_bytes()
        files = {file.name: file.read_bytes() for file in sorted(snapshot.iterdir())}
    except OSError as error:
        raise ReceiptError(
            f"Er is geen ontvangstbewijs '{receipt.name}' met een map '{SNAPSHOT}' ernaast."
        ) from error
    return _loaded(text), files


def _read_zip(path: Path) -> tuple[Receipt, dict[str, bytes]]:
    try:
        with open_guarded(path) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            if RECEIPT not in names:
                raise ReceiptError(f"In {path.name} zit geen {RECEIPT}.")
            files = {
                name.removeprefix(f"{SNAPSHOT}/"): archive.read(name) for name in names if name != RECEIPT
            }
            return _loaded(archive.read(RECEIPT)), files
    except RefusedError as error:
        raise ReceiptError(str(error)) from error


def _loaded(text: bytes) -> Receipt:
    try:
        receipt = json.loads(text)
    except ValueError as error:
        raise ReceiptError("Het ontvangstbewijs is geen JSON.") from error
    if not isinstance(receipt, dict) or (receipt.get("soort"), receipt.get("versie")) != (KIND, VERSION):
        raise ReceiptError("Dit is geen ontvangstbewijs dat dit programma kent.")
    missing = [part for part in PARTS if not isinstance(receipt.get(part), dict)]
    if missing or not all(isinstance(values, dict) for values in receipt["parameters"].values()):
        raise ReceiptError(f"Het ontvangstbewijs is niet volledig: {', '.join(missing or ['parameters'])}.")
    return receipt
