"""`keurmerk termijn`: a file or standard input, all terms or all faults."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from keurmerk.cli import main, terms

OBJECTION = {"soort": "bezwaar", "verzonden_op": "2025-11-13"}
ANSWER = {
    "laatste_dag": "2025-12-29",
    "voor_verlenging": "2025-12-25",
    "stappen": [
        (
            "zes weken vanaf de dag na verzending op donderdag 13 november 2025, "
            "tot en met donderdag 25 december 2025 (Awb 6:7, 6:8)"
        ),
        (
            "verlengd tot en met maandag 29 december 2025 omdat donderdag 25 december 2025 Eerste "
            "Kerstdag is en daarna nog Tweede Kerstdag, zaterdag en zondag komen (Algemene termijnenwet 1, 3)"
        ),
    ],
}

type Printed = pytest.CaptureFixture[str]


def written(path: Path, document: object) -> str:
    path.write_text(json.dumps(document), encoding="utf-8")
    return str(path)


def faults(printed: Printed) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(printed.readouterr().out)["fouten"]
    return told


def test_object_is_answered_by_an_object(tmp_path: Path, capsys: Printed) -> None:
    assert main(["termijn", written(tmp_path / "een.json", OBJECTION)]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out) == ANSWER
    assert printed.err == ""


def test_list_is_answered_by_a_list_in_its_order(tmp_path: Path, capsys: Printed) -> None:
    later = {**OBJECTION, "verzonden_op": "2025-11-28", "ontvangen_op": "2026-01-09"}
    assert main(["termijn", written(tmp_path / "twee.json", [later, OBJECTION])]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert first["tijdig"] is True
    assert second == ANSWER


def test_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(OBJECTION).encode())))
    assert main(["termijn", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == ANSWER


def test_one_fault_and_nothing_is_answered(tmp_path: Path, capsys: Printed) -> None:
    wrong = {**OBJECTION, "verzonden_op": "2025-02-30", "wijze": "fax"}
    assert main(["termijn", written(tmp_path / "fout.json", [OBJECTION, wrong])]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out) == {
        "fouten": [
            {
                "tabel": "termijn",
                "rij": 2,
                "kolom": "verzonden_op",
                "waarde": "2025-02-30",
                "melding": "is geen bestaande datum, geschreven zoals 2025-11-28",
            },
            {
                "tabel": "termijn",
                "rij": 2,
                "kolom": "wijze",
                "waarde": "fax",
                "melding": "moet een van deze zijn: post, email",
            },
        ]
    }
    assert printed.err.splitlines() == [
        (
            "termijn, rij 2, kolom verzonden_op: '2025-02-30': "
            "is geen bestaande datum, geschreven zoals 2025-11-28"
        ),
        "termijn, rij 2, kolom wijze: 'fax': moet een van deze zijn: post, email",
    ]


def test_kinds_of_the_platform_are_unknown_here(tmp_path: Path, capsys: Printed) -> None:
    document = {"soort": "ingebrekestelling", "ontvangen_op": "2025-09-01"}
    assert main(["termijn", written(tmp_path / "een.json", document)]) == 1
    assert [fault["kolom"] for fault in faults(capsys)] == ["soort"]


@pytest.mark.parametrize("name", ["weg.json", "."])
def test_file_that_cannot_be_read_is_told(name: str, tmp_path: Path, capsys: Printed) -> None:
    assert main(["termijn", str(tmp_path / name)]) == 1
    (fault,) = faults(capsys)
    assert (fault["rij"], fault["kolom"]) == (None, None)


def test_name_that_no_file_can_have_is_told(capsys: Printed) -> None:
    assert main(["termijn", "een\0twee"]) == 1
    assert "kan niet gelezen worden" in faults(capsys)[0]["melding"]


def test_file_beyond_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.setattr(terms, "MOST_BYTES", 20)
    assert main(["termijn", written(tmp_path / "groot.json", OBJECTION)]) == 1
    assert "groter dan" in faults(capsys)[0]["melding"]


def test_text_that_is_no_json_is_told_with_its_line(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "kapot.json"
    path.write_text('[\n{"soort": }\n]', encoding="utf-8")
    assert main(["termijn", str(path)]) == 1
    assert "regel 2" in faults(capsys)[0]["melding"]


def test_half_a_character_can_be_told(tmp_path: Path, capsys: Printed) -> None:
    path = tmp_path / "half.json"
    path.write_text('{"soort": "\\ud800"}', encoding="utf-8")
    assert main(["termijn", str(path)]) == 1
    assert faults(capsys)[0]["waarde"] == "?"


def test_without_a_file_it_is_wrong_use() -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["termijn"])


def test_terms_need_no_django() -> None:
    code = "import sys, keurmerk.cli.terms; sys.exit('django' in sys.modules or 'polars' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
