"""Hostile files cost little: bounded memory and time, and never anything but a message."""

import random
import time
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest

from keurmerk.intake import raw
from keurmerk.intake.reading import read_dossier
from tests.keurmerk.intake.broken_packages import good_workbook, rewritten, zipped
from tests.keurmerk.intake.small_dossier import places, read_folder, small_dossier, write_folder

MEGABYTE = 1_000_000


def test_a_far_cell_costs_no_memory(tmp_path: Path) -> None:
    path = good_workbook(tmp_path)
    book = openpyxl.load_workbook(path)
    for table in ("lessen", "docenten", "vogs"):
        book[table]["XFD1048576"] = "ver weg"
    book.save(path)
    tracemalloc.start()
    result = read_dossier(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert ("lessen", 1_048_576, "XFD") in places(result)
    assert peak < 10 * MEGABYTE


def test_a_csv_of_two_gigabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    write_folder(small_dossier(), tmp_path)
    with (tmp_path / "lessen.csv").open("r+b") as stream:
        stream.truncate(2 * 1024**3)
    start = time.perf_counter()
    result = read_dossier(tmp_path)
    assert time.perf_counter() - start < 1
    assert places(result)[0] == ("lessen", None, None)


def test_more_rows_than_allowed_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "MAX_ROWS", 30)
    monkeypatch.setattr(raw, "ROWS_AT_ONCE", 7)
    files = small_dossier()
    files["docenten"] += [[f"D{number}", "x"] for number in range(2, 31)]
    assert read_folder(files, tmp_path / "just").problems == ()
    files["docenten"].append(["D99", "x"])
    assert places(read_folder(files, tmp_path / "over")) == [("docenten", None, None)]


@pytest.mark.parametrize("seed", range(60))
def test_a_workbook_with_bytes_changed_gives_a_message_and_never_a_crash(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    path = good_workbook(tmp_path)
    content = bytearray(path.read_bytes())
    for _ in range(rng.randint(1, 12)):
        content[rng.randrange(len(content))] = rng.randrange(256)
    path.write_bytes(content)
    result = read_dossier(path)
    assert (result.dossier is None) == bool(result.problems)


@pytest.mark.parametrize("seed", range(60))
def test_a_workbook_with_its_xml_changed_gives_a_message_and_never_a_crash(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    with zipfile.ZipFile(good_workbook(tmp_path)) as archive:
        part = rng.choice([name for name in archive.namelist() if name.endswith((".xml", ".rels"))])

    def damage(content: bytes) -> bytes:
        changed = bytearray(content)
        for _ in range(rng.randint(1, 4)):
            place = rng.randrange(len(changed))
            changed[place : place + rng.randint(0, 6)] = rng.choice(
                (b'"', b"<", b"r='0'", b"99999999999", b"s", b"", b"<f/>", b"&#0;", b" t='s'", b"-1")
            )
        return bytes(changed)

    result = read_dossier(rewritten(part, damage)(tmp_path))
    assert (result.dossier is None) == bool(result.problems)


@pytest.mark.parametrize("seed", range(40))
def test_csv_with_bytes_changed_gives_a_message_and_never_a_crash(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    folder = write_folder(small_dossier(), tmp_path)
    for file in sorted(folder.iterdir()):
        content = bytearray(file.read_bytes())
        for _ in range(rng.randint(0, 3)):
            place = rng.randrange(len(content))
            content[place : place + rng.randint(0, 3)] = rng.choice(
                (b'"', b",", b";", b"\n", b"\0", b"\xff", b"-")
            )
        file.write_bytes(content)
    result = read_dossier(folder)
    assert (result.dossier is None) == bool(result.problems)


def test_a_zip_is_never_unpacked_to_disk(tmp_path: Path) -> None:
    path = zipped({})(tmp_path)
    before = set(tmp_path.rglob("*"))
    assert read_dossier(path).problems == ()
    assert set(tmp_path.rglob("*")) == before


def test_a_link_to_nowhere_in_a_folder_is_a_message(tmp_path: Path) -> None:
    write_folder(small_dossier(), tmp_path)
    (tmp_path / "lessen.csv").unlink()
    (tmp_path / "lessen.csv").symlink_to(tmp_path / "weg")
    assert read_dossier(tmp_path).dossier is None
