"""The test of the tests, for the engine: every seeded fault is found by a made-up dossier or a named test."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from tests.generators.boundary import boundary_dossiers
from tests.generators.dossiers import random_dossier
from tests.proof.compare import RULEBOOK, differences
from tests.proof.engine_faults import EQUIVALENT, FAULTS
from tests.proof.engine_faults.seeded import ROOT, Seeded, Witness
from tests.proof.mutants import faulty

REPOSITORY = Path(__file__).parents[2]
FRAME = "frame "
SHOWN_BY_DOSSIER = [seeded for seeded in FAULTS if not seeded.by_named_test]
SHOWN_BY_TEST = [seeded for seeded in FAULTS if seeded.by_named_test]
TENTH = SHOWN_BY_DOSSIER[::10]
SEARCHED = 400  # dossiers that are tried when the witness no longer shows the fault


@cache
def frame() -> list[Any]:
    return boundary_dossiers(part=10)


def dossier(witness: Witness) -> Any:
    if isinstance(witness, int):
        return random_dossier(random.Random(witness))
    return frame()[int(witness.removeprefix(FRAME))]


def candidates(seeded: Seeded) -> Iterator[Witness]:
    """The known witness, then the boundary frame and fresh dossiers."""
    return chain([seeded.witness], (f"{FRAME}{number}" for number in range(len(frame()))), range(SEARCHED))


def finds(seeded: Seeded, record_property: Any) -> None:
    """Record it for the count of kills; a witness that went stale is named there too."""
    record_property("engine", seeded.name)
    with faulty(RULEBOOK, ROOT, seeded.fault) as package:
        for witness in candidates(seeded):
            if differences(*dossier(witness), package.__name__):
                if witness != seeded.witness:
                    record_property("stale", f"{seeded.name}: {seeded.witness} no longer, {witness} does")
                return
    pytest.fail(f"no dossier shows the fault in {seeded.name}")


@pytest.mark.parametrize("seeded", TENTH, ids=lambda seeded: seeded.name)
def test_dossiers_find_a_tenth_of_the_faults(seeded: Seeded, record_property: Any) -> None:
    finds(seeded, record_property)


@pytest.mark.proof
@pytest.mark.parametrize("seeded", SHOWN_BY_DOSSIER, ids=lambda seeded: seeded.name)
def test_dossiers_find_the_fault(seeded: Seeded, record_property: Any) -> None:
    finds(seeded, record_property)


@pytest.mark.proof
@pytest.mark.parametrize("seeded", SHOWN_BY_TEST, ids=lambda seeded: seeded.name)
def test_named_test_finds_the_fault(seeded: Seeded, tmp_path: Path, record_property: Any) -> None:
    """What the reference does not judge: the named test fails on a copy of the rulebook with the fault."""
    record_property("engine", seeded.name)
    package = tmp_path / RULEBOOK
    shutil.copytree(ROOT, package, ignore=shutil.ignore_patterns("__pycache__"))
    file = package / seeded.fault.file
    text = file.read_text(encoding="utf-8")
    assert text.count(seeded.fault.right) == 1
    file.write_text(text.replace(seeded.fault.right, seeded.fault.wrong), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", seeded.witness],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == pytest.ExitCode.TESTS_FAILED, run.stdout + run.stderr


def test_every_fault_fits_the_source_once() -> None:
    """Said here for all of them, so that `make test` tells when the engine has moved on."""
    assert len({seeded.name for seeded in FAULTS}) == len(FAULTS)
    for seeded in FAULTS:
        text = (ROOT / seeded.fault.file).read_text(encoding="utf-8")
        assert text.count(seeded.fault.right) == 1, seeded.name
        assert seeded.fault.right != seeded.fault.wrong


def test_faults_that_change_nothing_say_why() -> None:
    assert all(reason for _, reason in EQUIVALENT)
    for seeded, _ in EQUIVALENT:
        text = (ROOT / seeded.fault.file).read_text(encoding="utf-8")
        assert text.count(seeded.fault.right) == 1, seeded.name
