"""Reminders of what ends: at most one mail a day to a person, on working days from seven o'clock.

Every line is taken anew from what runs, so that nothing needs to be stopped when a case moves.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from keurmerk.accounts.enums import Role
from keurmerk.accounts.models import User
from keurmerk.certification.models import Case, Digest, Task, Term
from keurmerk.certification.queries.rights import TO_OBJECT, unused
from keurmerk.certification.service import running
from keurmerk.certification.service.telling import PACKAGE
from keurmerk.journal.unit import journaled
from keurmerk.messaging import service as messaging
from keurmerk.messaging import texts
from keurmerk.organisations.models import Membership
from rulebook.lifecycle.pieces import Side
from rulebook.terms.calendar import ONE_DAY, Days, add_working_days, is_free_day

FROM_HOUR = 7
BEFORE = (7, 1, 0)
"""Days before the last day, and on it."""
WEEK = 7
TEXT = "person_digest"
NOT_OWED = frozenset({TO_OBJECT, "beroep", "zienswijze", "schorsing", "intrekking", "bepaalde_tijd"})
"""Terms for what somebody may do, or for what ends by itself: once over, nobody is behind."""


@dataclass(frozen=True, slots=True, order=True)
class Line:
    day: date
    what: str
    case: str
    school: str
    days: int
    """Until the last day; less than none when it is over."""


@dataclass(frozen=True, slots=True)
class _Due:
    day: date
    what: str
    owed: bool
    side: Side
    case: Case


def send_digests(now: datetime) -> int:
    """Everybody's mail of today; returns how many were queued. Doing it again sends nothing more."""
    local = timezone.localtime(now)
    today, equated = local.date(), running.equated_days()
    if local.hour < FROM_HOUR or is_free_day(today, equated):
        return 0
    found = lines_by_person(today, equated)
    people = User.objects.filter(is_active=True).in_bulk(found)
    return sum(_send(people[key], lines, today) for key, lines in found.items() if key in people)


@journaled
def delete_digests(before: date) -> int:
    """For the retention."""
    return Digest.objects.filter(day__lt=before).delete()[0]


def lines_by_person(today: date, equated: Days) -> dict[int, list[Line]]:
    """What each person (an id) is reminded of today, the nearest day first."""
    coming = _coming(today, equated)
    late = _since_last_working_day(today, equated)
    due = [
        one
        for one in _running(until=max(coming))
        if one.day in coming or (one.owed and one.day < today and _week_of(one.day, late))
    ]
    persons = _persons(due)
    found: defaultdict[int, list[Line]] = defaultdict(list)
    for one in due:
        line = Line(one.day, one.what, str(one.case), one.case.school.name, (one.day - today).days)
        for person in persons(one):
            found[person].append(line)
    return {person: sorted(lines) for person, lines in found.items()}


def _coming(today: date, equated: Days) -> frozenset[date]:
    """The last days of which today warns.

    A warning that would fall on a free day comes on the working day before it, when something can be done.
    """
    until = add_working_days(today, 1, equated)
    days = [today + timedelta(days=n) for n in range((until - today).days)]
    return frozenset(day + timedelta(days=ahead) for day in days for ahead in BEFORE)


def _since_last_working_day(today: date, equated: Days) -> tuple[date, ...]:
    """Today and the free days before it."""
    days = [today]
    while is_free_day(days[-1] - ONE_DAY, equated):
        days.append(days[-1] - ONE_DAY)
    return tuple(days)


def _week_of(last_day: date, days: Iterable[date]) -> bool:
    """The day after the last day, and every week from then."""
    return any(day > last_day and (day - last_day - ONE_DAY).days % WEEK == 0 for day in days)


def _running(*, until: date) -> Iterator[_Due]:
    terms = Term.objects.filter(ended_on=None, last_day__lte=until, case__closed_on=None)
    for term in unused(terms).select_related("case__school", "case__handler"):
        yield _Due(term.last_day, term.text, term.code not in NOT_OWED, Side(term.side), term.case)
    tasks = Task.objects.filter(ended_on=None, done_on=None, due__lte=until, case__closed_on=None)
    for task in tasks.select_related("case__school", "case__handler"):
        if task.due is not None:
            yield _Due(task.due, task.text, True, Side(task.side), task.case)


def _persons(due: Iterable[_Due]) -> Callable[[_Due], Iterable[int]]:
    """Who hears of it: all of the school, or who handles the case; all staff while nobody does."""
    schools = {one.case.school_id for one in due if one.side is Side.SCHOOL}
    members: defaultdict[int, list[int]] = defaultdict(list)
    for school, user in Membership.objects.filter(school__in=schools).values_list("school", "user"):
        members[school].append(user)
    staff = list(User.objects.filter(role=Role.STAFF, is_active=True).values_list("pk", flat=True))

    def told(one: _Due) -> Iterable[int]:
        if one.side is Side.SCHOOL:
            return members[one.case.school_id]
        handler = one.case.handler
        return [handler.pk] if handler is not None and handler.is_active else staff

    return told


@journaled
def _send(user: User, lines: list[Line], today: date) -> int:
    """The row says that this day's mail is there: of two workers only one makes it."""
    _, is_new = Digest.objects.get_or_create(user=user, day=today, defaults={"lines": len(lines)})
    if not is_new:
        return 0
    subject, body = texts.render(PACKAGE, TEXT, {"lines": lines, "count": len(lines), "today": today})
    messaging.queue(
        to=user, subject=subject, body=body, kind=f"certification.{TEXT}", key=f"digest:{today}:{user.pk}"
    )
    return 1
