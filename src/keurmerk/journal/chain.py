"""How a line is hashed: over what it says, its number, and the hash of the line before it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import NamedTuple

from keurmerk.shared.canonical import Json, canonical_json

START = "0" * 64


class Line(NamedTuple):
    """The columns of a journal line, in the order in which they are hashed and read."""

    number: int
    happened_at: datetime
    actor_type: str
    actor_id: str
    actor_label: str
    kind: str
    subject_type: str
    subject_id: str
    subject_label: str
    ground: str
    payload: str
    previous_hash: str


class FaultKind(Enum):
    CHANGED = "de regel is gewijzigd"
    GAP = "er ontbreken regels vóór deze regel"
    BROKEN_LINK = "de regel sluit niet aan op de regel ervoor"


@dataclass(frozen=True)
class Fault:
    number: int
    kind: FaultKind


def hash_of(line: Line) -> str:
    return link(contents_of(line), line.number, line.previous_hash)


def contents_of(line: Line) -> str:
    """The hash of all that a line says, without its place: that is known at the end of the journal only."""
    told: list[Json] = [line.happened_at.astimezone(UTC).isoformat(), *map(str, line[2:-1])]
    return hashlib.sha256(canonical_json(told).encode()).hexdigest()


def link(contents: str, number: int, previous_hash: str) -> str:
    """The database of PostgreSQL computes the same (appending.py): keep both alike."""
    return hashlib.sha256(f"{contents}:{number}:{previous_hash}".encode()).hexdigest()


def faults_in(lines: Iterable[tuple[Line, str]]) -> Iterator[Fault]:
    """Walk lines in the order of their numbers, each with the hash that was stored with it."""
    expected_number, expected_hash = 1, START
    for line, stored in lines:
        if line.number != expected_number:
            yield Fault(line.number, FaultKind.GAP)
        elif line.previous_hash != expected_hash:
            yield Fault(line.number, FaultKind.BROKEN_LINK)
        if hash_of(line) != stored:
            yield Fault(line.number, FaultKind.CHANGED)
        expected_number, expected_hash = line.number + 1, stored
