"""The table of days equated with holidays: a change moves the terms that end around it, and lists them."""

from datetime import date

from django.db import transaction

from keurmerk.accounts.models import User
from keurmerk.certification.errors import refuse
from keurmerk.certification.models import EquatedDay, Term
from keurmerk.certification.service import running
from keurmerk.journal import service as journal


@transaction.atomic
def equate(day: date, *, name: str, source: str, by: User) -> list[Term]:
    """Add a day; returns the running terms whose last day moved."""
    if EquatedDay.objects.filter(day=day).exists():
        raise refuse("al_bekend", "Deze dag staat al in de tabel.")
    EquatedDay.objects.create(day=day, name=name.strip(), source=source.strip())
    return _recount(by, "calendar.equated", day, source)


@transaction.atomic
def unequate(equated: EquatedDay, *, by: User) -> list[Term]:
    day, source = equated.day, equated.source
    equated.delete()
    return _recount(by, "calendar.unequated", day, source)


def would_move(day: date) -> list[tuple[Term, date]]:
    """The running terms that equating this day would move, with their new last day; nothing is stored."""
    with transaction.atomic():
        EquatedDay.objects.get_or_create(day=day, defaults={"name": "proef", "source": "proef"})
        found = [
            (term, last)
            for term in Term.objects.filter(ended_on=None).select_related("case", "case__school")
            if (last := running.compute(term.kind, term.facts, term.source).last_day) != term.last_day
        ]
        transaction.set_rollback(True)
    return found


def _recount(by: User, kind: str, day: date, source: str) -> list[Term]:
    moved = []
    for term in Term.objects.filter(ended_on=None).select_related("case"):
        was = term.last_day
        if running.compute(term.kind, term.facts, term.source).last_day != was:
            moved.append(running.change_facts(term, term.facts))
    running.refresh_next_day({term.case_id for term in moved})
    journal.record(
        actor=by,
        kind=kind,
        subject=by,
        payload={"day": day.isoformat(), "moved": len(moved)},
        ground=source[:300],
    )
    return moved
