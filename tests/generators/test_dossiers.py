"""The generators make valid dossiers, and reach every corner of the norms."""

import random
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from tests.generators.checks import faults
from tests.generators.columns import Tables
from tests.generators.dossiers import random_dossier
from tests.generators.files import read_csv_folder, write_csv_folder, write_xlsx
from tests.generators.spelling import FREE
from tests.generators.strategies import dossiers
from tests.reference import judge

SEEDS = range(150)


@pytest.fixture(scope="module")
def outcomes() -> list[dict[str, Any]]:
    return [judge(*random_dossier(random.Random(seed))) for seed in SEEDS]


def test_random_dossiers_pass_the_checks() -> None:
    found = {seed: list(faults(random_dossier(random.Random(seed))[0])) for seed in SEEDS}
    assert {seed: wrong for seed, wrong in found.items() if wrong} == {}


def test_random_dossiers_show_every_reason(outcomes: list[dict[str, Any]]) -> None:
    seen = {(norm, reason) for outcome in outcomes for norm, _, _, _, reason in outcome["uitleg"]}
    both = {
        "ona_telt_niet", "andere_norm", "overleden", "wanprestatie", "voor_start_bij_school",
        "elders_geschoold", "na_uittrede", "na_zes_maanden", "al_geslaagd", "derde_of_latere_poging",
        "uitgesteld", "buiten_meetperiode", "vervangen_door_tweede_poging", "tweede_poging_volgt", "telt_mee",
    }  # fmt: skip
    only_b1 = {("2.16", "niveau_telt_niet"), ("2.16", "niet_alle_examens_b1")}
    assert seen == {(norm, reason) for norm in ("2.15", "2.16") for reason in both} | only_b1


def test_random_dossiers_show_every_verdict_of_the_main_norms(outcomes: list[dict[str, Any]]) -> None:
    seen = Counter((row["norm"], row["oordeel"]) for outcome in outcomes for row in outcome["normen"])
    verdicts = ("voldoet", "voldoet_niet", "niet_van_toepassing", "geen_gegevens")
    always_something = {"1.7.1.a", "1.7.1.b", "1.7.1.c", "2.2", "2.5", "2.9.2", "1.5.8", "2.4.1", "2.3.5"}
    assert {
        norm for norm in always_something if not all(seen[norm, verdict] for verdict in verdicts)
    } == set()


def test_random_dossiers_show_every_number_of_stars(outcomes: list[dict[str, Any]]) -> None:
    assert {outcome["sterren"]["sterren"] for outcome in outcomes} == {None, 1, 2, 3, 4}


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=dossiers())
def test_drawn_dossiers_pass_the_checks(made: tuple[Tables, object, object]) -> None:
    assert list(faults(made[0])) == []


@pytest.mark.parametrize("separator", [",", ";"])
def test_csv_folder_in_free_spelling_is_judged_the_same(tmp_path: Path, separator: str) -> None:
    tables, first, last = random_dossier(random.Random(7))
    folder = write_csv_folder(
        tables, tmp_path, rng=random.Random(1), separator=separator, spelling=FREE, bom=True
    )
    expected, judged = judge(tables, first, last), judge(read_csv_folder(folder, separator), first, last)
    del expected["uitleg"], judged["uitleg"]
    assert judged == expected


def test_workbook_has_a_sheet_per_table(tmp_path: Path) -> None:
    tables, _, _ = random_dossier(random.Random(7))
    path = write_xlsx(tables, tmp_path / "dossier.xlsx", date_cells=True, number_cells=True)
    workbook = openpyxl.load_workbook(path)
    assert workbook.sheetnames == list(tables)
    assert workbook["trajecten"].max_row == len(tables["trajecten"]) + 1
