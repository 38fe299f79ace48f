"""The page Agenda, the address it gives, and a file per term."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from keurmerk.accounts.enums import Role
from keurmerk.certification.models import CalendarFeed
from keurmerk.certification.service import running
from keurmerk.journal.party import SYSTEM
from keurmerk.organisations.service import assign_auditor
from tests.factories.accounts import make_user
from tests.factories.case_rows import make_open_case, make_term
from tests.factories.certification import make_certificate, make_staff
from tests.factories.organisations import make_school, make_school_user

pytestmark = pytest.mark.django_db
ADDRESS = re.compile(r"/agenda/[\w-]{43}\.ics")


def address_in(answer):
    return ADDRESS.search(answer.content.decode())[0]


def events_of(answer):
    return {str(event["summary"]): event for event in Calendar.from_ical(answer.content).walk("VEVENT")}


def made(client, audience="school"):
    answer = client.post(reverse(f"{audience}:calendar-make"))
    assert answer["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    return address_in(answer)


@pytest.fixture
def school():
    return make_school()


@pytest.fixture
def signed_in(client, school):
    client.force_login(make_school_user(school))
    return client


def test_the_address_is_shown_once_and_works_without_signing_in(signed_in, school, visitor):
    term = make_term(make_open_case(school=school))
    address = made(signed_in)
    assert not ADDRESS.search(signed_in.get(reverse("school:calendar")).content.decode())
    answer = visitor.get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"{term.text} ({term.case})" in events_of(answer)
    assert school.name not in answer.content.decode()


def test_a_reader_that_has_it_already_is_told_so_until_something_moves(signed_in, school, visitor):
    term = make_term(make_open_case(school=school))
    address = made(signed_in)
    first = visitor.get(address)
    again = visitor.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == "private, max-age=3600"
    running.change_facts(term, {"vanaf": "2026-01-01", "aantal": 9})
    assert visitor.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_what_is_revoked_is_not_found_nor_is_what_never_was(signed_in, visitor):
    address = made(signed_in)
    signed_in.post(reverse("school:calendar-revoke"))
    signed_in.post(reverse("school:calendar-revoke"))
    assert visitor.get(address).status_code == 404
    assert visitor.get(f"/agenda/{'a' * 5000}.ics").status_code == 404
    assert "nog geen agenda-adres" in signed_in.get(reverse("school:calendar")).content.decode()


def test_reading_writes_nothing(signed_in, school, visitor):
    make_term(make_open_case(school=school))
    address = made(signed_in)
    with CaptureQueriesContext(connection) as asked:
        visitor.get(address)
    assert [query["sql"] for query in asked if not query["sql"].startswith("SELECT")] == []


def test_many_terms_take_no_more_queries(signed_in, school, visitor):
    address = made(signed_in)
    counts = []
    for _ in range(2):
        case = make_open_case(school=school)
        make_term(case)
        make_term(case)
        with CaptureQueriesContext(connection) as asked:
            visitor.get(address)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 6


def test_a_holder_also_gets_the_dates_of_its_own_periods(signed_in, school, visitor):
    make_certificate(school)
    found = events_of(visitor.get(made(signed_in)))
    assert any(summary.startswith("Resultaatgegevens aanleveren (Meetperiode vanaf") for summary in found)
    assert len({str(event["uid"]) for event in found.values()}) == len(found)


def test_an_auditor_gets_the_last_audit_days_of_assigned_schools_only(client, school, visitor):
    make_certificate(school)
    make_certificate(make_school())
    auditor = make_user(Role.AUDITOR)
    assign_auditor(school, auditor, assigned_by=SYSTEM, today=make_certificate().created_at.date())
    client.force_login(auditor)
    found = events_of(visitor.get(made(client, "auditor"))).values()
    assert {str(event["summary"])[:26] for event in found} == {"Resultatenaudit uitgevoerd"}
    assert all(str(school.public_id) in event["url"] for event in found)


def test_a_term_is_a_file_for_both_sides(signed_in, school, client):
    term = make_term(make_open_case(school=school))
    answer = signed_in.get(reverse("school:term-ics", args=[term.public_id]))
    assert answer["Content-Disposition"].startswith('attachment; filename="termijn-')
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event.decoded("dtstart") == term.last_day
    client.force_login(make_staff())
    answer = client.get(reverse("staff:term-ics", args=[term.public_id]))
    assert str(term.case.public_id) in answer.content.decode().replace("\r\n ", "")


def test_making_twice_leaves_one_that_works(signed_in, visitor):
    first, second = made(signed_in), made(signed_in)
    assert visitor.get(first).status_code == 404
    assert visitor.get(second).status_code == 200
    assert CalendarFeed.objects.filter(revoked_at=None).count() == 1
