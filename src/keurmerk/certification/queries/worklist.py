"""The open cases of every school by their nearest legal date. One query counts, one fetches a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy

from keurmerk.certification.models import Case
from rulebook.lifecycle.states import Standing, State, held_states


class Whose(StrEnum):
    MINE = "mij"
    NOBODY = "niemand"


class When(StrEnum):
    OVERDUE = "te_laat"
    THIS_WEEK = "deze_week"
    LATER = "later"
    NO_DATE = "geen_datum"


class StatusGroup(StrEnum):
    """States that ask for the same attention."""

    APPLYING = "aanvraag"
    GOOD = "geldig"
    WARNED = "gewaarschuwd"
    SUSPENDED = "geschorst"
    NOT_HELD = "geen_keurmerk"


GROUPS: dict[StatusGroup, frozenset[State]] = {
    StatusGroup.APPLYING: frozenset({State.AGREEMENT, State.APPLICATION}),
    StatusGroup.GOOD: held_states(standings=[Standing.GOOD]),
    StatusGroup.WARNED: held_states(standings=[Standing.WARNED]),
    StatusGroup.SUSPENDED: held_states(standings=[Standing.INQUIRY, Standing.SANCTION]),
}
GROUPS[StatusGroup.NOT_HELD] = frozenset(State) - frozenset().union(*GROUPS.values())

FIELDS = (
    "public_id",
    "number",
    "title",
    "kind",
    "next_day",
    "next_what",
    "school__public_id",
    "school__name",
    "school__kvk_number",
    "certificate__state",
    "handler__name",
)
SORTS = {
    "datum": "next_day",
    "zaak": "number",
    "school": "school__name",
    "soort": "kind",
    "status": "certificate__state",
    "behandelaar": "handler__name",
}
MOST_DIGITS = 9
NOTHING = Q(pk=None)


@dataclass(frozen=True, slots=True)
class Line:
    """An open case as the worklist shows it, in the order of FIELDS."""

    public_id: UUID
    number: int
    title: str
    kind: str
    next_day: date | None
    next_what: str
    school_id: UUID
    school: str
    kvk_number: str
    state: str
    handler: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for. Values that are not known find nothing; an empty one asks nothing."""

    kind: str = ""
    whose: str = ""
    status: str = ""
    when: str = ""
    search: str = ""
    sort: str = "datum"
    descending: bool = False


def open_cases(wanted: Wanted, *, user_id: int, today: date) -> QuerySet[Case]:
    """For staff, who may see every school."""
    found = Case.objects.filter(closed_on=None)
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.whose:
        found = found.filter(_whose(wanted.whose, user_id))
    if wanted.status:
        states = GROUPS[StatusGroup(wanted.status)] if wanted.status in GROUPS else ()
        found = found.filter(certificate__state__in=sorted(states))
    if wanted.when:
        found = found.filter(_when(wanted.when, today))
    if wanted.search:
        found = found.filter(_mentions(wanted.search))
    return found


def lines(found: QuerySet[Case], wanted: Wanted, start: int = 0, stop: int | None = None) -> Iterator[Line]:
    """Cases without a date come last, whichever way they are sorted; the oldest case goes first."""
    name = SORTS.get(wanted.sort, "next_day")
    rows = found.order_by(_order(name, descending=wanted.descending), "number").values_list(*FIELDS)
    return (Line(*row) for row in rows[start:stop])


def _order(name: str, *, descending: bool) -> OrderBy:
    field = F(name)
    return field.desc(nulls_last=True) if descending else field.asc(nulls_last=True)


def _whose(value: str, user_id: int) -> Q:
    chosen: dict[str, Q] = {Whose.MINE: Q(handler_id=user_id), Whose.NOBODY: Q(handler=None)}
    return chosen.get(value, NOTHING)


def _when(value: str, today: date) -> Q:
    sunday = end_of_week(today)
    chosen: dict[str, Q] = {
        When.OVERDUE: Q(next_day__lt=today),
        When.THIS_WEEK: Q(next_day__range=(today, sunday)),
        When.LATER: Q(next_day__gt=sunday),
        When.NO_DATE: Q(next_day=None),
    }
    return chosen.get(value, NOTHING)


def end_of_week(today: date) -> date:
    return today + timedelta(days=6 - today.weekday())


def _mentions(words: str) -> Q:
    """In the name of the school, the KvK number, or the number of the case as people write it: Z000012."""
    found = Q(school__name__icontains=words) | Q(school__kvk_number__startswith=words)
    digits = words.lower().removeprefix("zaak").strip().removeprefix("z")
    if digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS:
        found |= Q(number=int(digits))
    return found
