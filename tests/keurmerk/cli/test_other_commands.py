"""`keurmerk sjabloon`, `normen`, `journal`, and help."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from keurmerk.cli import main
from keurmerk.cli.commands import COMMANDS
from keurmerk.intake.reading import read_dossier
from rulebook.norms.catalogue import catalogue


def test_sjabloon_writes_the_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sjabloon", str(tmp_path / "dossier.xlsx")]) == 0
    assert "Uitleg" in capsys.readouterr().out
    assert [problem.table for problem in read_dossier(tmp_path / "dossier.xlsx").problems] == ["organisatie"]


def test_sjabloon_never_writes_over_a_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "dossier.xlsx"
    path.write_bytes(b"een heel jaar werk")
    with pytest.raises(SystemExit, match="2"):
        main(["sjabloon", str(path)])
    assert path.read_bytes() == b"een heel jaar werk"
    assert "niet overschreven" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["dossier.csv", "weg/dossier.xlsx"])
def test_sjabloon_wants_a_place_for_an_xlsx(name: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["sjabloon", str(tmp_path / name)])


def test_normen_lists_the_whole_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["normen"]) == 0
    shown = capsys.readouterr().out
    assert all(norm.number in shown for norm in catalogue())


def test_normen_as_json_is_the_catalogue_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["normen", "--json"]) == 0
    assert [norm["norm"] for norm in json.loads(capsys.readouterr().out)] == [
        norm.number for norm in catalogue()
    ]


def test_help_is_dutch_and_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    shown = capsys.readouterr().out
    assert shown.startswith("gebruik: keurmerk")
    assert all(command.name in shown for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself(command: object, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([command.name, "--help"])  # type: ignore[attr-defined]
    assert "gebruik: keurmerk" in capsys.readouterr().out


@pytest.mark.django_db
def test_journal_verify_tells_that_an_empty_journal_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["journal", "verify"]) == 0
    assert "Het journaal klopt: 0 regels" in capsys.readouterr().out


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"{sys.executable} -m keurmerk.cli normen --json | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, check=False)  # noqa: S602
    assert done.stderr == b""


def test_reading_needs_no_django(tmp_path: Path) -> None:
    code = "import sys, keurmerk.cli.judge; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
