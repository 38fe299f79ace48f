"""What stands in somebody's calendar: running terms and dated tasks, without anybody's name."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.models import CalendarFeed, Task, Term
from keurmerk.certification.queries.rights import unused
from keurmerk.organisations.models import School
from rulebook.lifecycle.pieces import Side

UNTOLD = "Taak"
"""For a task whose words somebody chose: they may hold a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One day in a calendar. `revision` grows whenever it moves; `case` and `school` are public ids."""

    uid: str
    day: date
    what: str
    about: str
    revision: int
    changed_at: datetime
    case: str
    school: str
    source: str = ""
    explanation: str = ""
    cancelled: bool = False


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def feed_of(token: str) -> CalendarFeed | None:
    """A running feed of an open account. Found by the hash, so timing tells nothing of the token."""
    running = CalendarFeed.objects.select_related("user").filter(revoked_at=None, user__is_active=True)
    return running.filter(token_hash=hash_of(token)).first()


def appointments_of(user: User) -> tuple[Appointment, ...]:
    """In the order of their days: of the person's schools, or of the cases a member of staff handles."""
    running = Term.objects.filter(_mine(user), ended_on=None)
    terms = unused(running).select_related("case", "case__school")
    tasks = Task.objects.filter(
        _mine(user), side=side_of(user), done_on=None, ended_on=None, due__isnull=False
    ).select_related("case", "case__school")
    found = [*map(of_term, terms), *_of_tasks(tasks)]
    return tuple(sorted(found, key=lambda one: (one.day, one.uid)))


def side_of(user: User) -> Side:
    return Side.SCHOOL if user.role == Role.SCHOOL else Side.SCHEME


def of_term(term: Term) -> Appointment:
    return Appointment(
        uid=str(term.public_id),
        day=term.last_day,
        what=term.text,
        about=str(term.case),
        revision=term.revision,
        changed_at=term.changed_at,
        case=str(term.case.public_id),
        school=str(term.case.school.public_id),
        source=term.source,
        explanation=term.explanation,
        cancelled=term.ended_on is not None,
    )


def _of_tasks(tasks: Iterable[Task]) -> Iterator[Appointment]:
    """What a change brought has the words of the rulebook; other tasks are only told to be there."""
    for task in tasks:
        if task.due is not None:
            yield Appointment(
                uid=str(task.public_id),
                day=task.due,
                what=task.text if task.change_id else UNTOLD,
                about=str(task.case),
                revision=0,
                changed_at=task.created_at,
                case=str(task.case.public_id),
                school=str(task.case.school.public_id),
                source=task.source,
            )


def _mine(user: User) -> Q:
    match Role(user.role):
        case Role.STAFF:
            return Q(case__handler=user, case__closed_on=None)
        case Role.SCHOOL:
            return Q(case__school__in=School.objects.for_user(user))
        case _:
            return Q(pk__in=[])
