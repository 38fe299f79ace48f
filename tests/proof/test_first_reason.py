"""Where two reasons fit one row, the first of the norm's table is told; the numbers would be the same."""

from datetime import date

import pytest

from rulebook.judgement import judge
from rulebook.kernel.period import MeasuringPeriod
from tests.generators.columns import Tables
from tests.generators.frames import dossier_of

PERIOD = MeasuringPeriod.starting(date(2025, 1, 1))
LEARNER = {"cursist_id": "c", "stelsel": "Wi2013", "verblijf": "gezinsmigrant", "leerprofiel": "laag"}
TRACK = {"traject_id": "t", "cursist_id": "c", "soort": "nt2", "aangemeld_op": "2025-01-01"}
ALWAYS: Tables = {
    "organisatie": [{"kvk_nummer": "12345678", "naam": "School", "keurmerk": "onbepaalde_tijd"}],
    "cursisten": [LEARNER],
    "trajecten": [],
}


def reasons(norm: str, tables: Tables) -> dict[str, str]:
    rows = judge(dossier_of(ALWAYS | tables), PERIOD).explanation.rows(named=True)
    return {row["id"]: row["reason"] for row in rows if row["norm"] == norm}


def test_invoice_approved_by_somebody_else_and_too_early() -> None:
    invoice = {
        "factuur_id": "f", "cursist_id": "c", "ontvanger": "duo", "periode_van": "2025-03-01",
        "periode_tot": "2025-03-31", "uren": "10", "geaccordeerd_op": "2025-03-01",
        "geaccordeerd_door": "anders",
    }  # fmt: skip
    assert reasons("2.4.1", {"facturen": [invoice]}) == {"f": "niet_door_cursist"}


def test_second_opdracht_with_a_vog_of_its_own() -> None:
    held = [
        {"docent_id": "d", "soort": "opdracht", "van": "2025-01-01", "tot": "2025-02-01"},
        {"docent_id": "d", "soort": "opdracht", "van": "2025-03-01", "tot": "2025-04-01"},
    ]
    vog = {"docent_id": "d", "datum": "2024-12-01", "profiel": "60"}
    told = reasons("1.7.1.c", {"aanstellingen": held, "vogs": [vog]})
    assert told == {"d/opdracht/2025-01-01": "goede_vog", "d/opdracht/2025-03-01": "goede_vog"}


def test_complaint_settled_and_rejected_in_time() -> None:
    complaint = {
        "klacht_id": "k", "ontvangen_op": "2025-03-01", "afgewezen_op": "2025-03-02",
        "afgehandeld_op": "2025-03-03",
    }  # fmt: skip
    assert reasons("1.5.8", {"klachten": [complaint]}) == {"k": "op_tijd_afgehandeld"}


def test_inspection_both_too_old_and_insufficient() -> None:
    found = {"toezicht_id": "z", "datum": "2020-01-01", "soort": "herinspectie", "oordeel": "onvoldoende"}
    assert reasons("2.17.2", {"toezicht": [found]}) == {"z": "te_oud_toezicht"}


@pytest.mark.parametrize("norm", ["2.0", "2.13"])
def test_traject_without_an_agreement_of_a_cursist_who_died(norm: str) -> None:
    learner = LEARNER | {"overleden_op": "2025-02-01"}
    track = TRACK | {"gestart_op": "2025-01-01", "beeindigd_op": "2025-03-01", "einde": "wanprestatie"}
    assert reasons(norm, {"cursisten": [learner], "trajecten": [track]}) == {"t": "overleden"}
