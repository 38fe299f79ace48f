"""`keurmerk beoordeel`: output, exit status and errors as the contract says."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from keurmerk.cli import main
from tests.keurmerk.intake.broken_files import CASES
from tests.keurmerk.intake.case import Case
from tests.keurmerk.intake.small_dossier import (
    small_dossier,
    with_cells,
    with_row,
    write_folder,
    write_workbook,
)

FIRST = ("--meetperiode", "2025-01-01")
KEYS = [
    "handleiding",
    "meetperiode",
    "organisatie",
    "normen",
    "indicatoren",
    "publicatie_tevredenheid",
    "sterren",
    "advies",
    "waarschuwingen",
    "opmerkingen",
]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return write_folder(small_dossier(survey=True), tmp_path / "dossier")


def status(*arguments: object) -> int:
    """Run the command; wrong use leaves through SystemExit."""
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as stopped:
        return int(str(stopped.code))


def judged(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    assert status("beoordeel", *arguments, "--json") == 0
    outcome: dict[str, Any] = json.loads(capsys.readouterr().out)
    return outcome


def test_json_is_one_object_in_the_order_of_the_contract(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = judged(capsys, dossier, *FIRST)
    assert list(outcome) == KEYS
    assert outcome["meetperiode"] == {"van": "2025-01-01", "tot_en_met": "2025-12-31"}
    assert outcome["organisatie"]["naam"] == "Taalschool Voorbeeld (fictief)"


def test_folder_workbook_and_order_give_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = small_dossier(survey=True)
    shuffled = {table: [row[::-1] for row in rows] for table, rows in reversed(files.items())}
    printed = []
    for path in (
        write_folder(files, tmp_path / "one"),
        write_folder(shuffled, tmp_path / "two", separator=";"),
        write_workbook(shuffled, tmp_path / "three.xlsx"),
    ):
        assert status("beoordeel", path, *FIRST, "--json", "--uitleg", tmp_path / "uitleg.csv") == 0
        printed.append((capsys.readouterr().out, (tmp_path / "uitleg.csv").read_bytes()))
    assert printed[0] == printed[1] == printed[2]


def test_an_extended_period_and_a_forced_edition(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = judged(
        capsys, dossier, *FIRST, "--tot-en-met", "2026-03-31", "--handleiding", "inburgeren-2025"
    )
    assert outcome["meetperiode"]["tot_en_met"] == "2026-03-31"
    assert outcome["handleiding"] == "inburgeren-2025"


def test_the_table_for_people_names_every_norm_the_stars_and_the_advice(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = judged(capsys, dossier, *FIRST)
    assert status("beoordeel", dossier, *FIRST) == 0
    shown = capsys.readouterr().out
    for row in outcome["normen"]:
        assert f" {row['norm']} " in shown
    assert "Sterren" in shown
    assert "Advies op de berekende normen" in shown


def test_uitleg_is_plain_csv_without_a_mark(dossier: Path, tmp_path: Path) -> None:
    assert status("beoordeel", dossier, *FIRST, "--uitleg", tmp_path / "uitleg.csv") == 0
    lines = (tmp_path / "uitleg.csv").read_bytes().split(b"\n")
    assert lines[0] == b"norm,groep,tabel,id,telt,reden"
    assert b"2.15,hoog,examenpogingen,P001,teller,telt_mee" in lines
    assert lines[-1] == b""


def test_uitleg_holds_no_formula(tmp_path: Path) -> None:
    folder = write_folder(with_cells("examenpogingen", {"poging_id": "=1+1"}), tmp_path / "dossier")
    assert status("beoordeel", folder, *FIRST, "--uitleg", tmp_path / "uitleg.csv") == 0
    assert ",'=1+1," in (tmp_path / "uitleg.csv").read_text()


def test_warnings_of_rows_and_of_the_outcome_are_sorted_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = with_row(small_dossier(), "facturen", {"factuur_id": "F2", "ontvanger": "gemeente"})
    warnings = judged(capsys, write_folder(files, tmp_path / "dossier"), *FIRST)["waarschuwingen"]
    assert [warning.split(":")[0] for warning in warnings] == [
        "facturen F2",
        "slagingspercentage 2.15, groep hoog",
    ]


# The command line may give the outcome of the survey; a school's upload may not.
@pytest.mark.parametrize("case", [case for case in CASES if not case.from_school], ids=str)
def test_a_broken_file_has_status_1_and_its_message_on_both_streams(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status("beoordeel", case.write(tmp_path), *FIRST, "--json") == 1
    printed = capsys.readouterr()
    errors = json.loads(printed.out)["fouten"]
    assert all(list(error) == ["tabel", "rij", "kolom", "waarde", "melding"] for error in errors)
    assert len(printed.err.splitlines()) == len(errors)
    place = (case.table, case.row, case.column)
    told = {(error["tabel"], error["rij"], error["kolom"]): error["melding"] for error in errors}
    assert case.says in told[place]
    assert case.says in printed.err


def test_without_json_errors_leave_standard_output_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_folder(with_cells("lessen", {"groep": "", "vorm": "x\ny"}), tmp_path / "dossier")
    assert status("beoordeel", folder, *FIRST) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "dit ontbreekt: OPDRACHT"),
        (("oordeel",), "bestaat niet; kies uit"),
        (("beoordeel",), "dit ontbreekt: DOSSIER, --meetperiode"),
        (("beoordeel", "x"), "dit ontbreekt: --meetperiode"),
        (("beoordeel", "x", "--meetperiode"), "hoort een waarde"),
        (("beoordeel", "x", "--meetperiode", "1 januari"), "geen datum zoals 2025-01-01"),
        (("beoordeel", "x", "--meetperiode", "2025-W01-1"), "geen datum zoals 2025-01-01"),
        (("beoordeel", "x", "--meetperiode", "2025-02-30"), "geen datum zoals 2025-01-01"),
        (("beoordeel", "x", "--meetperiode", "2025-02-01"), "2025-01-01, 2025-04-01 of 2025-09-01"),
        (("beoordeel", "x", *FIRST, "--tot-en-met", "2026-01-31"), "2026-03-31"),
        (("beoordeel", "x", *FIRST, "--tot-en-met", "2025-08-31"), "2026-03-31"),
        (("beoordeel", "x", *FIRST, "--handleiding", "inburgeren-1999"), "kies uit 'inburgeren-2024'"),
        (("beoordeel", "x", *FIRST, "--uitleg", "weg/uitleg.csv"), "bestaat niet"),
        (("beoordeel", "x", "y", *FIRST), "onbekend: y"),
        (("beoordeel", "x", *FIRST, "--snel"), "onbekend: --snel"),
    ],
)
def test_wrong_use_has_status_2_and_says_what_is_right(
    arguments: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status(*arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert says in printed.err


def test_wrong_use_goes_before_a_broken_dossier(tmp_path: Path) -> None:
    assert status("beoordeel", tmp_path / "weg", "--meetperiode", "2025-02-01") == 2


def test_nothing_is_shown_of_progress_without_a_terminal(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status("beoordeel", dossier, *FIRST) == 0
    assert capsys.readouterr().err == ""


def test_judging_never_writes_in_the_dossier(dossier: Path) -> None:
    before = {path: path.read_bytes() for path in dossier.iterdir()}
    status("beoordeel", dossier, *FIRST)
    assert {path: path.read_bytes() for path in dossier.iterdir()} == before


def test_progress_is_shown_on_a_terminal_and_the_outcome_stays_clean(dossier: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "keurmerk.cli", "beoordeel", str(dossier), *FIRST, "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=False)
    os.close(theirs)
    shown = os.read(ours, 10_000)
    os.close(ours)
    assert done.returncode == 0
    assert json.loads(done.stdout)["meetperiode"]["van"] == "2025-01-01"
    assert b"lezen" in shown
