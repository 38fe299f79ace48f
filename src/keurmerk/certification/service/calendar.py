"""The table of days equated with holidays: a change moves the terms that end around it, and lists them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from keurmerk.accounts.models import User
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import EquatedDay, Term
from keurmerk.certification.service import running
from keurmerk.journal import service as journal
from keurmerk.journal.models import Entry
from keurmerk.journal.unit import journaled
from keurmerk.shared.canonical import Json


@dataclass(frozen=True, slots=True)
class Move:
    """A running term and the last day that it would get."""

    term: Term
    to: date


@journaled
def equate(day: date, *, name: str, source: str, by: User) -> Entry:
    """Add a day; the line in the journal tells which running terms moved, from when to when."""
    if EquatedDay.objects.filter(day=day).exists():
        raise refuse("al_bekend", "Deze dag staat al in de tabel.")
    if not name.strip() or not source.strip():
        raise refuse("bron_ontbreekt", "Vul in hoe de dag heet en in welk besluit dat staat.")
    moves = would_move(day)
    EquatedDay.objects.create(day=day, name=name.strip(), source=source.strip())
    return _recount(by, "calendar.equated", day, source.strip(), moves)


@journaled
def unequate(equated: EquatedDay, *, by: User) -> Entry:
    moves = would_move_back(equated.day)
    day, source = equated.day, equated.source
    equated.delete()
    return _recount(by, "calendar.unequated", day, source, moves)


def would_move(day: date) -> list[Move]:
    """What equating this day would move. Nothing is stored."""
    return list(_moves(running.equated_days() | {day}))


def would_move_back(day: date) -> list[Move]:
    """What would move when this day counted as any other again."""
    return list(_moves(running.equated_days() - {day}))


def _moves(equated: frozenset[date]) -> Iterator[Move]:
    for term in Term.objects.filter(ended_on=None).select_related("case__school").order_by("last_day", "pk"):
        last = running.compute(term.kind, term.facts, term.source, equated=equated).last_day
        if last != term.last_day:
            yield Move(term, last)


def _recount(by: User, kind: str, day: date, source: str, moves: list[Move]) -> Entry:
    told = [_in_json(move) for move in moves]
    for move in moves:
        running.change_facts(move.term, move.term.facts)
    running.refresh_next_day({move.term.case_id for move in moves})
    return journal.record(
        actor=by,
        kind=kind,
        subject=by,
        payload={"day": day.isoformat(), "moved": len(moves), "terms": told},
        ground=source[:300],
    )


def _in_json(move: Move) -> dict[str, Json]:
    return {
        "case": move.term.case.number,
        "what": move.term.code,
        "from": move.term.last_day.isoformat(),
        "to": move.to.isoformat(),
    }
