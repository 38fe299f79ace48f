"""The test of the tests, for the legal life: the examples, the reference or the limits find every fault."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.proof.engine_faults.seeded import ROOT
from tests.proof.lifecycle_faults import FAULTS, Bent, bent_rows
from tests.proof.mutants import Fault, faulty
from tests.rulebook.lifecycle import checks, limits
from tests.rulebook.lifecycle.cell_files import cells, examples
from tests.rulebook.lifecycle.engine import TABLES, Engine

ENGINE = Engine()
BENT = list(bent_rows(ENGINE))


def name(fault: Fault) -> str:
    words = " ".join((fault.wrong or f"without {fault.right}").split())
    return f"{fault.file} {words[:60]} / {' '.join(fault.right.split())[:40]}"


def of_event(engine: Engine, table: str, event: str) -> Iterator[str]:
    """What the checks tell of one event of one table, the rest being as it was."""
    for state in engine.all_states(table):
        if (table, state, event) in cells():
            yield from checks.of_grounds_of(engine, table, state, event)
        yield from checks.of_pair(engine, table, state, event)
    for example in examples():
        if (example.table, example.event) == (table, event):
            yield from checks.of_example(engine, example)


def finds_bent(bent: Bent) -> bool:
    engine = Engine()
    rows = list(engine.of(bent.table).rows)
    rows[bent.place] = bent.row
    table = type(engine.of(bent.table))(rows)
    engine.of = lambda asked: table if asked == bent.table else ENGINE.of(asked)  # type: ignore[method-assign]
    return any(of_event(engine, bent.table, bent.row.event.value))


@pytest.mark.parametrize("bent", BENT[::10], ids=lambda bent: bent.name)
def test_checks_find_a_tenth_of_the_bent_rows(bent: Bent, record_property: Any) -> None:
    record_property("engine", bent.name)
    assert finds_bent(bent)


@pytest.mark.proof
@pytest.mark.parametrize("table", TABLES)
def test_checks_find_every_bent_row(table: str) -> None:
    mine = [bent for bent in BENT if bent.table == table]
    assert [bent.name for bent in mine if not finds_bent(bent)] == []


@pytest.mark.parametrize("fault", FAULTS[::10], ids=name)
def test_checks_find_a_tenth_of_the_faults(fault: Fault, record_property: Any) -> None:
    finds(fault, record_property)


@pytest.mark.proof
@pytest.mark.parametrize("fault", FAULTS, ids=name)
def test_checks_find_the_fault(fault: Fault, record_property: Any) -> None:
    finds(fault, record_property)


def finds(fault: Fault, record_property: Any) -> None:
    record_property("engine", name(fault))
    with faulty("rulebook", ROOT, fault) as package:
        assert shows(package.__name__)


def shows(package: str) -> bool:
    """An engine that breaks down, however it does, shows its fault too."""
    try:
        engine = Engine(package)
        return any(limits.differences(engine)) or any(checks.differences(engine))
    except Exception:  # noqa: BLE001
        return True


def test_nothing_is_told_of_the_engine_itself() -> None:
    assert list(checks.differences(ENGINE)) == []
    assert list(limits.differences(ENGINE)) == []


def test_every_fault_fits_the_source_once_and_there_are_many() -> None:
    assert len(set(FAULTS)) == len(FAULTS) >= 60
    for fault in FAULTS:
        text = (ROOT / fault.file).read_text(encoding="utf-8")
        assert text.count(fault.right) == 1, fault
    assert len({bent.name for bent in BENT}) == len(BENT) >= 1000
