"""The hash of a snapshot follows what the rows say, and nothing else."""

import random
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keurmerk.intake.reading import read_dossier
from keurmerk.results.canonical import tables_hash
from keurmerk.results.snapshot import (
    SnapshotError,
    dossier_of,
    packed,
    read_snapshot,
    snapshot_files,
    snapshot_hash,
    unpacked,
    write_snapshot,
)
from rulebook.norms.dossier import Dossier
from tests.factories.results import EXAMPLE
from tests.generators.files import read_csv_folder, write_csv_folder, write_xlsx


def read(path):
    result = read_dossier(path)
    assert result.dossier, result.problems
    return result.dossier


@pytest.fixture(scope="module")
def dossier():
    return read(EXAMPLE)


def changed(dossier, table, frame):
    return Dossier({**dossier.tables, table: frame})


def test_folder_and_back(dossier, tmp_path):
    write_snapshot(dossier, tmp_path / "momentopname")
    back = read_snapshot(tmp_path / "momentopname")
    assert set(back.tables) == set(dossier.tables)
    assert all(back.tables[name].equals(frame) for name, frame in dossier.tables.items())
    assert snapshot_hash(back) == snapshot_hash(dossier)


def test_the_hash_does_not_see_order_spelling_or_kind_of_file(dossier, tmp_path):
    tables = read_csv_folder(EXAMPLE)
    shuffled = write_csv_folder(tables, tmp_path / "csv", rng=random.Random(4), separator=";", bom=True)
    book = write_xlsx(tables, tmp_path / "dossier.xlsx", rng=random.Random(5), date_cells=True)
    assert {snapshot_hash(read(path)) for path in (shuffled, book)} == {snapshot_hash(dossier)}


def test_the_hash_does_not_see_who_wrote_the_parquet(dossier, tmp_path):
    files = snapshot_files(dossier)
    for name, frame in dossier.tables.items():
        frame.write_parquet(tmp_path / f"{name}.parquet", use_pyarrow=True, compression="gzip")
    assert snapshot_hash(read_snapshot(tmp_path)) == snapshot_hash(dossier_of(files))


def test_the_hash_sees_every_single_cell(dossier):
    told = {snapshot_hash(dossier)}
    cells = 0
    for table, frame in dossier.tables.items():
        for column, kind in frame.schema.items():
            if frame.height:
                bent = frame.with_columns(
                    pl.when(pl.int_range(pl.len()) == 0)
                    .then(other(column, kind))
                    .otherwise(pl.col(column))
                    .alias(column)
                )
                told.add(snapshot_hash(changed(dossier, table, bent)))
                cells += 1
    assert len(told) == cells + 1


def other(column, kind):
    cell = pl.col(column)
    match kind:
        case pl.String():
            return cell.fill_null("") + "x"
        case pl.Boolean():
            return ~cell.fill_null(False)
        case pl.Date():
            return cell.dt.offset_by("1d").fill_null(date(2025, 1, 1))
        case _:
            return cell.fill_null(0) + 1


def test_an_empty_table_is_not_an_absent_one(dossier):
    without = Dossier({name: frame for name, frame in dossier.tables.items() if name != "lessons"})
    empty = changed(dossier, "lessons", dossier.tables["lessons"].clear())
    assert len({snapshot_hash(each) for each in (dossier, without, empty)}) == 3


def test_a_row_more_of_the_same_is_seen():
    frame = pl.DataFrame({"a": ["x", "x"]})
    assert tables_hash({"t": frame}, "f") != tables_hash({"t": frame.head(1)}, "f")


texts = st.text(st.sampled_from("ab\\N\t\nt n"), max_size=4) | st.none()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(texts, texts), max_size=3), st.lists(st.tuples(texts, texts), max_size=3))
def test_different_rows_never_have_one_text(one, other_rows):
    def hashed(rows):
        frame = pl.DataFrame(rows, schema={"a": pl.String, "b": pl.String}, orient="row")
        return tables_hash({"t": frame}, "f")

    same = sorted(map(repr, one)) == sorted(map(repr, other_rows))
    assert (hashed(one) == hashed(other_rows)) == same


@pytest.mark.parametrize("damage", ["unknown", "column", "type", "garbage", "cut"])
def test_what_is_no_snapshot_is_refused(dossier, damage):
    files = snapshot_files(dossier)
    lessons = dossier.tables["lessons"]
    match damage:
        case "unknown":
            files["geheim.parquet"] = files["lessons.parquet"]
        case "column":
            files |= snapshot_files(Dossier({"lessons": lessons.with_columns(extra=pl.lit(1))}))
        case "type":
            files |= snapshot_files(
                Dossier({"lessons": lessons.with_columns(pl.col("date").cast(pl.String))})
            )
        case "garbage":
            files["lessons.parquet"] = b"PAR1 dit is geen Parquet PAR1"
        case "cut":
            files["lessons.parquet"] = files["lessons.parquet"][:-20]
    with pytest.raises(SnapshotError):
        dossier_of(files)


def test_packing_gives_the_same_bytes_every_time(dossier):
    files = snapshot_files(dossier)
    assert packed(files) == packed(dict(reversed(files.items())))
    assert unpacked(packed(files)) == files
