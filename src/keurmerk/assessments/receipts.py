"""The receipt of a judgement: what is needed to compute it again, and what must come out then.

Pure: no database, so that anybody with the receipt and its snapshot can check it, years later.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from polars.exceptions import PanicException

from keurmerk.assessments.hashing import FORM as OUTCOME_FORM
from keurmerk.assessments.hashing import outcome_hash
from keurmerk.assessments.rules_used import parameters_of, rulebook_hash, rulebook_version
from keurmerk.intake.problems import RefusedError
from keurmerk.intake.reading.zip_guard import open_guarded
from keurmerk.intake.schema import TABLES
from keurmerk.results.snapshot import FORM as SNAPSHOT_FORM
from keurmerk.results.snapshot import (
    SnapshotError,
    dossier_of,
    packed,
    snapshot_files,
    snapshot_hash,
    write_snapshot,
)
from rulebook.judgement import Outcome, judge
from rulebook.kernel.period import MeasuringPeriod
from rulebook.norms.dossier import Dossier

KIND, VERSION = "keurmerk-ontvangstbewijs", 1
RECEIPT, SNAPSHOT = "ontvangstbewijs.json", "momentopname"
LARGEST_RECEIPT = 5_000_000

type Receipt = dict[str, Any]


class ReceiptError(ValueError):
    """There is no receipt here that can be read; the message is Dutch."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing the receipt says, and whether computing it again gives the same."""

    what: str
    holds: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class VerifyReport:
    items: tuple[Checked, ...]

    @property
    def holds(self) -> bool:
        return all(item.holds for item in self.items)


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


def verify(path: Path) -> VerifyReport:
    """Compute a receipt again from its snapshot. `path` is the receipt, its folder, or the zip of both.

    Raises ReceiptError when there is nothing to check; a snapshot that was tampered with is in the report.
    """
    receipt, files = _read_zip(path) if path.is_file() and path.suffix != ".json" else _read_folder(path)
    try:
        dossier = dossier_of(files)
        period, edition = _period_of(receipt), receipt["handleiding"]
        again = make_receipt(dossier, judge(dossier, period, edition=edition), edition=edition)
    except SnapshotError as error:
        return VerifyReport((Checked("momentopname", False, str(error)),))
    except (Exception, PanicException):  # noqa: BLE001 (rows that no reader lets through can break any rule)
        note = "Met deze momentopname is de uitkomst niet te berekenen."
        return VerifyReport((Checked("momentopname", False, note),))
    return VerifyReport(tuple(_compared(receipt, again)))


def _compared(said: Receipt, found: Receipt) -> list[Checked]:
    plain = ("organisatie", "meetperiode", "edities", "momentopname", "uitkomst")
    return [
        *(Checked(what, said[what] == found[what], _note(said[what], found[what])) for what in plain),
        _parameters_compared(said["parameters"], found["parameters"]),
        _rules_compared(said["regels"], found["regels"]),
    ]


def _note(said: Any, found: Any) -> str:
    if said == found:
        return ""
    names = sorted(name for name in {*said, *found} if said.get(name) != found.get(name))
    return f"Anders dan op het ontvangstbewijs: {', '.join(names)}."


def _parameters_compared(said: Mapping[str, Any], found: Mapping[str, Any]) -> Checked:
    """What the receipt names must be as it was; a later version of the rules may name more."""
    changed = sorted(
        f"{name} ({edition})"
        for edition, values in said.items()
        for name, value in values.items()
        if found.get(edition, {}).get(name) != value
    )
    if set(said) != set(found):
        changed.append("edities")
    return Checked("parameters", not changed, f"Gewijzigd: {', '.join(changed)}." if changed else "")


def _rules_compared(said: Mapping[str, str], found: Mapping[str, str]) -> Checked:
    """Another version may compute it again; the same version with other sources was tampered with."""
    if said == found:
        return Checked("regels", True)
    if said["versie"] == found["versie"]:
        return Checked("regels", False, f"De regels van versie {said['versie']} zijn gewijzigd.")
    return Checked(
        "regels", True, f"Beoordeeld met versie {said['versie']}, nagerekend met {found['versie']}."
    )


def _period_of(receipt: Receipt) -> MeasuringPeriod:
    told = receipt["meetperiode"]
    return MeasuringPeriod.starting(date.fromisoformat(told["van"]), date.fromisoformat(told["tot_en_met"]))


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
    return receipt
