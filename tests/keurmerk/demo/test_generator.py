"""What holds of every demo dossier: the same for a seed, plainly made up, of the promised size."""

import io
import subprocess
import sys
import zipfile
from datetime import date
from itertools import chain

import pytest

from keurmerk.demo.files import as_workbook, as_zip, write_dossier
from keurmerk.demo.generator import DEFAULT_SEED, SCHOOLS, Fault, demo_dossier, school_named
from keurmerk.demo.generator.dossier import UnknownSchoolError
from keurmerk.demo.generator.profile import Kind
from keurmerk.intake.reading import read_dossier
from keurmerk.intake.schema import TABLES
from rulebook.kernel.period import PeriodError

SMALL, SMALL_START = "de-iep", date(2025, 4, 1)


@pytest.fixture(scope="module")
def small():
    return demo_dossier(SMALL, SMALL_START, DEFAULT_SEED)


@pytest.fixture(scope="module")
def large():
    return demo_dossier("de-eik", date(2025, 1, 1), DEFAULT_SEED)


def test_same_seed_gives_the_same_dossier_in_another_process(small):
    code = (
        "import hashlib, sys; from datetime import date; from keurmerk.demo.generator import demo_dossier;"
        f"print(hashlib.sha256(repr(demo_dossier('{SMALL}', date(2025, 4, 1), {DEFAULT_SEED}))"
        ".encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert small == demo_dossier(SMALL, SMALL_START, DEFAULT_SEED)


def test_another_seed_gives_another_dossier(small):
    assert small != demo_dossier(SMALL, SMALL_START, DEFAULT_SEED + 1)


def test_all_tables_of_the_contract_are_there_and_no_other(large):
    assert set(large) == {table.name for table in TABLES}
    assert all(large.values())


def test_every_column_is_one_of_the_contract(large):
    for table in TABLES:
        known = {column.name for column in table.columns}
        assert set().union(*large[table.name]) <= known


def test_names_and_addresses_are_plainly_made_up(large):
    assert large["organisatie"][0]["naam"] == "Voorbeeldschool De Eik (verzonnen)"
    for row in large["cursisten"]:
        assert row["naam"].startswith("Verzonnen Cursist ")
        assert row["email"].endswith("@example.org")
        assert (row["telefoon"][:4], len(row["telefoon"])) == ("0600", 10)
        assert row["postcode"] == "0000 XX"
    for row in chain(large["docenten"]):
        assert row["naam"].startswith("Verzonnen Docent ")


def test_numbers_at_the_kvk_cannot_be_real():
    assert len({school.kvk_number for school in SCHOOLS}) == len(SCHOOLS) == 12
    assert all(school.kvk_number.startswith("00000") for school in SCHOOLS)


def test_the_large_school_has_four_locations_and_about_900_learners(large):
    assert 880 <= len(large["cursisten"]) <= 930
    assert len({row["vestiging"] for row in large["lessen"]}) == 4


def test_there_is_a_school_of_every_promised_kind():
    kinds = {school.key: {lane.kind for lane in school.lanes} for school in SCHOOLS}
    assert kinds["de-meidoorn"] == {Kind.ALPHA, Kind.WI2013}
    assert kinds["de-kastanje"] == set(Kind)
    assert [school.key for school in SCHOOLS if school.self_employed] == ["de-hazelaar"]
    assert [school.key for school in SCHOOLS if school.fixed_term] == ["de-iep"]
    assert not SCHOOLS[0].faults


def test_every_fault_happens_at_some_school():
    happens = {fault for school in SCHOOLS for faults in school.faults.values() for fault in faults}
    assert happens == set(Fault)


def test_who_is_in_course_at_the_end_of_a_period_is_found_in_the_next():
    before = demo_dossier(SMALL, date(2024, 4, 1), DEFAULT_SEED)
    after = {row["cursist_id"] for row in demo_dossier(SMALL, SMALL_START, DEFAULT_SEED)["cursisten"]}
    running = {row["cursist_id"] for row in before["trajecten"] if not row["beeindigd_op"]}
    assert running
    assert running <= after


@pytest.mark.parametrize(
    "name", ["de-wilg", "wilg", "De Wilg", "VOORBEELDSCHOOL DE WILG (verzonnen)", "00000101"]
)
def test_a_school_is_found_by_any_of_its_names(name):
    assert school_named(name) is SCHOOLS[0]


def test_unknown_school_and_wrong_period_are_refused():
    with pytest.raises(UnknownSchoolError):
        demo_dossier("de-baobab", SMALL_START, DEFAULT_SEED)
    with pytest.raises(PeriodError):
        demo_dossier(SMALL, date(2025, 2, 1), DEFAULT_SEED)


@pytest.mark.parametrize("year", [2018, 2021, 2040])
def test_other_years_give_a_valid_dossier_too(year, tmp_path):
    write_dossier(demo_dossier(SMALL, date(year, 4, 1), DEFAULT_SEED), tmp_path / "dossier.zip")
    assert read_dossier(tmp_path / "dossier.zip").problems == ()


def test_workbook_zip_and_folder_hold_the_same_dossier(small, tmp_path):
    found = []
    for name in ("dossier.xlsx", "dossier.zip", "dossier"):
        write_dossier(small, tmp_path / name)
        read = read_dossier(tmp_path / name)
        assert (read.problems, read.warnings) == ((), ())
        assert read.dossier is not None
        found.append({table: frame.rows() for table, frame in read.dossier.tables.items()})
    assert found[0] == found[1] == found[2]


def test_files_of_the_same_rows_are_the_same_bytes(small):
    assert as_zip(small) == as_zip(small)
    assert as_workbook(small) == as_workbook(small)
    assert b"2025-01-01T00:00:00Z" in zipfile.ZipFile(io.BytesIO(as_workbook(small))).read(
        "docProps/core.xml"
    )
