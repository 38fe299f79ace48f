"""A term as people see it: its last day, what is left, what started it, and every step with its article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from keurmerk.web.components import dutch

SUSPENSIONS, COMPLETED, REPAIR_BY = "opschortingen", "aangevuld_op", "hersteltermijn_tot"


class StoredTerm(Protocol):
    """What a row of a term tells."""

    text: str
    source: str
    side: str
    facts: Mapping[str, Any]
    last_day: date
    before_moving: date
    steps: Sequence[Mapping[str, str]]
    started_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class ShownTerm:
    """Dates are given, never the clock's. Without `ics_url` no link to a calendar is shown."""

    ends: date
    words: str
    tone: str
    starts: str
    what: str = ""
    ground: str = ""
    moved: str = ""
    stands_still: str = ""
    ended: str = ""
    steps: tuple[tuple[str, str], ...] = ()
    ics_url: str = ""

    @property
    def full(self) -> str:
        return dutch.day(self.ends)

    @property
    def month(self) -> str:
        return dutch.MONTHS[self.ends.month - 1][:3]

    @property
    def icon(self) -> str:
        return "warning" if self.tone == "bad" else "calendar"


def left(days: int) -> str:
    """Nog 5 dagen, vandaag, 3 dagen verlopen."""
    if days == 0:
        return "vandaag"
    words = dutch.plural(abs(days), "dag", "dagen")
    return f"nog {words}" if days > 0 else f"{words} verlopen"


def plain_term(ends: date, today: date, starts: str, ground: str = "", moved: str = "") -> ShownTerm:
    days = (ends - today).days
    return ShownTerm(ends, left(days), tone_of(days), starts, ground=ground, moved=moved)


def tone_of(days: int) -> str:
    return "bad" if days < 0 else "warn" if days == 0 else "quiet"


def shown_term(term: StoredTerm, today: date, *, started_by: str, ics_url: str = "") -> ShownTerm:
    """A stored term; `started_by` says in words what made it run."""
    days = (term.last_day - today).days
    over = term.ended_on is not None
    return ShownTerm(
        ends=term.last_day,
        words="afgesloten" if over else left(days),
        tone="quiet" if over else tone_of(days),
        starts=f"{started_by}, op {dutch.day(term.started_on)}",
        what=term.text,
        ground=term.source,
        moved=_moved(term),
        stands_still="" if over else _stands_still(term, today),
        ended=f"Afgesloten op {dutch.day(term.ended_on)}." if term.ended_on else "",
        steps=tuple((step["text"], step["source"]) for step in term.steps),
        ics_url="" if over else ics_url,
    )


def _moved(term: StoredTerm) -> str:
    if term.last_day == term.before_moving:
        return ""
    was, now = dutch.day(term.before_moving), dutch.day(term.last_day)
    return f"Verschoven: de laatste dag zou {was} zijn, maar dat is geen gewone werkdag. Het wordt {now}."


def _stands_still(term: StoredTerm, today: date) -> str:
    """While the other side has something to complete, counted as if it takes all its time."""
    waiting = [each for each in term.facts.get(SUSPENSIONS) or () if not each.get(COMPLETED)]
    until = max((date.fromisoformat(each[REPAIR_BY]) for each in waiting), default=date.min)
    if until < today:
        return ""
    return f"Deze termijn staat stil tot de aanvulling er is, uiterlijk tot en met {dutch.day(until)}."
