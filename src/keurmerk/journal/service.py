"""Writing the journal and checking that nobody rewrote it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from django.db import connection
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from keurmerk.journal.chain import START, Fault, Line, faults_in
from keurmerk.journal.models import Entry
from keurmerk.journal.party import Party, Recordable, party_of
from keurmerk.journal.unit import journaled, keep
from keurmerk.shared.canonical import Json, canonical_json

FAULTS_SHOWN = 100

__all__ = ["Verification", "describe", "journaled", "record", "verify"]


@dataclass(frozen=True)
class Verification:
    """What the check found.

    `head` is the number and hash of the last line: noted elsewhere, it proves that no tail was cut off.
    """

    entries: int
    head: tuple[int, str]
    faults: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        return not self.faults


def record(
    *,
    actor: Party | Recordable,
    kind: str,
    subject: Party | Recordable,
    payload: Mapping[str, Json],
    ground: str = "",
) -> Entry:
    """Add a line in the transaction of what it tells, so that both happen or neither.

    Inside `journaled` it is written when the outermost verb is done, and has its number from then on. Names
    and contact data of persons do not belong in the payload; the journal outlives their retention.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("the journal is written in the transaction of what it tells")
    who, what = party_of(actor), party_of(subject)
    entry = Entry(
        happened_at=timezone.now(),
        actor_type=who.type,
        actor_id=who.id,
        actor_label=who.label,
        kind=kind,
        subject_type=what.type,
        subject_id=what.id,
        subject_label=what.label,
        ground=ground,
        payload=canonical_json(payload),
    )
    keep(entry)
    return entry


def verify() -> Verification:
    """Recompute the whole chain, a line at a time."""
    seen: list[tuple[int, str]] = [(0, START)]

    def lines() -> Iterator[tuple[Line, str]]:
        rows = Entry.objects.order_by("number").values_list(*Line._fields, "hash")
        for *values, stored in rows.iterator(chunk_size=2000):
            line = Line(*values)
            seen[0] = (line.number, stored)
            yield line, stored

    faults = tuple(islice(faults_in(lines()), FAULTS_SHOWN))
    return Verification(Entry.objects.count(), seen[0], faults)


def describe(verification: Verification) -> str:
    """What `keurmerk journal verify` prints."""
    number, head = verification.head
    if verification.holds:
        return f"Het journaal klopt: {verification.entries} regels, de laatste is {number}:{head}."
    told = [f"  regel {fault.number}: {fault.kind.value}" for fault in verification.faults]
    return "\n".join(["Het journaal klopt niet:", *told])
