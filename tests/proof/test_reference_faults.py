"""The test of the tests: the made-up dossiers tell the norms from every faulty version of them."""

import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests import reference
from tests.generators.boundary import boundary_dossiers
from tests.generators.dossiers import random_dossier
from tests.proof.mutants import Fault, faulty
from tests.proof.reference_faults import FAULTS

ROOT = Path(reference.__file__).parent
PACKAGE = "tests.reference"
DOSSIERS = 400


@cache
def made_and_judged(number: int) -> tuple[Any, dict[str, Any]]:
    """The boundary dossiers come first, then the random ones."""
    frame = boundary_frame()
    dossier = frame[number] if number < len(frame) else random_dossier(random.Random(number))
    return dossier, reference.judge(*dossier)


@cache
def boundary_frame() -> list[Any]:
    return boundary_dossiers(part=5)


def name(fault: Fault) -> str:
    return f"{fault.file} {fault.wrong.strip() or f'without {fault.right.strip()}'}"


@pytest.mark.parametrize("fault", FAULTS[::4], ids=name)
def test_dossiers_find_a_quarter_of_the_faults(fault: Fault, record_property: Any) -> None:
    finds(fault, record_property)


@pytest.mark.proof
@pytest.mark.parametrize("fault", FAULTS, ids=name)
def test_dossiers_find_the_fault(fault: Fault, record_property: Any) -> None:
    finds(fault, record_property)


def finds(fault: Fault, record_property: Any) -> None:
    """Record it for the count of kills, and fail when no dossier tells the faulty reference apart."""
    record_property("reference", name(fault))
    with faulty(PACKAGE, ROOT, fault) as package:
        for number in range(DOSSIERS):
            dossier, expected = made_and_judged(number)
            if package.judge(*dossier) != expected:
                return
    pytest.fail(f"no dossier shows the fault in {fault.file}: {fault.wrong}")
