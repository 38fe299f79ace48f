"""Writing the journal and checking that nobody rewrote it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from django.db import connection
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from keurmerk.journal.chain import START, Fault, Line, faults_in, hash_of
from keurmerk.journal.models import Entry
from keurmerk.journal.party import Party, Recordable, party_of
from keurmerk.shared.canonical import Json, canonical_json

# Any number will do, as long as nothing else in this database locks on it.
JOURNAL_LOCK = 0x6B6D_6A6F
FAULTS_SHOWN = 100


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

    Holds the end of the journal until that transaction ends: write it late in the verb. Names and contact
    data of persons do not belong in the payload; the journal outlives their retention.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("the journal is written in the transaction of what it tells")
    _hold_the_end()
    last = Entry.objects.order_by("-number").values_list("number", "hash").first() or (0, START)
    who, what = party_of(actor), party_of(subject)
    line = Line(
        number=last[0] + 1,
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
        previous_hash=last[1],
    )
    return Entry.objects.create(**line._asdict(), hash=hash_of(line))


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


def _hold_the_end() -> None:
    """One writer at a time, else two lines follow the same one. SQLite saw to it with BEGIN IMMEDIATE."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [JOURNAL_LOCK])
