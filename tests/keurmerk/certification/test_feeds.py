"""Calendar addresses: one per person, told once, dead when revoked; nobody's name stands in them."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connections
from django.utils import timezone
from icalendar import Calendar

from keurmerk.accounts.enums import Role
from keurmerk.accounts.service import close_account
from keurmerk.certification.models import CalendarFeed, Term
from keurmerk.certification.queries.feeds import appointments_of, feed_of, hash_of, of_term
from keurmerk.certification.service import feeds, running
from keurmerk.certification.service.calendar import equate
from keurmerk.journal.models import Entry
from keurmerk.journal.party import SYSTEM
from keurmerk.web.calendar import ics
from rulebook.lifecycle.states import ObjectionState
from tests.factories.accounts import make_user
from tests.factories.case_rows import make_open_case, make_task, make_term
from tests.factories.certification import make_case, make_staff, suspended
from tests.factories.organisations import make_school, make_school_user
from tests.factories.school_papers import case_of, make_decision, make_objection, make_school_task

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def event_of(term, link="https://keurmerk.example/zaak/"):
    text = ics.feed_text([(of_term(term), link)])
    return next(iter(Calendar.from_ical(text).walk("VEVENT")))


def test_only_the_hash_of_a_token_is_kept():
    user = make_user(Role.SCHOOL)
    token = feeds.make_feed(user, now=NOW)
    kept = CalendarFeed.objects.get()
    assert kept.token_hash == hash_of(token) != token
    assert feed_of(token) == kept


def test_a_new_address_kills_the_one_before_it():
    user = make_user(Role.SCHOOL)
    first, second = feeds.make_feed(user, now=NOW), feeds.make_feed(user, now=NOW)
    assert feed_of(first) is None
    assert feed_of(second)


def test_what_is_revoked_or_of_a_closed_account_is_not_there():
    user = make_user(Role.SCHOOL)
    token = feeds.make_feed(user, now=NOW)
    assert feeds.revoke_feed(user, now=NOW)
    assert not feeds.revoke_feed(user, now=NOW)
    assert feed_of(token) is None
    other = make_user(Role.STAFF)
    token = feeds.make_feed(other, now=NOW)
    close_account(other, closed_by=SYSTEM, today=NOW.date())
    assert feed_of(token) is None


def test_making_and_revoking_is_told_without_the_token():
    user = make_user(Role.SCHOOL)
    token = feeds.make_feed(user, now=NOW)
    feeds.revoke_feed(user, now=NOW)
    told = Entry.objects.filter(kind__startswith="feed.")
    assert [entry.kind for entry in told.order_by("number")] == ["feed.made", "feed.revoked"]
    assert not any(token in entry.payload for entry in told)


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_leave_one_address_that_works():
    user, tokens = make_user(Role.SCHOOL), []

    def press():
        try:
            tokens.append(feeds.make_feed(user, now=NOW))
        finally:
            connections.close_all()

    presses = [threading.Thread(target=press) for _ in range(4)]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    assert len(tokens) == 4
    assert sum(feed_of(token) is not None for token in tokens) == 1


def test_a_school_sees_terms_of_both_sides_and_its_own_open_tasks():
    school = make_school()
    case = make_open_case(school=school)
    make_term(case)
    make_school_task(case)
    make_school_task(case, due=None)
    make_school_task(case, done_on=timezone.localdate())
    make_task(case)
    make_open_case(school=make_school())
    found = appointments_of(make_school_user(school))
    assert [one.what for one in found] == ["Taak", "Beslissen op de aanvraag"]


def test_staff_see_the_cases_they_handle_and_the_scheme_s_tasks():
    handler = make_staff()
    case = make_open_case(opened_by=handler)
    make_term(case)
    make_school_task(case)
    make_term(make_open_case(opened_by=make_staff()))
    assert [one.about for one in appointments_of(handler)] == [str(case)]


def test_an_auditor_sees_no_terms_of_cases():
    make_term(make_open_case())
    assert appointments_of(make_user(Role.AUDITOR)) == ()


def test_nobody_is_named_in_a_calendar():
    today = date(2026, 3, 2)
    case = make_case(today=today)
    user = make_school_user(case.school)
    decision = suspended(case, today=today)
    make_school_task(case, text=f"Bel {user.name} van {case.school.name}")
    text = ics.feed_text([(one, "https://keurmerk.example/") for one in appointments_of(user)]).decode()
    assert "SUMMARY:Informeer uw Cursisten schriftelijk. (Zaak" in text.replace("\r\n ", "")
    names = [user.name, case.school.name, case.school.kvk_number, decision.signed_by.name, user.email]
    assert [name for name in names if name in text.replace("\r\n ", "")] == []


def test_a_term_is_a_whole_day_with_an_alarm_the_day_before():
    term = make_term(make_open_case(), on=date(2026, 3, 2))
    event = event_of(term)
    assert event.decoded("dtstart") == date(2026, 3, 23)
    assert event.decoded("dtend") == date(2026, 3, 24)
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=-15)
    assert event["uid"] == f"{term.public_id}@keurmerk"


def test_a_term_that_moves_keeps_its_uid_and_gets_a_higher_sequence():
    case = make_open_case()
    term = make_term(case, kind="aanvraag_awb", ontvangen_op="2026-03-02", opschortingen=[])
    before = event_of(term)
    equate(term.last_day, name="Feestdag", source="Besluit", by=make_staff())
    moved = Term.objects.get()
    after = event_of(moved)
    assert after["uid"] == before["uid"]
    assert after.decoded("dtstart") > before.decoded("dtstart")
    assert after["sequence"] > before["sequence"]
    assert after.decoded("last-modified") >= before.decoded("last-modified")


def test_a_term_that_ended_is_cancelled_and_leaves_the_feed():
    case = make_open_case(opened_by=(handler := make_staff()))
    term = make_term(case)
    running.end_terms([term], on=timezone.localdate())
    assert appointments_of(handler) == ()
    event = event_of(Term.objects.get())
    assert event["status"] == "CANCELLED"
    assert event["sequence"] == 1
    assert event.walk("VALARM") == []


def test_the_term_to_object_goes_once_an_objection_is_there_and_comes_back_with_it_taken_back():
    school = make_school()
    decision = make_decision(case_of(school))
    user = make_school_user(school)
    assert [one.what for one in appointments_of(user)] == ["Bezwaar maken tegen het besluit"]
    objection = make_objection(decision, state=ObjectionState.RECEIVED)
    assert appointments_of(user) == ()
    type(objection).objects.update(state=ObjectionState.WITHDRAWN)
    assert len(appointments_of(user)) == 1
