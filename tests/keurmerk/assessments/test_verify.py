"""A receipt holds as long as nothing was changed, and says what was."""

import json
import shutil
import zipfile
from pathlib import Path

import polars as pl
import pytest

from keurmerk.assessments import rules_used
from keurmerk.assessments.hashing import outcome_hash
from keurmerk.assessments.receipts import RECEIPT, SNAPSHOT, ReceiptError, make_receipt, write_receipt
from keurmerk.assessments.verification import verify
from keurmerk.intake.reading import read_dossier
from rulebook.judgement import judge
from rulebook.norms.engines import Engine
from tests.factories.results import EXAMPLE, PERIOD


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bewijs")
    dossier = read_dossier(EXAMPLE).dossier
    write_receipt(folder, dossier, judge(dossier, PERIOD))
    return folder


@pytest.fixture
def proof(made, tmp_path):
    return Path(shutil.copytree(made, tmp_path / "bewijs"))


def failing(path):
    return [item.what for item in verify(path).items if not item.holds]


def rewrite(proof, change):
    receipt = json.loads((proof / RECEIPT).read_text())
    change(receipt)
    (proof / RECEIPT).write_text(json.dumps(receipt))


def bend(proof, table, column, expression, rows=1):
    path = proof / SNAPSHOT / f"{table}.parquet"
    frame = pl.read_parquet(path.read_bytes())
    bent = pl.when(pl.int_range(pl.len()) < rows).then(expression).otherwise(pl.col(column))
    frame.with_columns(bent.alias(column)).write_parquet(path)


def zipped(proof, path):
    with zipfile.ZipFile(path, "w") as archive:
        for file in proof.rglob("*"):
            archive.write(file, file.relative_to(proof))
    return path


def test_it_holds_from_receipt_folder_and_zip(proof, tmp_path):
    assert verify(proof / RECEIPT).holds
    assert verify(proof).holds
    assert verify(zipped(proof, tmp_path / "bewijs.zip")).holds


def test_one_changed_cell_is_found_also_when_no_number_moves(proof):
    bend(proof, "teachers", "teacher_id", pl.lit("een ander"))
    assert failing(proof) == ["momentopname"]


def test_changed_results_move_the_outcome_too(proof):
    bend(proof, "attempts", "passed", pl.lit(False), rows=200)
    assert failing(proof) == ["momentopname", "uitkomst"]


def test_a_pass_rate_that_was_changed_in_the_snapshot(proof):
    bend(proof, "parameters", "value", pl.col("value") + 1)
    assert failing(proof) == ["momentopname", "uitkomst"]


def test_a_row_or_table_that_was_taken_out(proof):
    (proof / SNAPSHOT / "lessons.parquet").unlink()
    assert "momentopname" in failing(proof)


def test_rows_in_another_order_are_the_same_snapshot(proof):
    path = proof / SNAPSHOT / "attempts.parquet"
    pl.read_parquet(path.read_bytes()).reverse().write_parquet(path)
    assert verify(proof).holds


@pytest.mark.parametrize("where", ["receipt", "handbook"])
def test_one_changed_parameter_is_found_and_named(proof, where, monkeypatch):
    if where == "receipt":
        rewrite(proof, lambda told: told["parameters"]["inburgeren-2025"].update(waiting_time_share="79"))
    else:
        real = rules_used._text
        monkeypatch.setattr(rules_used, "_text", lambda value: "81" if value == 80 else real(value))
    [item] = [item for item in verify(proof).items if not item.holds]
    assert item.what == "parameters"
    assert "(inburgeren-2025)" in item.note


def test_rules_that_were_changed_without_a_new_version(proof, monkeypatch):
    monkeypatch.setattr("keurmerk.assessments.receipts.rulebook_hash", lambda: "0" * 64)
    assert failing(proof) == ["regels"]


def test_a_later_version_may_compute_it_again(proof, monkeypatch):
    monkeypatch.setattr("keurmerk.assessments.receipts.rulebook_hash", lambda: "0" * 64)
    monkeypatch.setattr("keurmerk.assessments.receipts.rulebook_version", lambda: "9.0")
    report = verify(proof)
    assert report.holds
    assert "9.0" in report.items[-1].note


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("organisatie", lambda told: told["organisatie"].update(kvk_nummer="00000000")),
        ("edities", lambda told: told["edities"].update({"2.13": "inburgeren-2024"})),
        ("uitkomst", lambda told: told["uitkomst"].update(sha256="0" * 64)),
        ("momentopname", lambda told: told["momentopname"]["rijen"].update(lessen=1)),
    ],
)
def test_a_receipt_that_was_rewritten(proof, what, change):
    rewrite(proof, change)
    assert failing(proof) == [what]


def test_another_period_gives_another_outcome(proof):
    rewrite(proof, lambda told: told["meetperiode"].update(van="2024-01-01", tot_en_met="2024-12-31"))
    assert "uitkomst" in failing(proof)


@pytest.mark.parametrize("first", ["2025-01-02", "gisteren", None])
def test_a_receipt_without_a_period_does_not_hold(proof, first):
    rewrite(proof, lambda told: told["meetperiode"].update(van=first))
    assert not verify(proof).holds


def test_a_receipt_of_an_unknown_handbook_does_not_hold(proof):
    rewrite(proof, lambda told: told.update(handleiding="onbekend"))
    assert not verify(proof).holds


@pytest.mark.parametrize("part", ["parameters", "regels", "momentopname", "uitkomst", "edities"])
def test_a_receipt_that_lacks_a_part_is_no_receipt(proof, part):
    rewrite(proof, lambda told: told.update({part: None}))
    with pytest.raises(ReceiptError, match=part):
        verify(proof)


def test_a_damaged_snapshot_does_not_hold(proof):
    (proof / SNAPSHOT / "lessons.parquet").write_bytes(b"PAR1")
    assert failing(proof) == ["momentopname"]


def test_where_there_is_no_receipt(tmp_path, proof):
    (tmp_path / "leeg.json").write_text("{")
    for path in (tmp_path, tmp_path / "weg.json", tmp_path / "leeg.json", EXAMPLE / "verwacht.json"):
        with pytest.raises(ReceiptError):
            verify(path)
    (proof / RECEIPT).write_text("[]")
    with pytest.raises(ReceiptError):
        verify(proof)


def test_a_zip_that_climbs_out_is_not_opened(tmp_path):
    with zipfile.ZipFile(tmp_path / "kwaad.zip", "w") as archive:
        archive.writestr("../ontvangstbewijs.json", "{}")
    with pytest.raises(ReceiptError):
        verify(tmp_path / "kwaad.zip")


def test_polars_and_duckdb_give_one_hash_and_one_receipt():
    dossier = read_dossier(EXAMPLE).dossier
    polars, duckdb = (judge(dossier, PERIOD, engine=engine) for engine in (Engine.POLARS, Engine.DUCKDB))
    assert outcome_hash(polars) == outcome_hash(duckdb)
    assert make_receipt(dossier, polars) == make_receipt(dossier, duckdb)
