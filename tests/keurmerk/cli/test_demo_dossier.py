"""`keurmerk demo-dossier`: fictional dossiers on disk, never over what is there."""

import pytest

from keurmerk.cli import main
from keurmerk.demo.generator import SCHOOLS
from keurmerk.intake.reading import read_dossier


def run(*words):
    return main(["demo-dossier", *map(str, words)])


def refused(capsys, *words):
    with pytest.raises(SystemExit) as stop:
        run(*words)
    assert stop.value.code == 2
    return capsys.readouterr().err


def test_list_names_every_school_and_what_fails(capsys):
    assert run("--lijst") == 0
    shown = capsys.readouterr().out
    assert all(school.name in shown for school in SCHOOLS)
    assert "2025-04-01: 2.13 voldoet niet." in shown


@pytest.mark.parametrize("name", ["iep", "iep.xlsx", "iep.zip"])
def test_folder_workbook_and_zip_can_be_read_back(name, tmp_path, capsys):
    status = run("--school", "De Iep", "--meetperiode", "2025-04-01", "--out", tmp_path / name)

    assert status == 0
    assert "Voorbeeldschool De Iep (verzonnen)" in capsys.readouterr().out
    assert read_dossier(tmp_path / name).problems == ()


def test_another_period_than_the_schools_own_is_given_with_a_word(tmp_path, capsys):
    run("--school", "iep", "--meetperiode", "2025-01-01", "--out", tmp_path / "iep")
    assert "Let op" in capsys.readouterr().out


def test_seed_changes_the_dossier(tmp_path):
    for seed in ("1", "2"):
        run("--school", "iep", "--meetperiode", "2025-04-01", "--out", tmp_path / seed, "--seed", seed)
    one, two = ((tmp_path / seed / "aanwezigheid.csv").read_text() for seed in ("1", "2"))
    assert one != two


def test_all_schools_are_written_each_over_its_own_period(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("keurmerk.cli.demo_dossier.SCHOOLS", SCHOOLS[8:11])
    run("--school", "all", "--meetperiode", "2025-01-01", "--out", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["de-hazelaar", "de-iep", "de-meidoorn"]
    assert "Meetperiode 2025-09-01" in capsys.readouterr().out


def test_nothing_is_overwritten(tmp_path, capsys):
    (tmp_path / "echt.csv").write_text("x")
    wanted = ("--school", "iep", "--meetperiode", "2025-04-01", "--out")
    assert "niet leeg" in refused(capsys, *wanted, tmp_path)
    (tmp_path / "echt.xlsx").write_text("x")
    assert "niet overschreven" in refused(capsys, *wanted, tmp_path / "echt.xlsx")


def test_wrong_use_says_what_to_do(tmp_path, capsys):
    assert "--lijst" in refused(capsys, "--school", "iep")
    wanted = ("--out", tmp_path / "x.zip", "--meetperiode", "2025-04-01", "--school")
    assert "kies uit de-wilg" in refused(capsys, *wanted, "baobab")
    assert "hoort een map" in refused(capsys, *wanted, "all")
    assert "Meetperiode" in refused(
        capsys, "--school", "iep", "--out", tmp_path / "x", "--meetperiode", "2025-02-01"
    )
