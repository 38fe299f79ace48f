"""Reminders: before and on the day, at most one mail a day, on working days, until the case moves."""

import threading
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connections

from keurmerk.accounts.service import close_account
from keurmerk.certification.models import Digest, EquatedDay
from keurmerk.certification.service import running
from keurmerk.certification.service.reminders import delete_digests, lines_by_person, send_digests
from keurmerk.certification.service.tasks import do_task
from keurmerk.journal.party import SYSTEM
from keurmerk.messaging.models import Message
from tests.factories.case_rows import make_open_case, make_term
from tests.factories.certification import make_staff
from tests.factories.organisations import make_school, make_school_user
from tests.factories.school_papers import make_school_task

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY, TUESDAY, WEDNESDAY, FRIDAY = (date(2026, 6, day) for day in (8, 9, 10, 12))


def at(day, hour=7, minute=0):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=AMSTERDAM)


def reminded(due, day):
    """How many lines the school gets on this day for a task that is due then."""
    school = make_school()
    user = make_school_user(school)
    make_school_task(make_open_case(school=school), due=due)
    return len(lines_by_person(day, frozenset()).get(user.pk, ()))


@pytest.mark.parametrize(
    ("due", "day", "lines"),
    [
        (WEDNESDAY, WEDNESDAY - timedelta(days=7), 1),
        (WEDNESDAY, TUESDAY, 1),
        (WEDNESDAY, WEDNESDAY, 1),
        (WEDNESDAY, MONDAY, 0),
        (WEDNESDAY, WEDNESDAY - timedelta(days=8), 0),
        (WEDNESDAY, date(2026, 6, 11), 1),  # the first day over
        (WEDNESDAY, FRIDAY, 0),
        (WEDNESDAY, date(2026, 6, 18), 1),  # a week later
        (date(2026, 6, 15), FRIDAY, 1),  # a Monday: the day before is Sunday, so it is told on Friday
        (date(2026, 6, 14), FRIDAY, 1),  # a Sunday itself
        (FRIDAY, date(2026, 6, 15), 1),  # over on Saturday, told on Monday
    ],
)
def test_a_warning_on_a_free_day_comes_before_it_and_a_reproach_after_it(due, day, lines):
    assert reminded(due, day) == lines


def test_nothing_is_sent_before_seven_or_on_a_free_day():
    school = make_school()
    make_school_user(school)
    make_school_task(make_open_case(school=school), due=MONDAY)
    assert send_digests(at(MONDAY, 6, 59)) == 0
    assert send_digests(at(date(2026, 6, 7))) == 0
    EquatedDay.objects.create(day=MONDAY, name="Feestdag", source="Besluit")
    assert send_digests(at(MONDAY)) == 0


def test_one_mail_a_day_holds_everything():
    school = make_school()
    user = make_school_user(school)
    case = make_open_case(school=school)
    make_school_task(case, due=MONDAY, text="Verwerk alle uren direct bij DUO.")
    make_school_task(case, due=TUESDAY)
    assert send_digests(at(MONDAY)) == 1
    assert send_digests(at(MONDAY, 8)) == 0
    message = Message.objects.get()
    assert message.recipient == user
    assert "Verwerk alle uren direct bij DUO." in message.body
    assert message.body.index("vandaag") < message.body.index("morgen")
    assert Digest.objects.get().lines == 2


def test_it_stops_when_the_task_is_done_and_follows_a_term_that_moves():
    school = make_school()
    user = make_school_user(school)
    case = make_open_case(school=school, opened_by=(handler := make_staff()))
    task = make_school_task(case, due=TUESDAY)
    term = make_term(case, vanaf="2026-05-19", aantal=3)
    assert term.last_day == TUESDAY
    assert set(lines_by_person(MONDAY, frozenset())) == {user.pk, handler.pk}
    do_task(task.pk, by=user, today=MONDAY)
    running.change_facts(term, {"vanaf": "2026-05-26", "aantal": 3})
    assert lines_by_person(MONDAY, frozenset()) == {}
    assert lines_by_person(date(2026, 6, 15), frozenset()).keys() == {handler.pk}


def test_a_case_that_nobody_handles_is_told_to_all_staff():
    first, second, gone = make_staff(), make_staff(), make_staff()
    close_account(gone, closed_by=SYSTEM, today=MONDAY)
    make_term(make_open_case(), vanaf="2026-05-19", aantal=3)
    make_term(make_open_case(opened_by=gone), vanaf="2026-05-19", aantal=3)
    found = lines_by_person(TUESDAY, frozenset())
    assert {first.pk: 2, second.pk: 2} == {user: len(lines) for user, lines in found.items()}


def test_who_may_do_something_is_warned_but_not_told_off():
    school = make_school()
    user = make_school_user(school)
    term = make_term(make_open_case(school=school), vanaf="2026-05-19", aantal=3)
    type(term).objects.update(side="school", code="beroep")
    assert lines_by_person(TUESDAY, frozenset()).keys() == {user.pk}
    assert lines_by_person(WEDNESDAY, frozenset()) == {}


def test_an_overdue_duty_is_told_every_week():
    school = make_school()
    make_school_user(school)
    make_school_task(make_open_case(school=school), due=MONDAY)
    days = [MONDAY + timedelta(days=n) for n in range(1, 29)]
    assert [day.day for day in days if lines_by_person(day, frozenset())] == [9, 16, 23, 30]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_one_mail():
    school = make_school()
    make_school_user(school)
    make_school_task(make_open_case(school=school), due=MONDAY)

    def work():
        try:
            send_digests(at(MONDAY))
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    assert Message.objects.count() == Digest.objects.count() == 1


def test_the_rows_that_say_so_go_after_a_year():
    make_school_user(school := make_school())
    make_school_task(make_open_case(school=school), due=MONDAY)
    send_digests(at(MONDAY))
    assert delete_digests(MONDAY) == 0
    assert delete_digests(MONDAY + timedelta(days=1)) == 1
