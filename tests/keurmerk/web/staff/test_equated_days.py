"""A day is equated with a holiday only after its consequences were seen."""

from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse, reverse_lazy

from keurmerk.accounts.enums import Role
from keurmerk.certification.models import EquatedDay
from keurmerk.journal.models import Entry
from tests.factories.accounts import make_user
from tests.factories.case_rows import make_open_case, make_term

pytestmark = pytest.mark.django_db
LIST, NEW = reverse_lazy("staff:equated-days"), reverse_lazy("staff:equated-day-new")
FRIDAY = {"day": "15-5-2026", "name": "Vrijdag na Hemelvaartsdag", "source": "Stb. 2026, 12"}
CONFIRMED = FRIDAY | {"bevestigd": "ja"}


@pytest.fixture
def staff(db):
    client = Client()
    client.force_login(make_user(Role.STAFF))
    return client


@pytest.fixture
def term():
    """Six weeks from 3 April end on Friday 15 May, the day after Ascension."""
    return make_term(make_open_case(), kind="bezwaar", verzonden_op="2026-04-03")


def shown(answer):
    assert answer.status_code == 200
    return " ".join(unescape(answer.text).split())


def test_first_it_shows_what_would_move_and_nothing_moves(staff, term):
    page = shown(staff.post(NEW, FRIDAY))
    assert "15 mei 2026" in page
    assert "18 mei 2026" in page
    assert f"Zaak {term.case.number}" in page
    term.refresh_from_db()
    assert (EquatedDay.objects.count(), term.last_day) == (0, date(2026, 5, 15))


def test_confirmed_it_moves_the_terms_and_lists_them(staff, term):
    page = shown(staff.post(NEW, CONFIRMED, follow=True))
    assert f"Zaak {term.case.number}" in page
    assert "18 mei 2026" in page
    term.refresh_from_db()
    term.case.refresh_from_db()
    assert term.last_day == term.case.next_day == date(2026, 5, 18)
    entry = Entry.objects.get(kind="calendar.equated")
    assert (entry.data["moved"], entry.ground) == (1, "Stb. 2026, 12")


def test_pressed_twice_it_happens_once(staff, term):
    for _ in range(2):
        answer = staff.post(NEW, CONFIRMED, follow=True)
    assert "Deze dag staat in de tabel." in shown(answer)
    assert EquatedDay.objects.count() == Entry.objects.filter(kind="calendar.equated").count() == 1


def test_a_day_that_is_known_is_said_beside_the_field(staff):
    staff.post(NEW, CONFIRMED)
    page = shown(staff.post(NEW, FRIDAY))
    assert "Deze dag staat al in de tabel." in page
    assert 'value="Stb. 2026, 12"' in page


def test_removing_shows_first_and_moves_back(staff, term):
    staff.post(NEW, CONFIRMED)
    where = reverse("staff:equated-day-remove", args=[EquatedDay.objects.get().public_id])
    page = shown(staff.get(where))
    assert page.index("18 mei 2026") < page.rindex("15 mei 2026")
    for _ in range(2):
        answer = staff.post(where, follow=True)
    assert "Deze dag staat niet in de tabel." in shown(answer)
    term.refresh_from_db()
    assert (EquatedDay.objects.count(), term.last_day) == (0, date(2026, 5, 15))
    assert staff.get(where).status_code == 404


def test_the_list_tells_the_days_and_the_last_changes(staff, term):
    assert "Nog geen gelijkgestelde dagen" in shown(staff.get(LIST))
    staff.post(NEW, CONFIRMED)
    page = shown(staff.get(LIST))
    assert "Vrijdag na Hemelvaartsdag" in page
    assert "1 termijn verschoven" in page


def test_what_is_no_date_is_said(staff):
    assert "Dit klopt nog niet" in shown(staff.post(NEW, FRIDAY | {"day": "31-2-2026"}))


def test_counting_again_asks_the_table_of_days_once(staff, django_assert_max_num_queries):
    case = make_open_case()
    for _ in range(30):
        make_term(case)
    with django_assert_max_num_queries(10):
        staff.post(NEW, FRIDAY)
