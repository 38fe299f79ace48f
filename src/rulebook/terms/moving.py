"""The step that moves the last day of a term in a law (Algemene termijnenwet, articles 1 and 3)."""

from collections.abc import Sequence
from datetime import date, timedelta

from rulebook.terms.calendar import SATURDAY, Days, holiday_name, is_free_day, moved
from rulebook.terms.term import Kind, Step, Term
from rulebook.terms.wording import in_words, listed, until, weekday

WEEKENDS = "Algemene termijnenwet 1"
HOLIDAYS = "Algemene termijnenwet 1, 3"


def term_of_law(kind: Kind, last: date, steps: Sequence[Step], equated: Days) -> Term:
    """Move the last day on from a free day, and say why."""
    day = moved(last, equated)
    if day == last:
        return Term(kind, last, last, tuple(steps))
    return Term(kind, day, last, (*steps, _step(last, day)))


def term_of_handbook(kind: Kind, last: date, steps: Sequence[Step], equated: Days) -> Term:
    """Leave the last day where it falls; say so when it is a free day."""
    if not is_free_day(last, equated):
        return Term(kind, last, last, tuple(steps))
    stays = Step("niet verlengd omdat dit geen termijn van een wet is", WEEKENDS)
    return Term(kind, last, last, (*steps, stays))


def _step(free: date, last: date) -> Step:
    skipped = [free + timedelta(days=days) for days in range((last - free).days)]
    weekend_only = all(_is_plain_weekend(day) for day in skipped)
    text = f"verlengd {until(last)} omdat {_because(free)}{_and_then(skipped)}"
    return Step(text, WEEKENDS if weekend_only else HOLIDAYS)


def _is_plain_weekend(day: date) -> bool:
    return day.weekday() >= SATURDAY and holiday_name(day) is None


def _because(day: date) -> str:
    if name := holiday_name(day):
        return f"{in_words(day)} {name} is"
    if day.weekday() >= SATURDAY:
        return f"{in_words(day)} in het weekend valt"
    return f"{in_words(day)} met een feestdag gelijkgesteld is"


def _and_then(skipped: Sequence[date]) -> str:
    """The free days after the first; that Sunday follows Saturday need not be said."""
    first, *rest = skipped
    if _is_plain_weekend(first):
        rest = [day for day in rest if not _is_plain_weekend(day)]
    if not rest:
        return ""
    names = [_name(day) for day in rest]
    return f" en daarna nog {listed(names)} {'komt' if len(names) == 1 else 'komen'}"


def _name(day: date) -> str:
    if name := holiday_name(day):
        return name
    return weekday(day) if day.weekday() >= SATURDAY else "een gelijkgestelde dag"
