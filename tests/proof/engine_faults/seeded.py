"""A fault in the rulebook, with what shows it."""

from pathlib import Path
from typing import NamedTuple

import rulebook
from tests.proof.mutants import Fault

ROOT = Path(rulebook.__path__[0]).resolve()
DATA = ROOT / "norms" / "inburgeren" / "catalogue"
READER = "norms/handbook_data.py"
READING = 'read_text(encoding="utf-8")'

type Witness = int | str
"""The seed of a made-up dossier, the number of one of the boundary frame ('frame 3'), or a named test."""


class Seeded(NamedTuple):
    witness: Witness
    fault: Fault
    name: str

    @property
    def by_named_test(self) -> bool:
        return isinstance(self.witness, str) and self.witness.startswith("tests/")


def in_file(file: str, *faults: tuple[Witness, str, str]) -> tuple[Seeded, ...]:
    """Faults in one source file: the witness, text that stands there once, and what stands there instead."""
    return tuple(
        Seeded(witness, Fault(file, right, wrong), f"{file} {number}: {_shown(wrong or f'without {right}')}")
        for number, (witness, right, wrong) in enumerate(faults, start=1)
    )


def in_parameters(*faults: tuple[Witness, str, str, str]) -> tuple[Seeded, ...]:
    """Faults in the handbook's numbers: the witness, the parameter, and text in its block."""
    return tuple(
        Seeded(witness, _in_data(_block(name), right, wrong), f"parameter {name}: {wrong}")
        for witness, name, right, wrong in faults
    )


def _block(name: str) -> str:
    """The lines of one parameter in the data files."""
    for file in sorted((DATA / "parameters").iterdir()):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        if f"{name}:\n" in lines:
            start = lines.index(f"{name}:\n")
            end = next((at for at in range(start + 1, len(lines)) if lines[at][0] != " "), len(lines))
            return "".join(lines[start:end])
    raise ValueError(f"no parameter {name}")


def _in_data(block: str, right: str, wrong: str) -> Fault:
    """Data is no source: the fault is put into the text as it is read."""
    if block.count(right) != 1:
        raise ValueError(f"the fault does not fit: {right!r} stands {block.count(right)} times in {block}")
    return Fault(READER, READING, f"{READING}.replace({block!r}, {block.replace(right, wrong)!r})")


def _shown(text: str) -> str:
    """On one line, for the name of a test."""
    words = " ".join(text.split())
    return words if len(words) <= 80 else f"{words[:77]}..."
