"""`keurmerk beoordeel --bewijs` and `keurmerk verify`."""

import json
from pathlib import Path

import pytest

from keurmerk.assessments.receipts import RECEIPT
from keurmerk.cli import main
from tests.keurmerk.intake.small_dossier import small_dossier, write_folder


@pytest.fixture
def receipt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    dossier = write_folder(small_dossier(), tmp_path / "dossier")
    folder = tmp_path / "bewijs"
    assert main(["beoordeel", str(dossier), "--meetperiode", "2025-01-01", "--bewijs", str(folder)]) == 0
    capsys.readouterr()
    return folder / RECEIPT


def test_a_receipt_just_written_holds(receipt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(receipt)]) == 0
    assert capsys.readouterr().out.endswith("Het ontvangstbewijs klopt.\n")


def test_a_changed_outcome_does_not_hold(receipt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(receipt.read_text(encoding="utf-8"))
    told["uitkomst"]["sha256"] = "0" * 64
    receipt.write_text(json.dumps(told), encoding="utf-8")
    assert main(["verify", str(receipt)]) == 1
    printed = capsys.readouterr()
    assert "uitkomst: klopt niet" in printed.out
    assert printed.err == "Het ontvangstbewijs klopt niet.\n"


def test_what_is_no_receipt_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(tmp_path)]) == 1
    assert "geen ontvangstbewijs" in capsys.readouterr().err


def test_a_receipt_is_never_written_among_other_files(tmp_path: Path) -> None:
    dossier = write_folder(small_dossier(), tmp_path / "dossier")
    with pytest.raises(SystemExit, match="2"):
        main(["beoordeel", str(dossier), "--meetperiode", "2025-01-01", "--bewijs", str(tmp_path)])
