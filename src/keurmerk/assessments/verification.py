"""Computing a receipt again from its snapshot, and saying item by item whether it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from polars.exceptions import PanicException

from keurmerk.assessments.receipts import Receipt, make_receipt, read_receipt
from keurmerk.results.snapshot import SnapshotError, dossier_of
from rulebook.judgement import judge
from rulebook.kernel.period import MeasuringPeriod


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


def verify(path: Path) -> VerifyReport:
    """Compute a receipt again from its snapshot. `path` is the receipt, its folder, or the zip of both.

    Raises ReceiptError when there is nothing to check; a snapshot that was tampered with is in the report.
    """
    receipt, files = read_receipt(path)
    try:
        dossier = dossier_of(files)
        period, edition = _period_of(receipt), receipt.get("handleiding")
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
    if said.get("versie") == found["versie"]:
        return Checked("regels", False, f"De regels van versie {said.get('versie')} zijn gewijzigd.")
    return Checked(
        "regels", True, f"Beoordeeld met versie {said.get('versie')}, nagerekend met {found['versie']}."
    )


def _period_of(receipt: Receipt) -> MeasuringPeriod:
    told = receipt["meetperiode"]
    return MeasuringPeriod.starting(date.fromisoformat(told["van"]), date.fromisoformat(told["tot_en_met"]))
